import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { nameOfThrown } from '../outcome.ts';

export const attack: Attack = {
  id: '114',
  group: 'bridge',
  title: 'transfer the port into itself, clone it, close it, send it to the parent',
  expected: 'the browser refuses the first two; a closed or given-away port ends the session',
  parts: {
    itself({ takePort }) {
      const port = takePort();
      return {
        itself: nameOfThrown(() => port.postMessage(port, [port])) ?? 'sent',
        cloned: nameOfThrown(() => structuredClone(port)) ?? 'cloned',
        twice: nameOfThrown(() => structuredClone(0, { transfer: [port, port] })) ?? 'sent',
      };
    },
    close({ takePort }) {
      takePort().close();
      return null;
    },
    parent({ takePort }) {
      parent.postMessage({ portico: 'loader', versions: [1], nonce: '' }, '*', [takePort()]);
      return null;
    },
  },
  async judge({ open }) {
    const first = await open();
    same(await first.run('itself'), { itself: 'DataCloneError', cloned: 'DataCloneError', twice: 'DataCloneError' });
    for (const part of ['close', 'parent']) {
      const lab = await open();
      await lab.run(part);
      await lab.ended(25_000);
      await lab.gone();
    }
  },
};
