import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

export const attack: Attack = {
  id: '173',
  group: 'exfiltration',
  title: 'make a fine clock of memory that a worker counts in: by wasm, by transfer, by a file, by a canvas',
  expected: 'no memory can be shared with a worker or a nested document, so there is nothing to count in',
  async guest({ pause }): Promise<JsonValue> {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const shared = [memory, memory.buffer, { inside: memory.buffer }];
    const { port1, port2 } = new MessageChannel();
    let arrived = 0;
    port2.onmessage = () => {
      arrived += 1;
    };
    const refused: string[] = [];
    for (const value of shared) {
      refused.push((await codeOfRejected(() => port1.postMessage(value))) ?? 'sent');
      refused.push((await codeOfRejected(() => new BroadcastChannel('173').postMessage(value))) ?? 'sent');
      refused.push((await codeOfRejected(() => structuredClone(value))) ?? 'cloned');
    }
    await pause(100);
    return { isolated: crossOriginIsolated, refused: [...new Set(refused)], arrived };
  },
  judge({ report }) {
    same(report, { isolated: false, refused: ['DataCloneError'], arrived: 0 });
  },
};
