import { launchBrowser } from '../../../docs/checks/product/browser.ts';
import type { Product } from '../../../docs/checks/product/product.ts';
import type { Cookie } from '../devtools.ts';

/** Signs the demo customer in on the bank's own pages; returns the container's cookies. */
export async function signIn(product: Product): Promise<readonly Cookie[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${product.origin}/api/v1/session/login?returnTo=/`);
    const { phone } = product.people.customer;
    const next = page.locator('button:not(.plain)');
    await page.locator('input[name=phone]').fill(phone);
    await next.click();
    await page.locator('input[name=code]').waitFor();
    await page.locator('input[name=code]').fill(await product.otp(phone.slice(-4)));
    await next.click();
    await page.waitForURL(`${product.origin}/**`);
    const cookies = await page.context().cookies(product.origin);
    return cookies.map(({ name, value, secure, httpOnly, path }) => ({
      name,
      value,
      secure,
      httpOnly,
      path,
      url: product.origin,
    }));
  } finally {
    await browser.close();
  }
}
