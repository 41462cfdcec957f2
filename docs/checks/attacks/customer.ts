import type { BrowserContext, Page } from 'playwright-core';
import { lookOf } from '../../../sandbox/attacks/look-of.ts';
import { addAuthenticator } from '../product/browser.ts';
import type { Product } from '../product/product.ts';

/** Signs the demo customer in, as a person would, and returns the page. */
export async function signIn(context: BrowserContext, product: Product): Promise<Page> {
  const page = await context.newPage();
  const { phone } = product.people.customer;
  await page.goto(`${product.origin}/api/v1/session/login?returnTo=/`);
  const asked = page.locator('input[name=phone]');
  await asked.fill(phone).catch(async (cause: unknown) => {
    throw new TypeError(`the sign-in does not ask for a phone: ${await lookOf(page)}`, { cause });
  });
  await page.locator('button:not(.plain)').click();
  const code = page.locator('input[name=code]');
  await code.waitFor();
  await code.fill(await product.otp(phone.slice(-4)));
  await page.locator('button:not(.plain)').click();
  await page.waitForURL(`${product.origin}/**`);
  return page;
}

/** Gives the signed-in customer of this page a passkey on this device, straight at the registry's own routes. */
export async function addPasskey(page: Page): Promise<void> {
  await addAuthenticator(page);
  const status = await page.evaluate(async () => {
    const asked = await fetch('/api/v1/identity/passkeys/options', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!asked.ok) return `${asked.status} ${await asked.text()}`;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json());
    const made = await navigator.credentials.create({ publicKey });
    const body = JSON.stringify({ attestation: (made as PublicKeyCredential).toJSON() });
    const kept = await fetch('/api/v1/identity/passkeys', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return kept.ok ? 'made' : `${kept.status} ${await kept.text()}`;
  });
  if (status !== 'made') throw new TypeError(`the customer got no passkey: ${status}`);
}
