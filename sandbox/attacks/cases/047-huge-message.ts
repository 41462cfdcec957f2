import type { Attack } from '../attack.ts';
import { assertNeverLate } from '../lateness.ts';

const LIMIT_MS = 500;

export const attack: Attack = {
  id: '47',
  group: 'denial',
  title: 'send a text of 100 MB, a quarter of a million small members, a billion elements by reference',
  expected: 'the session is closed; the host is at most 500 ms late (about a microsecond a member: decision 191)',
  queue: 'alone',
  parts: {
    text({ takePort }) {
      takePort().postMessage({
        type: 'call',
        id: 1,
        method: 'storage.set',
        args: { key: 'k', value: 'x'.repeat(1e8) },
      });
      return null;
    },
    members({ takePort }) {
      const value = Array.from({ length: 250_000 }, (_none, index) => ({ index }));
      takePort().postMessage({ type: 'call', id: 1, method: 'storage.set', args: { key: 'k', value } });
      return null;
    },
    repeated({ takePort }) {
      // One list referred to ten times on each of nine levels is a billion elements when written out.
      let value: unknown[] = [1];
      for (let level = 0; level < 9; level += 1) value = Array(10).fill(value);
      takePort().postMessage({ type: 'call', id: 1, method: 'storage.set', args: { key: 'k', value } });
      return null;
    },
  },
  async judge({ open }) {
    for (const part of ['text', 'members', 'repeated']) {
      await assertNeverLate(part, LIMIT_MS, async () => {
        const lab = await open();
        return {
          page: lab.page,
          worst() {
            void lab.run(part, 500);
            return lab.ended();
          },
        };
      });
    }
  },
};
