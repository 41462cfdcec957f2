import fc from 'fast-check';
import { isList, isMembers, type Recipe, recipeOf, type StrangeName } from './recipe.ts';

const dangerousKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '__defineGetter__',
  'appId',
];
const oddNumbers = [-1, 0.5, 1e21, 2 ** 53, 2 ** 31, 2 ** 32, -0.1, Number.MAX_VALUE, Number.MIN_VALUE];
const oddTexts = ['', '1', 'null', '__proto__', '\ud800', 'call', '\u0000', 'a'.repeat(65), 'storage.get'];

/** A value that fits nowhere in particular; `strangers` says which of them the transport is given. */
export function oddValues(strangers: readonly StrangeName[]): fc.Arbitrary<Recipe> {
  const strange = fc.record({
    strange: fc.constantFrom(...strangers),
    n: fc.oneof({ weight: 6, arbitrary: fc.nat(8) }, fc.constantFrom(63, 64, 65, 5_000, 1_048_577)),
  });
  return fc.oneof(
    fc.constantFrom<Recipe>(null, true, false, 0, 1, ...oddNumbers, ...oddTexts),
    fc.jsonValue({ maxDepth: 3 }).map(recipeOf),
    strange.map(({ strange: name, n }) => ({ strange: name, n: /^(?:shared|deep)/.test(name) ? levelsOf(n) : n })),
    fc.constantFrom(...dangerousKeys).map((key): Recipe => ({ members: [[key, { members: [['polluted', true]] }]] })),
  );
}

/**
 * Deep nests and bombs of shared parts stay small enough to build. Those which every engine carries and those which none
 * does are both among them, and none in between: there it would depend on how deep its stack is at that moment.
 */
const levelsOf = (n: number): number => (n > 5_000 ? 10_000 : Math.min(n, 1_000));

export type Mutation =
  | { readonly does: 'replace'; readonly at: number; readonly by: Recipe }
  | { readonly does: 'remove'; readonly at: number }
  | { readonly does: 'add'; readonly at: number; readonly key: string; readonly value: Recipe }
  | { readonly does: 'repeat'; readonly at: number; readonly times: number };

export function mutations(odd: fc.Arbitrary<Recipe>): fc.Arbitrary<Mutation> {
  const at = fc.nat(60);
  const key = fc.oneof(fc.constantFrom(...dangerousKeys), fc.string({ maxLength: 8 }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ does: fc.constant('replace' as const), at, by: odd }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), at }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('add' as const), at, key, value: odd }) },
    fc.record({ does: fc.constant('repeat' as const), at, times: fc.integer({ min: 2, max: 40 }) }),
  );
}

/** The recipe with one part changed: `at` counts its parts from the outside in and starts again at their end. */
export function mutate(recipe: Recipe, mutation: Mutation): Recipe {
  const parts = countParts(recipe);
  return changePart(recipe, mutation.at % parts, mutation);
}

const childrenOf = (recipe: Recipe): readonly Recipe[] =>
  isList(recipe) ? recipe : isMembers(recipe) ? recipe.members.map(([, value]) => value) : [];

const countParts = (recipe: Recipe): number =>
  childrenOf(recipe).reduce<number>((sum, child) => sum + countParts(child), 1);

function changePart(recipe: Recipe, at: number, mutation: Mutation): Recipe {
  if (at === 0) return changeHere(recipe, mutation);
  let skipped = 1;
  const children = childrenOf(recipe);
  for (const [index, child] of children.entries()) {
    const parts = countParts(child);
    if (at < skipped + parts) {
      // The part itself goes away with its place in what holds it.
      const gone = mutation.does === 'remove' && at === skipped;
      return withChild(recipe, index, gone ? [] : [changePart(child, at - skipped, mutation)]);
    }
    skipped += parts;
  }
  return recipe;
}

function withChild(recipe: Recipe, index: number, put: readonly Recipe[]): Recipe {
  if (isList(recipe)) return [...recipe.slice(0, index), ...put, ...recipe.slice(index + 1)];
  if (!isMembers(recipe)) return recipe;
  const key = recipe.members[index]?.[0] ?? '';
  const member = put.map((value) => [key, value] as const);
  return { members: [...recipe.members.slice(0, index), ...member, ...recipe.members.slice(index + 1)] };
}

function changeHere(recipe: Recipe, mutation: Mutation): Recipe {
  switch (mutation.does) {
    case 'replace':
      return mutation.by;
    case 'remove':
      return null;
    case 'add':
      if (isList(recipe)) return [...recipe, mutation.value];
      if (!isMembers(recipe)) return { members: [[mutation.key, mutation.value]] };
      return {
        members: [...recipe.members.filter(([key]) => key !== mutation.key), [mutation.key, mutation.value]],
      };
    case 'repeat':
      if (typeof recipe === 'string') return recipe.repeat(mutation.times);
      return new Array<Recipe>(mutation.times).fill(recipe);
  }
}
