import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchDevtools } from '../../../sandbox/bench/devtools.ts';
import type { Product } from '../product/product.ts';
import { type CountingProxy, type Passed, startCountingProxy } from './counting-proxy.ts';
import { packProbedParking, publishProbedParking, writeProbedParking } from './probed-parking.ts';
import type { Figure, PartResult } from './result.ts';

/** Home has nothing more to fetch when nothing has come for so long. */
const QUIET_MS = 4_000;
const AT_MOST_MS = 60_000;
const metadataKinds = ['snapshot', 'bins', 'targets', 'other metadata'] as const;

/** What a customer's device fetches when a release changes one file of an app that it has. */
export async function measureUpdate(product: Product): Promise<PartResult> {
  const folders = mkdtempSync(join(tmpdir(), 'portico-bench-update-'));
  const proxy = await startCountingProxy(product.port);
  const host = new URL(product.origin).hostname;
  const browser = await launchDevtools(join(folders, 'profile'), {
    flags: [`--host-resolver-rules=MAP ${host} 127.0.0.1:${proxy.port}`],
  });
  try {
    const first = await publish(product, folders, 200);
    const tab = await browser.openTab();
    const visit = async (): Promise<Passed> => {
      const before = proxy.passed();
      await tab.goTo(`${product.origin}/`);
      await untilQuiet(proxy);
      const after = proxy.passed();
      await tab.goTo('about:blank');
      const grown = (Object.keys(after) as (keyof Passed)[]).map((kind) => [kind, after[kind] - before[kind]]);
      return Object.fromEntries(grown) as Passed;
    };
    await visit();
    const nothingNew = await visit();
    const second = await publish(product, folders, 201);
    const changed = [...second].filter(([path, bytes]) => !Buffer.from(first.get(path) ?? []).equals(bytes));
    const updated = await visit();

    const file = changed.reduce((sum, [, { byteLength }]) => sum + byteLength, 0) / 1_024;
    const more = (kind: keyof Passed): number => (updated[kind] - nothingNew[kind]) / 1_024;
    const metadata = metadataKinds.reduce((sum, kind) => sum + more(kind), 0);
    const all = more('files') + metadata;
    return {
      title: 'Updating an app',
      how: `The container’s home screen is opened on a device that has the app, once with nothing new and once after a release that changed ${changed.map(([path]) => `\`${path}\``).join(', ')}; between browser and product a proxy counts the bodies of the answers as they travel. Here: what came the second time and not the first. Metadata is every signed file that says which release is the one: targets are release manifests, pointers and lists. 1 kB = 1,024 bytes.`,
      figures: [
        {
          what: 'files and metadata',
          value: all,
          unit: 'kB',
          against: { what: 'the changed file', value: file },
          ratio: all / file,
          goal: `≤ ${(file + 2).toFixed(1)} kB`,
        },
        { what: '… files', value: more('files'), unit: 'kB' },
        ...metadataKinds
          // A timestamp a digit longer is no news.
          .filter((kind) => Math.abs(more(kind)) > 0.05)
          .map((kind): Figure => ({ what: `… ${kind}`, value: more(kind), unit: 'kB' })),
      ],
    };
  } finally {
    await browser.close();
    await proxy.close();
    rmSync(folders, { recursive: true, force: true });
  }
}

async function publish(product: Product, folders: string, major: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(folders, 'app-'));
  writeProbedParking(folder, major);
  await publishProbedParking(product, folder);
  return packProbedParking(folder);
}

async function untilQuiet(proxy: CountingProxy): Promise<void> {
  const began = performance.now();
  // What the page does by itself begins a while after it is there.
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  while (proxy.quietFor() < QUIET_MS) {
    if (performance.now() - began > AT_MOST_MS) throw new Error('the home screen did not stop fetching within 60 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
