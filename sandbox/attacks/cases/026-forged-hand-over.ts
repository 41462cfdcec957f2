import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '26',
  group: 'bridge',
  atOrigin: {
    because:
      'it has no loader; what can be forged are the words of our own pages on its origin, and the answer with the port',
    expected: 'no port is taken from anybody but the container, and a forged word changes nothing',
    async guest({ portico, pause }) {
      const heard: unknown[] = [];
      for (const state of ['here', 'starting', 'present', 'absent', 'cleared', 'unreachable', 'unsupported'])
        parent.postMessage({ portico: 'origin', state, nonce: crypto.randomUUID() }, '*');
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(data);
      postMessage({ portico: 'port', version: 1, nonce: '' }, '*', [port2]);
      dispatchEvent(new MessageEvent('message', { data: { portico: 'go', nonce: '' }, source: parent }));
      await pause(400);
      return { forged: false, heard: heard.length, grew: 0, works: (await portico.app.info()).appId.length > 0 };
    },
  },
  title: 'forge the host’s opening message to a loader, its own and another app’s',
  expected: 'no loader takes it: only the container’s window and origin may open a frame',
  async guest({ portico, pause }) {
    const before = document.documentElement.outerHTML.length;
    const files = [
      { path: 'index.html', type: 'text/html', bytes: new TextEncoder().encode('<p id="forged">forged').buffer },
    ];
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    port1.onmessage = ({ data }) => heard.push(data);
    const nonce = location.hash.slice(1);
    postMessage({ portico: 'open', version: 1, nonce, entry: 'index.html', files }, '*', [port2]);
    dispatchEvent(
      new MessageEvent('message', {
        data: { portico: 'open', version: 1, nonce, entry: 'index.html', files },
        source: parent,
        origin: document.querySelector('script')?.dataset.container ?? '',
        ports: [new MessageChannel().port2],
      }),
    );
    await pause(400);
    return {
      forged: document.getElementById('forged') !== null,
      heard: heard.length,
      grew: document.documentElement.outerHTML.length - before,
      works: (await portico.app.info()).appId.length > 0,
    };
  },
  judge({ report }) {
    same(report, { forged: false, heard: 0, grew: 0, works: true });
  },
};
