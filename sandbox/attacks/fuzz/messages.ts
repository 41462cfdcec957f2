/** Messages as an app may send them: right ones of every type and method, nearly right ones, and anything at all. */
import fc from 'fast-check';
import { isMethodName, methods } from '../../contract/index.ts';
import type { TellStep } from './conversation.ts';
import { EARLIER_ID, LAST_ID, NEXT_ID } from './ids.ts';
import { mutate, mutations, oddValues } from './mutations.ts';
import { type Recipe, recipeOf, type StrangeName } from './recipe.ts';
import { valuesOf } from './schema-values.ts';

const methodNames = Object.keys(methods).filter(isMethodName);
const unknownNames = ['', 'constructor', '__proto__', 'toString', 'storage', 'storage.', 'storage.get ', 'net.stream2'];

const object = (fields: Readonly<Record<string, Recipe>>): Recipe => ({ members: Object.entries(fields) });
const ids = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Recipe>(NEXT_ID) },
  fc.constantFrom<Recipe>(LAST_ID, 0, -1, 1.5, '1', 2 ** 53, null),
);
const deadlines = fc.oneof(
  fc.nat(100_000),
  // As long as a step of waiting takes, or a little more or less.
  fc.constantFrom<Recipe>(1, 2, 10, 11, 20, 100, 1_000, 5_000),
  fc.constantFrom<Recipe>(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER),
);

const callOf = (method: fc.Arbitrary<string>, args: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> =>
  fc
    .record({ id: ids, method, args, deadline: fc.option(deadlines, { nil: undefined, freq: 4 }) })
    .map(({ deadline, ...rest }) => object({ type: 'call', ...rest, ...(deadline === undefined ? {} : { deadline }) }));

/** Each method with arguments that its schema admits. */
const validArgs = methodNames.map((name) => ({
  name,
  args: fc.oneof(fc.constant(methods[name].example.args), valuesOf(methods[name].args)).map(recipeOf),
}));
const validCalls = fc.oneof(...validArgs.map(({ name, args }) => callOf(fc.constant(name), args)));

/** Calls that weigh what a message may weigh, or a little more or less: an object of 17 with its keys, and a text. */
const heavyCalls = fc
  .tuple(fc.constantFrom(2_048, 2_048, 2_048, 2_048, 1_048_576), fc.integer({ min: -6, max: 3 }))
  .chain(([limit, more]) => {
    const value: Recipe = { strange: 'a long text', n: limit - 17 + more };
    return callOf(fc.constant('storage.set'), fc.constant(object({ key: 'k', value })));
  });

export function messageSteps(strangers: readonly StrangeName[]): fc.Arbitrary<TellStep> {
  const odd = oddValues(strangers);
  const changes = fc.array(mutations(odd), { minLength: 1, maxLength: 3 });
  const changed = (recipes: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> =>
    fc.tuple(recipes, changes).map(([recipe, list]) => list.reduce(mutate, recipe));
  const wrongArgs = fc.oneof(...validArgs.map(({ name, args }) => callOf(fc.constant(name), changed(args))));
  const oddArgs = callOf(fc.constantFrom(...methodNames), odd);
  const strayCalls = callOf(fc.oneof(fc.constantFrom(...unknownNames), fc.string({ maxLength: 70 })), odd);

  const aborts = fc.constantFrom<Recipe>(LAST_ID, EARLIER_ID, 0, 1, 2 ** 52).map((id) => object({ type: 'abort', id }));
  const small = fc.oneof(
    fc.constantFrom(object({ type: 'ping' }), object({ type: 'pong' })),
    fc.constantFrom('ready', 'failed').map((name) => object({ type: 'event', name, payload: null })),
  );
  const events = fc
    .record({ name: fc.string({ maxLength: 70 }), payload: odd })
    .map(({ name, payload }) => object({ type: 'event', name, payload }));
  const chunks = fc
    .record({ id: ids, seq: fc.nat(3), size: fc.constantFrom(0, 1, 262_144, 262_145), last: fc.boolean() })
    .map(({ id, seq, size, last }) =>
      object({ type: 'chunk', id, seq, bytes: { strange: 'ArrayBuffer', n: size }, last }),
    );
  const hostsOwn = fc.oneof(
    fc.record({ id: ids, value: odd }).map((fields) => object({ type: 'result', ...fields })),
    fc
      .record({ id: ids, code: fc.constantFrom('ERR_BRIDGE_BUSY', 'ERR_X', 'x'), message: fc.string({ maxLength: 8 }) })
      .map((fields) => object({ type: 'error', ...fields })),
    fc.nat(1_000).map((n) => object({ type: 'credit', n })),
  );
  const credits = fc
    .record({
      id: fc.oneof({ weight: 6, arbitrary: fc.constant<Recipe>(LAST_ID) }, ids),
      n: fc.constantFrom(0, 1, 4_096, 262_144, 1_048_576, 1_048_577, 2 ** 53 - 1),
    })
    .map((fields) => object({ type: 'credit', ...fields }));
  const singles = fc.oneof(
    { weight: 6, arbitrary: validCalls },
    { weight: 4, arbitrary: wrongArgs },
    { weight: 2, arbitrary: oddArgs },
    strayCalls,
    aborts,
    small,
  );
  const batches = fc
    .oneof(
      { weight: 8, arbitrary: fc.array(singles, { minLength: 1, maxLength: 6 }) },
      fc.array(fc.oneof(singles, odd, events, hostsOwn, chunks), { maxLength: 4 }),
      fc.tuple(validCalls, aborts).map(([call, abort]) => [call, object({ type: 'ping' }), abort]),
      // More than may be in flight at once, in one message.
      fc.tuple(validCalls, fc.constantFrom(40, 129, 140)).map(([call, n]) => new Array<Recipe>(n).fill(call)),
    )
    .map((messages) => object({ type: 'batch', messages }));

  const kinds: readonly [weight: number, kind: string, messages: fc.Arbitrary<Recipe>][] = [
    [60, 'valid call', validCalls],
    [60, 'call with changed arguments', wrongArgs],
    [40, 'call with strange arguments', oddArgs],
    [15, 'call of no method', strayCalls],
    [25, 'abort', aborts],
    [20, 'ping, pong, start', small],
    [40, 'batch', batches],
    [4, 'event', events],
    [3, 'heavy call', heavyCalls],
    [3, 'chunk', chunks],
    [12, 'credit for bytes', credits],
    [
      12,
      'call for bytes',
      callOf(fc.constant('net.stream'), fc.constant(recipeOf(methods['net.stream'].example.args))),
    ],
    [3, 'message of the host', hostsOwn],
    [14, 'changed message', changed(fc.oneof(validCalls, aborts, small, events, chunks, hostsOwn))],
    [6, 'changed batch', changed(batches)],
    [6, 'anything', fc.oneof(odd, fc.array(odd, { maxLength: 3 }))],
  ];
  const told = fc.oneof(
    ...kinds.map(([weight, kind, messages]) => ({
      weight,
      arbitrary: messages.map((tell): TellStep => ({ kind, tell })),
    })),
  );
  return fc.tuple(told, fc.nat(400), fc.nat(3)).map(([step, port, tap]) => ({
    ...step,
    ...(port === 400 ? { port: true as const } : {}),
    ...(tap === 3 ? { tap: true as const } : {}),
  }));
}
