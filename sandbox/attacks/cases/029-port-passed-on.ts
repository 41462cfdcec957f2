import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

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
    await page.waitForTimeout(600);
    holds(calls() > 0, 'the worker never got through, so nothing was tried');
    await leave();
    await page.waitForTimeout(300);
    const afterClosing = calls();
    await page.waitForTimeout(1000);
    same(calls(), afterClosing, 'calls that got through');
  },
};
