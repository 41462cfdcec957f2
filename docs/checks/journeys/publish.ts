import assert from 'node:assert/strict';
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

/** The bank takes back its trust in an app, or in one release of it: “Charges twice.” */
export async function revoke(
  product: Product,
  what: { readonly appId: string } | { readonly digest: string },
): Promise<void> {
  const [operator] = product.people.operators;
  assert.ok(operator);
  const answer = await fetch(`${product.api}/api/v1/trust/revocations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...what, reason: 'Charges twice.' }),
  });
  assert.ok(answer.ok, await answer.text());
}
