/** The value at `share` (0–1) of the sorted values. @throws TypeError when there are none */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new TypeError('nothing was measured');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
