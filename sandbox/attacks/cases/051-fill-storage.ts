import type { JsonValue } from '../../contract/index.ts';
import { storageQuotas } from '../../contract/quotas.ts';
import type { Attack, GuestCode } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { assertNeverLate } from '../lateness.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

/** Calls at once, a second, and before that counts: what an app may make for long without being closed for it. */
const AT_ONCE = 100;
const A_SECOND = 190;
const BURST = 1_500;
/** Of 128 units and 256 bytes of UTF-8, each another. */
const wide = (at: number): string => `${String.fromCodePoint(0x20000 + at)}${'𠮷'.repeat(63)}`;

/** As many values of 1 MB as are taken. */
const fillValues: GuestCode = async ({ portico, pause }) => {
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
  return { large: large ?? 'stored', refused: refused ?? 'never', stored, within: bytes <= limit };
};

/** As many keys as are taken, and some more; what the first refusals were. */
const fillKeys: GuestCode = async ({ portico, pause }) => {
  const began = performance.now();
  const refusals = new Set<string>();
  let stored = 0;
  for (let sent = 0; sent < storageQuotas.keys + 2 * AT_ONCE; sent += AT_ONCE) {
    const keys = Array.from({ length: AT_ONCE }, (_, at) => wide(sent + at));
    const codes = await Promise.all(keys.map((key) => codeOfRejected(() => portico.storage.set({ key, value: 1 }))));
    stored += codes.filter((code) => code === undefined).length;
    for (const code of codes) if (code !== undefined) refusals.add(code);
    await pause(Math.max(0, ((sent - BURST) / A_SECOND) * 1_000 - (performance.now() - began)));
  }
  const { keys } = await portico.storage.keys();
  const again = await codeOfRejected(() => portico.storage.set({ key: wide(0), value: 2 }));
  await portico.storage.remove({ key: wide(1) });
  const instead = await codeOfRejected(() => portico.storage.set({ key: 'instead', value: 1 }));
  const onceMore = await codeOfRejected(() => portico.storage.set({ key: 'once more', value: 1 }));
  await portico.storage.clear();
  const { bytes } = await portico.storage.usage();
  return {
    stored,
    refusals: [...refusals],
    listed: keys.length,
    same: keys.every((key) => key.length === 128),
    again: again ?? 'stored',
    instead: instead ?? 'stored',
    onceMore: onceMore ?? 'stored',
    left: bytes,
  };
};

/** Keys that are too long or none, and keys that one might take for another. */
const oddKeys: GuestCode = async ({ portico }) => {
  await portico.storage.clear();
  const set = (key: unknown, value: JsonValue) =>
    codeOfRejected(() => portico.storage.set({ key: key as string, value })).then((code) => code ?? 'stored');
  const never = ['', 'k'.repeat(129), '𠮷'.repeat(65), `${'k'.repeat(127)}𠮷`, 'k'.repeat(1_000_000), null, 7, ['k']];
  const refused = await Promise.all(never.map((key) => set(key, 1)));
  const apart = ['é', 'e\u0301', '\ud800', '\ud801', '\ufffd', '\0', '\0\0', '__proto__', 'constructor', 'a/b', '../a'];
  for (const [at, key] of apart.entries()) await set(key, at);
  const values = await Promise.all(apart.map(async (key) => (await portico.storage.get({ key })).value));
  const { keys } = await portico.storage.keys();
  await portico.storage.clear();
  return { refused, apart: values.every((value, at) => value === at), listed: keys.length === apart.length };
};

export const attack: Attack = {
  id: '51',
  group: 'denial',
  title:
    'fill the storage with large values, with keys without end, with the widest keys, and ask after it without end',
  expected:
    'quota errors at 10 MB, at 1 MB a key and at 8,000 keys; all keys can be listed, no key passes for another; the host stays responsive; another app still stores',
  patienceMs: 60_000,
  async guest(lab): Promise<JsonValue> {
    const filled = await fillValues(lab);
    await lab.portico.storage.clear();
    return filled;
  },
  parts: {
    store: async ({ portico }) => portico.storage.set({ key: 'mine', value: 1 }),
    async askOnAndOn({ portico }) {
      for (let round = 0; round < 8; round += 1) {
        const usage = Array.from({ length: 60 }, () => portico.storage.usage());
        await Promise.all([...usage, ...Array.from({ length: 60 }, () => portico.storage.keys())]);
      }
      return null;
    },
    fillValues,
    oddKeys,
    fillKeys,
  },
  async judge({ report, open, world }) {
    const { large, refused, stored, within } = membersOf(report);
    same([large, refused, within], ['ERR_CONTAINER_STORAGE_FULL', 'ERR_CONTAINER_STORAGE_FULL', true]);
    holds(Number(stored) <= 11, `${stored} values of 1 MB were stored`);
    const other = await open({ app: await world.app('other') });
    same(await other.run('store'), null);

    // What it leaves behind if it fails is in nobody's way.
    const context = await world.context();
    await assertNeverLate('questions after a full storage', 200, async () => {
      const lab = await open({ context });
      same(membersOf(await lab.run('fillValues', 60_000)).within, true, 'filling it again');
      return { page: lab.page, worst: async () => same(await lab.run('askOnAndOn', 30_000), null, 'the questions') };
    });
    const lab = await open({ context });
    const { refused: odd, apart, listed } = membersOf(await lab.run('oddKeys'));
    same(
      odd,
      Array.from({ length: 8 }, () => 'ERR_BRIDGE_BAD_ARGUMENTS'),
      'keys that are none',
    );
    same([apart, listed], [true, true], 'odd keys are kept apart and listed');
    same(
      await lab.run('fillKeys', 100_000),
      {
        stored: storageQuotas.keys,
        refusals: ['ERR_CONTAINER_STORAGE_KEYS'],
        listed: storageQuotas.keys,
        same: true,
        again: 'stored',
        instead: 'stored',
        onceMore: 'ERR_CONTAINER_STORAGE_KEYS',
        left: 0,
      },
      'keys without end came to',
    );
  },
};
