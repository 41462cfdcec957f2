import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '32',
  group: 'bridge',
  title: 'answer calls that nobody made, with guessed ids',
  expected: 'the host asks an app nothing, so an answer ends the session and changes nothing',
  parts: {
    result({ takePort }) {
      const port = takePort();
      for (let id = 0; id < 50; id += 1) port.postMessage({ type: 'result', id, value: { hint: 'maybe_paid' } });
      return null;
    },
    error({ takePort }) {
      takePort().postMessage({ type: 'error', id: 1, code: 'ERR_BRIDGE_INTERNAL', message: 'x' });
      return null;
    },
    credit({ takePort }) {
      takePort().postMessage({ type: 'credit', n: 1_000_000 });
      return null;
    },
  },
  async judge({ open }) {
    for (const part of ['result', 'error', 'credit']) {
      const lab = await open();
      await lab.run(part);
      await lab.ended(15_000);
      await lab.gone();
    }
  },
};
