import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '26',
  group: 'bridge',
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
