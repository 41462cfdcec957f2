import fc from 'fast-check';
import { type FuzzOptions, type FuzzResult, Tally } from './tally.ts';

/** How long a case that failed is made smaller, in ms: in a browser every try takes its time. */
const SHRINK_MS = 30_000;
/** Cases between two looks at how many messages there have been. */
const ROUND = 25;

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
  let failedAt = Number.POSITIVE_INFINITY;
  const timed = async (one: T): Promise<void> => {
    if (performance.now() - failedAt > SHRINK_MS) return;
    try {
      await attempt(one, tally);
    } catch (error) {
      failedAt = Math.min(failedAt, performance.now());
      throw error;
    }
  };
  do {
    const outcome = await fc.check(fc.asyncProperty(cases, timed), {
      seed: round,
      numRuns: ROUND,
      ...(path === undefined ? {} : { path }),
    });
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
