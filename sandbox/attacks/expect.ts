/**
 * What judges say. Not Node's assertions, because a case is one file for both sides: its guest is packed into the
 * mini-app, and its judge with it.
 */
export class WallBreach extends Error {
  override readonly name = 'WallBreach';
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** JSON values are the same when their members are, in whatever order. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

export function same(actual: unknown, expected: unknown, what = 'got'): void {
  if (!isSame(actual, expected)) throw new WallBreach(`${what} ${show(actual)} instead of ${show(expected)}`);
}

export function holds(condition: boolean, says: string): void {
  if (!condition) throw new WallBreach(says);
}

export function matches(actual: unknown, pattern: RegExp): void {
  holds(pattern.test(String(actual)), `got ${show(actual)}, which does not match ${pattern}`);
}
