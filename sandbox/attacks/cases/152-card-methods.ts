import { methods } from '../../contract/capabilities/index.ts';
import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { membersOf } from '../outcome.ts';
import { speakRaw } from '../raw-port.ts';

const readable = ['app.info', 'storage.get', 'storage.keys'];

export const attack: Attack = {
  id: '152',
  group: 'card',
  only: 'sealed',
  title: 'call from a card what only an open app may: pay, sign in, send, write, ask, open; and inherited names',
  expected: 'ERR_BRIDGE_UNKNOWN_METHOD for all but the three that read',
  card: {
    async call({ port, pause }): Promise<JsonValue> {
      const { ask } = speakRaw(port);
      const odd: Record<string, string> = {};
      let id = 0;
      for (const method of [...Object.keys(methods), 'constructor', '__proto__', 'toString', 'card.update']) {
        id += 1;
        const answer = await ask({ id, method, args: {} });
        if (!readable.includes(method) && answer !== 'ERR_BRIDGE_UNKNOWN_METHOD') odd[method] = String(answer);
        // Stays below the rate that would end the card.
        await pause(30);
      }
      const kept = await ask({ id: id + 1, method: 'storage.keys', args: {} });
      return { odd, tried: id, keys: kept === null ? null : typeof kept };
    },
  },
  async judge({ openCard }) {
    const { run } = await openCard();
    const { odd, tried, keys } = membersOf(await run('call', 30_000));
    same([odd, keys, Number(tried) > 30], [{}, 'object', true]);
  },
};
