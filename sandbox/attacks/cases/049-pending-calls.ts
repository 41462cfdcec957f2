import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

export const attack: Attack = {
  id: '49',
  group: 'denial',
  title: 'leave calls pending, in pieces of 1,500 up to 10,000',
  expected: '128 wait, the rest is told ERR_BRIDGE_BUSY; going on beyond the rate ends the session',
  signedIn: true,
  async guest({ takePort, pause }): Promise<JsonValue> {
    const port = takePort();
    const answers: Record<string, number> = {};
    port.onmessage = ({ data }) => {
      for (const message of data?.type === 'batch' ? data.messages : [data]) {
        if (message?.type === 'ping') port.postMessage({ type: 'pong' });
        if (message?.type === 'error') answers[message.code] = (answers[message.code] ?? 0) + 1;
      }
    };
    port.start();
    let id = 0;
    const send = (calls: number): void => {
      for (let sent = 0; sent < calls; sent += 1) {
        id += 1;
        const args = { backend: 'slow', method: 'GET', path: '/slow/49' };
        port.postMessage({ type: 'call', id, method: 'net.request', args });
      }
    };
    send(1_500);
    await pause(1_000);
    const busy = answers.ERR_BRIDGE_BUSY ?? 0;
    setTimeout(() => send(8_500), 50);
    return { busy, answers };
  },
  async judge({ report, ended }) {
    const { busy } = (report ?? {}) as { busy?: number };
    holds(Number(busy) >= 1_500 - 128 - 200 && Number(busy) <= 1_500, `told busy: ${JSON.stringify(report)}`);
    await ended(15_000);
  },
};
