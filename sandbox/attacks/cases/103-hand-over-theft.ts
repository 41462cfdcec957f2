import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { ownNonce } from '../own-nonce.ts';

export const attack: Attack = {
  id: '103',
  group: 'bridge',
  atOrigin: { because: 'nothing is handed over: it asks for its port, see 26, 27 and 176' },
  title: 'steal the loader’s hand-over of the port: twice, from a worker, from a nested document',
  expected: 'the first in the realm has it; no other realm finds it',
  async guest({ portico, pause }): Promise<JsonValue> {
    const key = Symbol.for('portico.hand-over');
    await portico.app.info();
    const afterwards = Object.getOwnPropertyDescriptor(globalThis, key) !== undefined;
    const told: JsonValue[] = [];
    addEventListener('message', ({ data }) => told.push(data));
    const look = `Symbol.for('portico.hand-over') in globalThis`;
    const worker = new Worker(URL.createObjectURL(new Blob([`postMessage(${look})`], { type: 'text/javascript' })));
    worker.onmessage = ({ data }) => told.push(data);
    const child = document.createElement('iframe');
    child.srcdoc = `<script nonce="${ownNonce()}">parent.postMessage(${look}, '*')</script>`;
    document.body.append(child);
    for (let tries = 0; tries < 100 && told.length < 2; tries += 1) await pause(50);
    await pause(100);
    return { afterwards, told };
  },
  judge({ report }) {
    same(report, { afterwards: false, told: [false, false] });
  },
};
