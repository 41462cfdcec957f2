import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

export const attack: Attack = {
  id: '51',
  group: 'denial',
  title: 'fill the storage with large values, with small ones, and with keys',
  expected: 'quota errors at 10 MB and at 1 MB a key; another app still stores',
  patienceMs: 60_000,
  async guest({ portico, pause }): Promise<JsonValue> {
    await portico.storage.clear();
    const set = (key: string, value: JsonValue) => codeOfRejected(() => portico.storage.set({ key, value }));
    const large = await set('large', '字'.repeat(400_000));
    let refused: string | undefined;
    let stored = 0;
    for (; stored < 20 && refused === undefined; stored += 1) {
      refused = await set(`key-${stored}`, 'x'.repeat(1_000_000));
      await pause(5);
    }
    const { bytes, limit } = await portico.storage.usage();
    await portico.storage.clear();
    return { large: large ?? 'stored', refused: refused ?? 'never', stored, within: bytes <= limit };
  },
  parts: { store: async ({ portico }) => portico.storage.set({ key: 'mine', value: 1 }) },
  async judge({ report, open, world }) {
    const { large, refused, stored, within } = (report ?? {}) as Record<string, JsonValue>;
    same([large, refused, within], ['ERR_CONTAINER_STORAGE_FULL', 'ERR_CONTAINER_STORAGE_FULL', true]);
    holds(Number(stored) <= 11, `${stored} values of 1 MB were stored`);
    const other = await open({ app: await world.app('other') });
    same(await other.run('store'), null);
  },
};
