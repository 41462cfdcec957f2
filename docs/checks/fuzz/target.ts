import type { FuzzFailure, FuzzOptions, FuzzResult } from '../../../sandbox/attacks/fuzz/tally.ts';

export interface FuzzTarget {
  readonly says: string;
  /** Messages of the default run. */
  readonly count: number;
  run(options: FuzzOptions): Promise<FuzzResult>;
}

/** Two results as one; the later failure is the one that counts, since a run stops at its first. */
export function together(a: FuzzResult | undefined, b: FuzzResult): FuzzResult {
  if (a === undefined) return b;
  return {
    messages: a.messages + b.messages,
    kinds: added(a.kinds, b.kinds),
    verdicts: added(a.verdicts, b.verdicts),
    failure: b.failure ?? a.failure,
    nextSeed: b.nextSeed,
  };
}

type Counts = Readonly<Record<string, number>>;
const added = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  );

/** What is wrong with a run as a whole, where no single case can be blamed. */
export const faultOf = (says: string, seed: number): FuzzFailure => ({ seed, path: '', shrunk: '', says });
