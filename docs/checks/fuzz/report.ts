import type { FuzzResult } from '../../../sandbox/attacks/fuzz/tally.ts';

/** The longest case that is printed, in characters. */
const LONGEST_CASE = 4_000;

/** What a run did and, where it failed, how to see it fail again. */
export function textOf(target: string, result: FuzzResult, ms: number): string {
  const { messages, kinds, verdicts, failure } = result;
  const lines = [
    `  ${messages} messages in ${(ms / 1_000).toFixed(1)} s`,
    `  told:      ${listed(kinds)}`,
    `  came to:   ${listed(verdicts)}`,
  ];
  if (failure === undefined) return lines.join('\n');
  const path = failure.path === '' ? '' : ` --path ${failure.path}`;
  return [
    ...lines,
    `  FAILED     ${failure.says}`,
    `  replay:    npm run fuzz -- ${target} --seed ${failure.seed}${path}`,
    `  the case:  ${failure.shrunk.slice(0, LONGEST_CASE)}${failure.shrunk.length > LONGEST_CASE ? ' …' : ''}`,
  ].join('\n');
}

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
