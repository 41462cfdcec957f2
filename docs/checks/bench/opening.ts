import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleEntry } from '../../../plugins/kit/cli/packing/bundle-entry.ts';
import { appProbe, benchOpening } from '../../../sandbox/bench/opening/index.ts';
import { signIn } from '../../../sandbox/bench/opening/sign-in.ts';
import { publishApp } from '../demo/seed.ts';
import type { Product } from '../product/product.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const parking = join(root, 'plugins/parking');

const says = {
  cold: { what: 'nothing on the device, tapped as soon as the tile is there', goal: '≤ 1.3×' },
  warm: { what: 'on the device, nothing got ready for the tap', goal: '≤ 1.0×' },
  finger: { what: 'on the device, finger down for 80 ms', goal: '≤ 0.4×' },
  idle: { what: 'on the device, page left alone before the tap', goal: '≤ 0.9×' },
} as const;

/** Publishes the parking app with a probe in its entry, and measures how it opens. */
export async function measureOpening(product: Product, options: BenchOptions): Promise<PartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-app-'));
  try {
    writeProbedParking(folder);
    const files = await bundleEntry(join(folder, 'src'), 'index.html', { minify: true });
    await publishApp({
      root,
      people: product.people,
      partnerId: 'cityparking',
      folder,
      file: join(product.dataDir, 'probed-parking.zip'),
      say: () => undefined,
    });
    const cookies = await signIn(product);
    const { ways } = await benchOpening({ container: product.origin, label: '城市停车', files, cookies }, options);
    const figures = ways.map(({ way, container, iframe, ratio }): Figure => {
      const { what, goal } = says[way];
      return {
        what,
        value: container.p50,
        unit: 'ms',
        against: { what: 'plain iframe', value: iframe.p50 },
        ratio,
        goal,
      };
    });
    const spread = ways.map(
      ({ way, container, iframe }) => `${way} ${container.p90.toFixed(0)} and ${iframe.p90.toFixed(0)}`,
    );
    return {
      title: 'Opening an app',
      how: `From the tap until the parking app is ready, in the container of the running product and in a plain iframe that loads the same packed files from a host of its own (own process, HTTP cache kept for ever). Ready: the entry module has run, the root element has drawn itself, and a frame has been painted since; the app tells the page around it, whose clock also stamped the tap. No debugger is attached to any frame. Medians of ${ways[0]?.container.samples ?? 0} openings each, taking turns; 90th percentiles in ms, ours and the iframe’s: ${spread.join(', ')}.`,
      figures,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parking app as it is, with an entry that first starts the probe, as a later version of the same app. */
function writeProbedParking(folder: string): void {
  // Without its cards: nothing of them is opened here.
  const { widgets: _cards, ...manifest } = JSON.parse(readFileSync(join(parking, 'manifest.json'), 'utf8'));
  manifest.version = { name: '99.0.0', code: 99 };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  cpSync(join(parking, 'icons'), join(folder, 'icons'), { recursive: true });
  mkdirSync(join(folder, 'src'));
  cpSync(join(parking, 'src/index.html'), join(folder, 'src/index.html'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'src/probe.ts'), appProbe('parking-app'));
  writeFileSync(join(folder, 'src/main.ts'), `import './probe.ts';\nimport '${join(parking, 'src/main.ts')}';\n`);
}
