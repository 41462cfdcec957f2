import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchOpening, type PlainSide } from '../../../sandbox/bench/opening/index.ts';
import { signIn } from '../../../sandbox/bench/opening/sign-in.ts';
import type { Product } from '../product/product.ts';
import { classicParking, packProbedParking, publishProbedParking, writeProbedParking } from './probed-parking.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

const says = {
  cold: { what: 'nothing on the device, tapped as soon as the tile is there', goal: '≤ 1.3×', engines: '< 1.0×' },
  warm: {
    what: 'on the device, nothing of it got ready, a tap that takes no time',
    goal: '≤ 0.9×',
    engines: undefined,
  },
  finger: { what: 'on the device, finger down for 80 ms', goal: '≤ 0.4×', engines: undefined },
  idle: { what: 'on the device, page left alone, then a finger down for 80 ms', goal: '≤ 0.4×', engines: undefined },
} as const;
const names: Readonly<Record<PlainSide, string>> = {
  iframe: 'plain iframe',
  qiankun: 'qiankun',
  wujie: 'wujie',
  'micro-app': 'micro-app',
};

/** Publishes the parking app with a probe in its entry, and measures how it opens. */
export async function measureOpening(product: Product, options: BenchOptions): Promise<PartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-app-'));
  try {
    writeProbedParking(folder);
    const packed = await packProbedParking(folder);
    const classic = await classicParking(folder);
    await publishProbedParking(product, folder);
    const cookies = await signIn(product);
    const subject = { container: product.origin, label: '城市停车', packed, classic, cookies };
    const { ways } = await benchOpening(subject, options);
    const figures = ways.flatMap(({ way, container, others }) =>
      others.map(({ side, p50, ratio }): Figure => {
        const { what, goal, engines } = says[way];
        const wanted = side === 'iframe' ? goal : engines;
        return {
          what,
          value: container.p50,
          unit: 'ms',
          against: { what: names[side], value: p50 },
          ratio,
          ...(wanted && { goal: wanted }),
        };
      }),
    );
    const spread = ways.map(
      ({ way, container, others }) =>
        `${way} ${[container.p90, ...others.map(({ p90 }) => p90)].map((ms) => ms.toFixed(0)).join(', ')}`,
    );
    return {
      title: 'Opening an app',
      how: `From the tap until the parking app is ready, in the container of the running product, in a plain iframe that loads the same packed files from a host of its own (own process, HTTP cache kept for ever), and by each engine as its guide says, in a plain page, from a host of its own with the same cache. Ready: the entry module has run, the root element has drawn itself, and a frame has been painted since; the app tells the page around it, whose clock also stamped the tap: the moment a finger leaves the glass. An app that was got ready is on the screen before the container’s bar above it, which is drawn then and not waited for here. Engines get the same sources as one classic script, because they run text and not modules; their own code has been loaded before their tile is drawn and is not counted; none of them gives the app a process of its own or keeps it from the page. Each opening is in a new tab. In the time in which its page is left alone the container lets the browser meet the hosts of likely apps, this one’s too (decision 258); plain pages do nothing meanwhile. No debugger is attached to any frame. Medians of ${ways[0]?.container.samples ?? 0} openings each, taking turns; 90th percentiles in ms, ours first, then in the table’s order: ${spread.join('; ')}.`,
      figures,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
