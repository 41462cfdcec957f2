import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchMemory, type MemoryApp } from '../../../sandbox/bench/realms/index.ts';
import type { Product } from '../product/product.ts';
import { packProbedParking, publishProbedParking, writeParkingAlone } from './probed-parking.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

/** As many as the container keeps alive. */
const APPS = 5;

/** Linux only: elsewhere nobody says what a process has for itself. */
export async function measureMemory(product: Product, options: BenchOptions): Promise<PartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-apps-'));
  try {
    const apps: MemoryApp[] = [];
    for (let copy = 1; copy <= (options.short ? 2 : APPS); copy += 1) {
      const place = join(folder, `parking-${copy}`);
      mkdirSync(place);
      const appId = writeParkingAlone(place, copy);
      apps.push({ appId, packed: await packProbedParking(place) });
      await publishProbedParking(product, place);
    }
    const { rounds, container, plain, ratio } = await benchMemory({ origin: product.origin, apps }, options);
    const row = (what: string, of: keyof typeof container, beside: string, goal?: string): Figure => ({
      what,
      value: container[of],
      unit: 'MB',
      against: { what: beside, value: plain[of] },
      ratio: ratio[of],
      ...(goal && { goal }),
    });
    const goal = '≤ 1.1×';
    return {
      title: 'Memory',
      how: `${apps.length} different apps, published to the running product and opened in its container one after the other by their addresses, against the same packed files in plain iframes of the same size, each on a host of its own, in a plain page; host and pages are served with Origin-Agent-Cluster, so that each app has a process of its own on both sides, which is checked. All stay open, the last one on the screen and the others out of sight (not displayed). Each is the parking app with a script of its own; what it would ask the container and its back end is answered in that script, so that both sides draw the same screen. Proportional set size: memory that processes share is divided among them. “One of the open apps” is what the renderers that came with the apps have, divided by ${apps.length}. “All that they add” is these processes and what the page around them has grown by meanwhile: in the container the code of its player, the signed metadata, the checked files. “The page around them” is that page with all apps open, the container with its service worker. The browser’s own processes are not counted. Nothing was got ready before an app was opened. A new browser each time, ${rounds} rounds taking turns, medians. 1 MB = 2^20 bytes.`,
      figures: [
        row('one of the open apps', 'perApp', 'plain iframe', goal),
        row(`all that ${apps.length} open apps add`, 'added', `${apps.length} plain iframes`, goal),
        row('the page around them', 'page', 'plain page'),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
