import { benchBridge } from '../../../sandbox/bench/bridge/index.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

export async function measureBridge(options: BenchOptions): Promise<PartResult> {
  const { pages, rounds, contenders } = await benchBridge(options);
  const raw = contenders.find(({ name }) => name === 'raw-port');
  const roundTrips = contenders.map(
    ({ name, p50, p50Ratio }): Figure => ({
      what: `${name}: round trip, p50`,
      value: p50,
      unit: 'ms',
      ...(raw && name !== raw.name && { against: { what: raw.name, value: raw.p50 }, ratio: p50Ratio }),
      ...(name === 'portico' && { goal: '≤ 1.1×' }),
    }),
  );
  const throughputs = contenders.map(
    ({ name, throughput, throughputRatio }): Figure => ({
      what: `${name}: 100 in flight`,
      value: throughput,
      unit: 'calls/s',
      ...(raw && name !== raw.name && { against: { what: raw.name, value: raw.throughput }, ratio: throughputRatio }),
      ...(name === 'portico' && { goal: '≥ 1.5×' }),
    }),
  );
  return {
    title: 'Bridge',
    how: `Calls with 100 bytes there and 100 back between one page and ${contenders.length} guests, each sealed in a frame of its own host and process, started by the product’s loader. Ours passes every check (rate, shape, size, declared capability, argument and result schemas); only the rate is raised. The others check nothing. ${pages} pages one after the other, each with new frames and so new processes for all, ${rounds / pages} rounds in each, everybody in turn; a sample is the mean of 200 calls one after the other, because a sealed frame’s clock is 100 µs fine; a ratio is the median over the rounds.`,
    figures: [...roundTrips, ...throughputs],
  };
}
