/**
 * What a bridge does, written once and held against every transport: node:test runs it where both ends share a realm,
 * the browser's runner where the guest is in a frame or a worker.
 */
import { bytes } from './bytes.ts';
import { calls } from './calls.ts';
import { hostileBytes } from './hostile-bytes.ts';
import { limits } from './limits.ts';
import { endHosts, type Runner, type Transport } from './meeting.ts';
import { words } from './words.ts';

export type { Transport } from './meeting.ts';

const parts = {
  'calls and events': calls,
  limits,
  'strange words': words,
  'answers in bytes': bytes,
  'bytes out of order': hostileBytes,
} as const;

export function bridgeContract({ describe, it, afterEach }: Runner, transport: Transport): void {
  for (const [name, part] of Object.entries(parts)) {
    describe(`a bridge over ${transport.name}: ${name}`, () => {
      afterEach(() => {
        endHosts();
        transport.clear();
      });
      part({ it, transport });
    });
  }
}
