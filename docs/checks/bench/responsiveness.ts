import { benchResponsiveness, type Responsiveness, type Scene } from '../../../sandbox/bench/realms/index.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

/** Each scene of ours with the plain iframes that it is held against. */
const rows: readonly { readonly scene: Scene; readonly says: string; readonly against: Scene | undefined }[] = [
  { scene: 'alone', says: 'no guest', against: undefined },
  { scene: 'idle', says: 'two quiet guests', against: 'plain-idle' },
  { scene: 'frame', says: 'a guest spinning in its frame', against: 'plain-frame' },
  { scene: 'worker', says: 'a guest spinning in a worker of its frame', against: 'plain-worker' },
];
const GOAL = '≤ 50 ms';

export async function measureResponsiveness(options: BenchOptions): Promise<PartResult> {
  const measured = new Map((await benchResponsiveness(options)).map((result) => [result.scene, result]));
  const present = rows.flatMap(({ scene, says, against }) => {
    const ours = measured.get(scene);
    return ours ? [{ says, ours, plain: against && measured.get(against) }] : [];
  });
  const figures = present.flatMap(({ says, ours, plain }) => [
    late(`host’s timer, ${says}: p99`, ours.timer.p99, plain?.timer.p99, GOAL),
    late('… longest', ours.timer.max, plain?.timer.max),
    ...(ours.pings
      ? [
          late(`sibling’s ping, ${says}: p99`, ours.pings.p99, plain?.pings?.p99, GOAL),
          late('… longest', ours.pings.max, plain?.pings?.max, GOAL),
        ]
      : []),
  ]);
  return {
    title: 'Responsiveness',
    how: `How late a timer of 10 ms in the host page was, and how long a guest waited for the answer to a ping every 20 ms (a call through the bridge; a message and its answer in plain iframes), while another guest spun for 3 s. Ours: realms of the product’s host code under the product’s headers. Held against: the same guests in plain iframes on hosts of the same site, without Origin-Agent-Cluster. Samples of all rounds together; medians of the timer, in ms: ${present.map(medians).join('; ')}.`,
    figures,
  };
}

const late = (what: string, value: number, plain: number | undefined, goal?: string): Figure => ({
  what,
  value,
  unit: 'ms',
  ...(plain !== undefined && { against: { what: 'plain iframes', value: plain } }),
  ...(goal && { goal }),
});

const medians = ({ says, ours }: { readonly says: string; readonly ours: Responsiveness }): string =>
  `${says} ${ours.timer.p50.toFixed(1)}${ours.pings ? ` (ping ${ours.pings.p50.toFixed(1)})` : ''}`;
