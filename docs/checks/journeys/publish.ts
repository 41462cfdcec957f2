import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishApp, type Submission } from '../demo/seed.ts';
import type { Product } from '../product/product.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const published = new Map<string, Promise<Submission>>();

/** Publishes what stands in a folder, through command line and review, once a product. */
export function publish(product: Product, folder: string, name: string): Promise<Submission> {
  const file = join(product.dataDir, `${name}.zip`);
  const known =
    published.get(file) ??
    publishApp({ root, people: product.people, partnerId: 'cityparking', folder, file, say: () => undefined });
  published.set(file, known);
  return known;
}
