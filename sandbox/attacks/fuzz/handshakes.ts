/** The words that pass between windows before there is a port, at each of the functions that read them. */
import fc from 'fast-check';
import { isCardStart } from '../../contract/card/records.ts';
import { isHostFill, isHostOpen, parseLoaderHello } from '../../contract/handshake.ts';
import { BRIDGE_VERSION } from '../../contract/messages.ts';
import { isGuestPort, isOriginGo, parseGuestHello, parseOriginNews } from '../../contract/origin-handshake.ts';
import { carry } from './carry.ts';
import { inheritsNothingNew } from './intrinsics.ts';
import { mutate, mutations, oddValues } from './mutations.ts';
import { Breach } from './oracle/judge.ts';
import { sameJson } from './oracle/same-json.ts';
import { build, cloneable, type Recipe, recipeOf } from './recipe.ts';
import { search } from './search.ts';
import type { FuzzOptions, FuzzResult, Tally } from './tally.ts';

const SECRET = '0f9b6a52-1c7f-4d36-9d7e-1f3a5b7c9d11';
const states = 'here starting unsupported unreachable stray replaced cleared present absent'.split(' ');

type Fields = Readonly<Record<string, unknown>>;
const isVersions = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 16 && value.every((version) => Number.isSafeInteger(version));

interface Reader {
  readonly name: string;
  /** What it accepted, or `undefined`. */
  read(data: unknown): unknown;
  /** What may come of a record of these fields: the members that are handed on, or `undefined`. */
  due(fields: Fields): unknown;
  readonly valid: fc.Arbitrary<unknown>;
}

const versions = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 17 });
const nonces = fc.oneof(fc.constantFrom(SECRET, '', 'x'.repeat(16), 'x'.repeat(65), `${SECRET} `), fc.string());
const whole = (accepts: boolean, data: unknown): unknown => (accepts ? data : undefined);

const readers: readonly Reader[] = [
  {
    name: 'loader hello',
    read: parseLoaderHello,
    due: ({ portico, nonce, versions }) =>
      portico === 'loader' && typeof nonce === 'string' && isVersions(versions)
        ? { portico, versions, nonce }
        : undefined,
    valid: fc.record({ portico: fc.constant('loader'), versions, nonce: nonces }),
  },
  {
    name: 'host open',
    read: (data) => whole(isHostOpen(data, SECRET), data),
    due: (fields) => whole(fields.portico === 'open' && fields.nonce === SECRET && Array.isArray(fields.files), fields),
    valid: fc.record({
      portico: fc.constant('open'),
      version: fc.nat(2),
      nonce: nonces,
      entry: fc.string(),
      files: fc.array(fc.record({ path: fc.string(), type: fc.string() }), { maxLength: 2 }),
    }),
  },
  {
    name: 'host fill',
    read: (data) => whole(isHostFill(data, SECRET), data),
    due: (fields) => whole(fields.portico === 'fill' && fields.nonce === SECRET && Array.isArray(fields.files), fields),
    valid: fc.record({
      portico: fc.constant('fill'),
      nonce: nonces,
      entry: fc.string(),
      files: fc.array(fc.record({ path: fc.string(), type: fc.string() }), { maxLength: 2 }),
    }),
  },
  {
    name: 'guest hello',
    read: parseGuestHello,
    due: ({ portico, nonce, versions }) =>
      portico === 'guest' && typeof nonce === 'string' && /^[A-Za-z0-9-]{16,64}$/.test(nonce) && isVersions(versions)
        ? { portico, versions, nonce }
        : undefined,
    valid: fc.record({ portico: fc.constant('guest'), versions, nonce: nonces }),
  },
  {
    name: 'origin news',
    read: parseOriginNews,
    due: ({ portico, state, nonce }) =>
      portico === 'origin' && typeof nonce === 'string' && states.some((known) => known === state)
        ? { portico, state, nonce }
        : undefined,
    valid: fc.record({ portico: fc.constant('origin'), state: fc.constantFrom(...states, 'gone'), nonce: nonces }),
  },
  {
    name: 'origin go',
    read: (data) => whole(isOriginGo(data, SECRET), data),
    due: (fields) => whole(fields.portico === 'go' && fields.nonce === SECRET, fields),
    valid: fc.record({ portico: fc.constant('go'), nonce: nonces }),
  },
  {
    name: 'guest port',
    read: (data) => whole(isGuestPort(data, SECRET), data),
    due: (fields) =>
      whole(fields.portico === 'port' && fields.nonce === SECRET && fields.version === BRIDGE_VERSION, fields),
    valid: fc.record({ portico: fc.constant('port'), version: fc.nat(2), nonce: nonces }),
  },
  {
    name: 'card start',
    read: (data) => whole(isCardStart(data), data),
    due: (fields) => whole(fields.portico === 'card', fields),
    valid: fc.record({ portico: fc.constant('card'), version: fc.nat(2) }),
  },
];

const odd = oddValues(cloneable);
const words: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...readers.map(({ valid }) => valid)).map(recipeOf) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(...readers.map(({ valid }) => valid)).map(recipeOf),
        fc.array(mutations(odd), { minLength: 1, maxLength: 2 }),
      )
      .map(([recipe, changes]) => changes.reduce(mutate, recipe)),
  },
  odd,
);

export function fuzzHandshakes(options: FuzzOptions): Promise<FuzzResult> {
  return search(words, attempt, options);
}

async function attempt(recipe: Recipe, tally: Tally): Promise<void> {
  const carried = carry(recipe);
  if (carried === undefined) tally.cameTo('cannot be sent');
  // An engine with a larger stack could carry it, so the readers see it all the same.
  const data: unknown = carried === undefined ? build(recipe) : carried.data;
  const fields: Fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  for (const { name, read, due } of readers) {
    tally.told(name);
    const got = read(data);
    const wanted = typeof data === 'object' && data !== null ? due(fields) : undefined;
    tally.cameTo(got === undefined ? 'refused' : 'accepted');
    if ((got === undefined) !== (wanted === undefined)) {
      throw new Breach(`${name}: ${got === undefined ? 'refused what is right' : 'accepted what is wrong'}`);
    }
    const handedOn = typeof got === 'object' && got !== data;
    if (handedOn && !sameJson(got, wanted)) throw new Breach(`${name}: handed on something else`);
  }
  if (!inheritsNothingNew()) throw new Breach('every object inherits something new');
}
