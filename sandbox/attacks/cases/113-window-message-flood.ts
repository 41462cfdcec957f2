import type { Attack } from '../attack.ts';
import { assertNeverLate } from '../lateness.ts';

const LIMIT_MS = 500;

export const attack: Attack = {
  id: '113',
  group: 'denial',
  title: 'flood the host’s window, not its port: greetings, large texts and ports without end',
  expected: 'the session is closed; the host is at most 500 ms late',
  queue: 'alone',
  parts: {
    greetings() {
      const send = (): void => {
        for (let message = 0; message < 2_000; message += 1)
          parent.postMessage({ portico: 'loader', versions: [1], nonce: String(message) }, '*');
      };
      setInterval(send, 1);
      return null;
    },
    texts() {
      const text = 'x'.repeat(100_000);
      const send = (): void => {
        for (let message = 0; message < 100; message += 1) parent.postMessage(text, '*');
      };
      setInterval(send, 1);
      return null;
    },
  },
  async judge({ open }) {
    for (const part of ['greetings', 'texts']) {
      await assertNeverLate(part, LIMIT_MS, async () => {
        const lab = await open();
        return {
          page: lab.page,
          worst() {
            void lab.run(part, 500);
            return lab.ended(10_000);
          },
        };
      });
    }
  },
};
