import fc from 'fast-check';
import { type FuzzOptions, type FuzzResult, Tally } from './tally.ts';

/** Cases between two looks at how many messages there have been. */
const ROUND = 100;

/**
 * Tries cases until as many messages have been told as wanted, and stops at the first that fails, shrunk.
 * Each round has a seed of its own, counted up from the first, so that a failure is replayed without the rounds before.
 */
export async function search<T>(
  cases: fc.Arbitrary<T>,
  attempt: (one: T, tally: Tally) => Promise<void>,
  { count, seed, path }: FuzzOptions,
): Promise<FuzzResult> {
  const tally = new Tally();
  let round = seed;
  do {
    const outcome = await fc.check(
      fc.asyncProperty(cases, (one) => attempt(one, tally)),
      { seed: round, numRuns: ROUND, ...(path === undefined ? {} : { path }) },
    );
    if (outcome.failed) {
      const { counterexample, counterexamplePath, errorInstance } = outcome;
      const failure = {
        seed: round,
        path: counterexamplePath ?? '',
        shrunk: JSON.stringify(counterexample?.[0]) ?? 'nothing was tried',
        says: errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance),
      };
      return { ...tally, failure, nextSeed: round + 1 };
    }
    round += 1;
  } while (tally.messages < count && path === undefined);
  return { ...tally, failure: undefined, nextSeed: round };
}
