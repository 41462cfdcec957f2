import type { JsonValue } from '../../contract/index.ts';
import { methods } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

export const attack: Attack = {
  id: '43',
  group: 'payload',
  title: 'make every method fail and read what the errors say about the host',
  expected: 'a code of the closed list and a sentence; no stack, no address, no file name',
  patienceMs: 30_000,
  async guest({ takePort, pause }): Promise<JsonValue> {
    const port = takePort();
    const said: string[] = [];
    port.onmessage = ({ data }) => {
      for (const message of data?.type === 'batch' ? data.messages : [data]) {
        if (message?.type === 'ping') port.postMessage({ type: 'pong' });
        if (message?.type === 'error') said.push(JSON.stringify(message));
      }
    };
    port.start();
    let id = 0;
    const values: readonly unknown[] = [{}, { x: 1 }, null, { backend: 'none', method: 'GET', path: '/' }];
    for (const method of [...Object.keys(methods), 'no.such', '__proto__']) {
      for (const args of values) {
        // Would only succeed, and leave.
        if (method === 'app.close' && args === values[0]) continue;
        id += 1;
        port.postMessage({ type: 'call', id, method, args });
      }
      await pause(10);
    }
    await pause(2_000);
    return said;
  },
  judge({ report }) {
    holds(Array.isArray(report) && report.length > 20, `heard ${JSON.stringify(report)?.slice(0, 200)}`);
    for (const text of report as readonly string[]) {
      const leak = /\bat \S+[:(]|\.(?:ts|js)\b|https?:\/\/|\/assets\/|node_modules|Error:|stack/i.exec(text);
      holds(leak === null, `an error says ${text}`);
      holds(/"code":"ERR_[A-Z_]+"/.test(text), `an error has no code: ${text}`);
    }
  },
};
