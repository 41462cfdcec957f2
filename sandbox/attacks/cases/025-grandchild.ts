import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { ownNonce } from '../own-nonce.ts';

const code = `
  let answers = 0;
  addEventListener('message', () => { answers += 1; });
  for (const nonce of ['', crypto.randomUUID()]) for (const target of [parent.parent, top]) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { answers += 1; };
    target.postMessage({ portico: 'loader', versions: [1], nonce }, '*', [port2]);
    target.postMessage({ type: 'call', id: 1, method: 'app.info', args: {} }, '*');
    port1.postMessage({ type: 'call', id: 1, method: 'app.info', args: {} });
  }
  setTimeout(() => parent.postMessage({ answers }, '*'), 400);`;

export const attack: Attack = {
  id: '25',
  group: 'bridge',
  atOrigin: {
    because: 'a nested document runs no inline script there, but the site’s own code',
    expected: 'dropped: the host reads the app’s own window only',
    async guest({ portico, pause }) {
      const child = document.createElement('iframe');
      child.srcdoc = '<script type="module" src="/lab.js"></script>';
      document.body.append(child);
      for (let tries = 0; tries < 50 && !child.contentWindow?.attackLab; tries += 1) await pause(50);
      const answers = await child.contentWindow?.attackLab?.run('25', 'nested', '', 0);
      return { answers: answers ?? -1, works: (await portico.app.info()).appId.length > 0 };
    },
  },
  parts: {
    async nested({ pause }) {
      let answers = 0;
      addEventListener('message', () => {
        answers += 1;
      });
      for (const target of [parent.parent, top]) {
        for (const portico of ['loader', 'guest']) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            answers += 1;
          };
          target?.postMessage({ portico, versions: [1], nonce: crypto.randomUUID() }, '*', [port2]);
          port1.postMessage({ type: 'call', id: 1, method: 'app.info', args: {} });
        }
      }
      await pause(400);
      return answers;
    },
  },
  title: 'greet the host from a frame inside the frame',
  expected: 'dropped: the host reads the app’s own window only',
  async guest({ portico, pause }) {
    let answers = -1;
    addEventListener('message', ({ data }) => {
      if (typeof data?.answers === 'number') answers = data.answers;
    });
    const child = document.createElement('iframe');
    child.srcdoc = `<script nonce="${ownNonce()}">${code}</script>`;
    document.body.append(child);
    await pause(900);
    return { answers, works: (await portico.app.info()).appId.length > 0 };
  },
  judge({ report }) {
    same(report, { answers: 0, works: true });
  },
};
