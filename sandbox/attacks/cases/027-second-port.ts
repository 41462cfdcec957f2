import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '27',
  group: 'bridge',
  title: 'shake hands a second time and offer a port of its own',
  expected: 'no answer on the second port; the first still works',
  async guest({ portico, pause }) {
    const answers: unknown[] = [];
    const opens: unknown[] = [];
    addEventListener('message', ({ data }) => opens.push(data));
    for (const nonce of ['', location.hash.slice(1), crypto.getRandomValues(new Uint8Array(16)).join('')]) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => answers.push(data);
      parent.postMessage({ portico: 'loader', versions: [1], nonce }, '*', [port2]);
      parent.postMessage({ portico: 'guest', versions: [1], nonce: crypto.randomUUID() }, '*');
      port1.postMessage({ type: 'call', id: 1, method: 'app.info', args: {} });
    }
    await pause(800);
    const { appId } = await portico.app.info();
    return { answers: answers.length, opens: opens.length, firstPortWorks: appId.length > 0 };
  },
  judge({ report }) {
    same(report, { answers: 0, opens: 0, firstPortWorks: true });
  },
};
