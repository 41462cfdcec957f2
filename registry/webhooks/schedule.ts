const MINUTE = 60;
const HOUR = 3_600;

/** Seconds after the first, second, … failed try. Fifteen tries, spread over a day and more densely at its start. */
const WAITS = [
  5,
  30,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  HOUR,
  1.5 * HOUR,
  2 * HOUR,
  3 * HOUR,
  4 * HOUR,
  5 * HOUR,
  6 * HOUR,
] as const;

export const TRIES = WAITS.length + 1;

/**
 * Seconds until the next try after `tries` failed ones, give or take a tenth so that a partner that comes back is not met
 * by everything at once; `undefined` when it is time to give up. `chance` is in [0, 1).
 */
export function waitAfter(tries: number, chance: number): number | undefined {
  const wait = WAITS[tries - 1];
  return wait === undefined ? undefined : wait * (0.9 + 0.2 * chance);
}
