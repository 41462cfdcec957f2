import { benchLedger } from './ledger.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

export async function measureLedger({ short }: BenchOptions): Promise<PartResult> {
  const bench = await benchLedger(short ? { turns: 1, seconds: 1 } : {});
  const { clients, secondsEach, durability, pgbenchTps, postings, hotPayee, postingsFromNode, ratio, hotPayeeRatio } =
    bench;
  const against = pgbenchTps === undefined ? {} : { against: { what: 'pgbench TPC-B', value: pgbenchTps } };
  const line = (what: string, value: number | undefined, by: number | undefined, goal?: string): Figure[] =>
    value === undefined
      ? []
      : [{ what, value, unit: '/s', ...against, ...(by !== undefined && { ratio: by }), ...(goal && { goal }) }];
  return {
    title: 'Ledger',
    how: `Postings a second, each client waiting for its commit, beside pgbench’s TPC-B-like script on the same server (${durability}): ${clients} clients, turns of ${secondsEach} s, medians. ${pgbenchTps === undefined ? 'pgbench is not installed here, so there is nothing to hold it against.' : 'Sent by pgbench as well, so that both have the same client.'}`,
    figures: [
      ...line('between two of many accounts', postings, ratio, '≥ 1.0×'),
      ...line('all to one payee', hotPayee, hotPayeeRatio, '≥ 0.5×'),
      ...line('between two of many, sent by one Node process', postingsFromNode, undefined),
    ],
  };
}
