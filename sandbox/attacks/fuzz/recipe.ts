/**
 * What a fuzzer says, written down as JSON: it can be printed, shrunk, sent into a frame and built as often as needed,
 * so that the judge reads an object of its own and never the one that was delivered.
 */
export type Recipe = null | boolean | number | string | readonly Recipe[] | MembersRecipe | StrangeRecipe;

/** An object by its own members in order, so that `__proto__` can be one of them. */
export interface MembersRecipe {
  readonly members: readonly (readonly [key: string, value: Recipe])[];
}
/** Something JSON cannot say. */
export interface StrangeRecipe {
  readonly strange: StrangeName;
  /** How much of it, where that means something. */
  readonly n?: number;
}

export const isMembers = (recipe: Recipe): recipe is MembersRecipe =>
  typeof recipe === 'object' && recipe !== null && 'members' in recipe;
export const isStrange = (recipe: Recipe): recipe is StrangeRecipe =>
  typeof recipe === 'object' && recipe !== null && 'strange' in recipe;
export const isList = (recipe: Recipe): recipe is readonly Recipe[] => Array.isArray(recipe);

/** The recipe of a JSON value. */
export function recipeOf(value: unknown): Recipe {
  if (Array.isArray(value)) return value.map(recipeOf);
  if (typeof value !== 'object' || value === null) return value as Recipe;
  return { members: Object.entries(value).map(([key, member]) => [key, recipeOf(member)]) };
}

const nested = (levels: number, wrap: (inside: unknown) => unknown): unknown => {
  let value: unknown = null;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
};

const scratch = (): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  return canvas;
};

/** One builder a kind; each call makes a fresh value. `parents` are the containers around it, the nearest last. */
const strangers = {
  undefined: () => undefined,
  NaN: () => Number.NaN,
  infinity: () => Number.NEGATIVE_INFINITY,
  'minus zero': () => -0,
  bigint: () => 10n ** 30n,
  Map: () => new Map<unknown, unknown>([['__proto__', { polluted: true }]]),
  Set: () => new Set([1, { polluted: true }]),
  Date: () => new Date(0),
  RegExp: () => /(a+)+$/u,
  Error: () => Object.assign(new RangeError('x'), { polluted: true }),
  boxed: () => Object('boxed'),
  ArrayBuffer: (n: number) => new ArrayBuffer(n),
  bytes: (n: number) => new Uint8Array(n),
  view: () => new DataView(new ArrayBuffer(8)),
  holes: (n: number) => new Array(n),
  'a list with a name': () => Object.assign([1, 2], { polluted: true }),
  'no prototype': () => Object.assign(Object.create(null), { a: 1 }),
  'a long text': (n: number) => 'x'.repeat(n),
  'a long list': (n: number) => new Array(n).fill(0),
  'deep lists': (n: number) => nested(n, (inside) => [inside]),
  'deep objects': (n: number) => nested(n, (inside) => ({ a: inside })),
  'shared parts': (n: number) => nested(n, (inside) => [inside, inside]),
  cycle: (n: number, parents: readonly object[]) => parents.at(-1 - (n % Math.max(1, parents.length))) ?? null,
  // From here on: nothing that a structured clone carries as it is, or at all.
  function: () => () => undefined,
  symbol: () => Symbol('x'),
  'a symbol key': () => ({ a: 1, [Symbol.for('polluted')]: true }),
  'a hidden member': () => Object.defineProperty({ a: 1 }, 'hidden', { value: 2, enumerable: false }),
  'a class instance': () =>
    new (class Money {
      minor = '1';
    })(),
  'an inherited member': () => Object.create({ a: 1 }),
  'an inherited object': () => Object.create({}),
  'frozen object': () => Object.freeze({ a: 1 }),
  toJSON: () => ({ toJSON: () => 'other' }),
  getter: () => {
    let reads = 0;
    return Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        reads += 1;
        return reads === 1 ? 1 : { polluted: true };
      },
    });
  },
  'a getter that throws': () =>
    Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new RangeError('secret of a getter');
      },
    }),
  'a proxy': () => new Proxy({ a: 1 }, {}),
  'a proxy of a list': () => new Proxy([1, 2], {}),
  'a proxy that throws': () =>
    new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new RangeError('secret of a proxy');
        },
      },
    ),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  promise: () => Promise.resolve(1),
  WeakMap: () => new WeakMap(),
  'typed shared memory': () => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer,
  // From here on: only where there is a page.
  Blob: (n: number) => new Blob(['x'.repeat(n)]),
  File: () => new File(['x'], '../../etc/passwd', { type: 'text/html' }),
  FileList: () => Object.assign(document.createElement('input'), { type: 'file' }).files,
  ImageData: () => new ImageData(1, 1),
  DOMException: () => new DOMException('x', 'SecurityError'),
  DOMRect: () => new DOMRect(1, 2, 3, 4),
  element: () => document.body,
  window: () => globalThis,
  canvas: scratch,
} satisfies Readonly<Record<string, (n: number, parents: readonly object[]) => unknown>>;

export type StrangeName = keyof typeof strangers;
const names = Object.keys(strangers) as StrangeName[];
const between = (from: StrangeName, to?: StrangeName): readonly StrangeName[] =>
  names.slice(names.indexOf(from), to && names.indexOf(to));

/** What every transport carries. */
export const cloneable: readonly StrangeName[] = between('undefined', 'function');
/** What only a transport that does not clone could carry; a real port refuses to send it or changes it. */
export const uncloneable: readonly StrangeName[] = between('function', 'Blob');
/** What only a page has. */
export const pageOnly: readonly StrangeName[] = between('Blob');

/** A fresh value. */
export function build(recipe: Recipe, parents: readonly object[] = []): unknown {
  if (typeof recipe !== 'object' || recipe === null) return recipe;
  if (isStrange(recipe)) return strangers[recipe.strange](recipe.n ?? 1, parents);
  if (isList(recipe)) {
    const list: unknown[] = [];
    for (const element of recipe) list.push(build(element, [...parents, list]));
    return list;
  }
  const object = {};
  for (const [key, value] of recipe.members) {
    const member = { value: build(value, [...parents, object]), configurable: true, enumerable: true, writable: true };
    Object.defineProperty(object, key, member);
  }
  return object;
}
