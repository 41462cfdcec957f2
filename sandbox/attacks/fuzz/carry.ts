import { build, type Recipe } from './recipe.ts';

/**
 * What a port or a window makes of a value; `undefined` when it refuses to carry it. Whoever receives a value never has
 * to do with one that the engine's own recursion could not clone: that fault is the sender's, and stays with it.
 */
export function carryValue(make: () => unknown): { readonly data: unknown } | undefined {
  try {
    return { data: structuredClone(make()) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataCloneError') return undefined;
    if (error instanceof RangeError) return undefined; // too deep to be cloned at all
    throw error;
  }
}

export const carry = (recipe: Recipe): { readonly data: unknown } | undefined => carryValue(() => build(recipe));
