import type { Attack } from '../attack.ts';
import { assertNeverLate } from '../lateness.ts';

const LIMIT_MS = 500;

export const attack: Attack = {
  id: '46',
  group: 'denial',
  title: 'send 100,000 messages, one by one and in batches',
  expected: 'the session is closed at the quota and the host is never more than 500 ms late',
  queue: 'alone',
  parts: {
    single({ takePort }) {
      const port = takePort();
      for (let id = 1; id <= 100_000; id += 1) port.postMessage({ type: 'call', id, method: 'app.info', args: {} });
      return null;
    },
    batches({ takePort }) {
      const port = takePort();
      for (let batch = 0; batch < 100; batch += 1) {
        const messages = Array.from({ length: 1_000 }, (_none, index) => ({
          type: 'call',
          id: batch * 1_000 + index + 1,
          method: 'app.info',
          args: {},
        }));
        port.postMessage({ type: 'batch', messages });
      }
      return null;
    },
  },
  async judge({ open }) {
    for (const part of ['single', 'batches']) {
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
