import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { fallsSilent } from '../falls-silent.ts';

/** The worker that was given the port goes on calling for as long as anybody lets it. */
const keepCalling = `onmessage = ({ ports: [port] }) => {
  let id = 0;
  port.onmessage = () => undefined;
  setInterval(() => port.postMessage({ type: 'call', id: ++id, method: 'net.request',
    args: { backend: 'lab', method: 'GET', path: '/29/' + id } }), 50);
};`;

export const attack: Attack = {
  id: '29',
  group: 'bridge',
  atOrigin: {
    because: 'it may start no worker; a nested document of its own holds the port instead',
    expected: 'the nested document speaks as the same app while it is open, and no call gets through after that',
    async guest({ takePort, pause }) {
      const child = document.createElement('iframe');
      child.srcdoc = '<script type="module" src="/lab.js"></script>';
      document.body.append(child);
      for (let tries = 0; tries < 50 && !child.contentWindow?.attackLab; tries += 1) await pause(50);
      await child.contentWindow?.attackLab?.run('29', 'nested', '', 0);
      child.contentWindow?.postMessage('take', '*', [takePort()]);
      return null;
    },
  },
  parts: {
    nested() {
      addEventListener('message', ({ ports: [port] }) => {
        let id = 0;
        if (!port) return;
        port.onmessage = ({ data }) => data?.type === 'ping' && port.postMessage({ type: 'pong' });
        setInterval(() => {
          id += 1;
          const args = { backend: 'lab', method: 'GET', path: `/29/${id}` };
          port.postMessage({ type: 'call', id, method: 'net.request', args });
        }, 50);
      });
      return null;
    },
  },
  title: 'pass the port on to a worker that goes on calling after the app was closed',
  expected: 'the worker speaks as the same app while it is open, and no call gets through after that',
  signedIn: true,
  guest({ takePort }) {
    const worker = new Worker(URL.createObjectURL(new Blob([keepCalling], { type: 'text/javascript' })));
    worker.postMessage(null, [takePort()]);
    return null;
  },
  async judge({ page, leave, world }) {
    const calls = (): number => world.backend.requests().filter(({ path }) => path.startsWith('/29/')).length;
    for (let tries = 0; tries < 100 && calls() === 0; tries += 1) await page.waitForTimeout(100);
    holds(calls() > 0, 'the worker never got through, so nothing was tried');
    await leave();
    await fallsSilent(page, calls, 'calls of the closed app');
  },
};
