import { readdirSync, readFileSync } from 'node:fs';
import { type Product, startProduct } from '../product/product.ts';
import type { BenchOptions, Figure, PartResult } from './result.ts';

export interface StartedProduct {
  readonly product: Product;
  /** Milliseconds from spawning `dist/demo/main.js` with an empty data folder to its line `ready`. */
  readonly firstStartMs: number;
}

export async function startTimed(): Promise<StartedProduct> {
  const began = performance.now();
  const product = await startProduct();
  return { product, firstStartMs: performance.now() - began };
}

const REQUESTS = 50;

/** The product must have been started just now: its memory is read before and after a little traffic. */
export async function measureStart(
  { product, firstStartMs }: StartedProduct,
  { short }: BenchOptions,
): Promise<PartResult> {
  const figures: Figure[] = [{ what: 'first start, empty data folder', value: firstStartMs / 1_000, unit: 's' }];
  if (!short) {
    const began = performance.now();
    await product.restart();
    figures.push({ what: 'second start, same data folder', value: (performance.now() - began) / 1_000, unit: 's' });
  }
  const atStart = registryMemory(product);
  const catalogue = await time(`${product.api}/api/v1/catalogue/home?city=310000&lang=zh-Hans`);
  const metadata = await time(`${product.api}/tuf/timestamp.json`);
  const afterwards = registryMemory(product);
  const goal = '≤ 400 MB';
  if (atStart !== undefined) figures.push({ what: 'registry’s memory at rest', value: atStart, unit: 'MB', goal });
  if (afterwards !== undefined) {
    figures.push({ what: `… after ${REQUESTS} + ${REQUESTS} requests`, value: afterwards, unit: 'MB', goal });
  }
  figures.push({ what: 'catalogue request, p50', value: catalogue, unit: 'ms' });
  figures.push({ what: 'metadata request, p50', value: metadata, unit: 'ms' });
  return {
    title: 'Start',
    how: 'What `npm start` runs once everything is installed and built: from the spawn of `dist/demo/main.js` to its line `ready`, with PostgreSQL, the registry, the partner’s server, and at the first start the parking app taken through publishing and review. Memory is the resident set of the registry’s process, PostgreSQL not counted (Linux only). Requests one after the other.',
    figures,
  };
}

async function time(url: string): Promise<number> {
  const took: number[] = [];
  for (let made = 0; made < REQUESTS; made += 1) {
    const began = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    took.push(performance.now() - began);
  }
  return took.sort((left, right) => left - right)[REQUESTS / 2] ?? 0;
}

/** Resident megabytes of the registry, a child of the product's process; `undefined` where there is no /proc. */
function registryMemory({ process: { pid } }: Product): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '),
  );
  const registry = children.find(
    (child) => child !== '' && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('registry/server.js'),
  );
  if (registry === undefined) throw new Error('the product has no registry process');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${registry}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}
