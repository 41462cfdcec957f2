import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { membersOf } from '../outcome.ts';
import { speakRaw } from '../raw-port.ts';

export const attack: Attack = {
  id: '42',
  group: 'payload',
  title: 'pass shared memory and change it after it was checked',
  expected: 'shared memory cannot be had or sent; what a getter or toJSON says is read once',
  async guest({ takePort }): Promise<JsonValue> {
    const report: Record<string, JsonValue> = { shared: typeof SharedArrayBuffer };
    const resizable = Reflect.construct(ArrayBuffer, [8, { maxByteLength: 64 }]);
    const port = takePort();
    const { ask } = speakRaw(port);
    report.resizable = String(await ask({ id: 1, method: 'storage.set', args: { key: 'k', value: resizable } }));
    let reads = 0;
    const shifty = Object.defineProperty({}, 'key', {
      enumerable: true,
      get: () => {
        reads += 1;
        return reads === 1 ? 'k' : { evil: true };
      },
    });
    report.getter = String((await ask({ id: 2, method: 'storage.get', args: shifty })) !== 'silence');
    report.reads = reads;
    // Last, because a message that cannot be read ends the session.
    setTimeout(() => {
      const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      port.postMessage({ type: 'call', id: 3, method: 'storage.set', args: { key: 'k', value: buffer } });
    }, 100);
    return report;
  },
  parts: { stored: ({ notes }) => notes.get('stored') ?? null },
  async judge({ report, page, alive, run }) {
    const { shared, resizable, getter, reads } = membersOf(report);
    same([shared, resizable, getter, reads], ['undefined', 'ERR_BRIDGE_BAD_ARGUMENTS', 'true', 1]);
    // Refused by the browser or by the bridge: either way nothing of it is stored.
    await page.waitForTimeout(300);
    const left = alive() ? await run('stored') : null;
    same(left, null, 'what was stored');
  },
};
