import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FuzzOptions, FuzzResult } from '../../../sandbox/attacks/fuzz/tally.ts';
import { faultOf, together } from './target.ts';

/** Messages between two looks at the memory, and how much more may be in use at the end than after the first part. */
const PART = 10_000;
const MAY_GROW_BY = 24 * 1024 ** 2;

/** Runs a fuzzer in parts, and holds that what it attacks keeps nothing of what is over. */
export async function inNode(
  fuzz: (options: FuzzOptions) => Promise<FuzzResult>,
  { count, seed, path }: FuzzOptions,
): Promise<FuzzResult> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const inUse = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  let result: FuzzResult | undefined;
  let after = 0;
  do {
    const left = count - (result?.messages ?? 0);
    result = together(result, await fuzz({ count: Math.min(PART, left), seed: result?.nextSeed ?? seed, path }));
    if (after === 0) after = inUse();
  } while (result.messages < count && result.failure === undefined && path === undefined);
  const grown = inUse() - after;
  if (result.failure === undefined && grown > MAY_GROW_BY) {
    const says = `memory grew by ${(grown / 1024 ** 2).toFixed(1)} MB over ${result.messages} messages`;
    return { ...result, failure: faultOf(says, seed) };
  }
  return result;
}
