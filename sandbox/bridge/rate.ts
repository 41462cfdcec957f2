import type { Clock } from './clock.ts';

/** A bucket of tokens: `burst` at once, `perSecond` for long. */
export function createRate(limit: { readonly perSecond: number; readonly burst: number }, clock: Clock) {
  let tokens = limit.burst;
  let filledAt = clock.now();
  return {
    /** False when `n` more would be too many. */
    take(n: number): boolean {
      const now = clock.now();
      tokens = Math.min(limit.burst, tokens + ((now - filledAt) / 1_000) * limit.perSecond) - n;
      filledAt = now;
      return tokens >= 0;
    },
  };
}
