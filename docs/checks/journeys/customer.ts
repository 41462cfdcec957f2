import type { Frame, Locator, Page } from 'playwright-core';
import type { Product } from '../product/product.ts';

/** What a customer sees, in either language; things are found the way a person finds them, by role and by name. */
export const words = {
  parking: /停车|Parking/,
  signIn: /^(登录|Sign in)$/,
  goToBank: /前往银行登录|Go to the bank’s sign-in/,
  allow: /^(允许|Allow)$/,
  addPlate: /添加车牌|Add a plate/,
  savePlate: /保存车牌|Save/,
  pay: /^(支付|Pay) ¥/,
  payNeedsNetwork: /付款需要网络|Paying needs the network/,
  createPasskey: /创建通行密钥|Create a passkey/,
  payWithPasskey: /用通行密钥付款|Pay .* with passkey/,
  paid: /^(支付成功|Paid)$/,
  mayLeave: /付款成功，可以离场|Paid\. You can leave now/,
  done: /^(完成|Done)$/,
  close: /关闭服务|Close the service/,
  minimise: /最小化|Minimise/,
} as const;

/** The app on the screen; others may be open out of sight. */
export const player = (page: Page): Locator => page.locator('player-screen:not([hidden])');

/** The document of the open mini-app. */
export async function appFrame(page: Page): Promise<Frame> {
  await player(page).waitFor();
  for (let tries = 0; tries < 100; tries++) {
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    if (frame) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error('no mini-app opened within 10 s');
}

/** Home screen, then a tap on Parking. */
export async function openParking(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.locator('home-screen service-shelf').getByText(words.parking).first().click();
  await player(page).waitFor();
}

/**
 * Out to the bank's own pages, and back to where it began. The bank knows the demo customer, and sends that phone one code
 * a minute; somebody with another phone is new.
 */
export async function signIn(page: Page, product: Product, phone = product.people.customer.phone): Promise<void> {
  await player(page).getByRole('button', { name: words.signIn }).click();
  await page.getByRole('button', { name: words.goToBank }).click();
  await atTheBank(page, product, phone);
}

/** Phone and code on the bank's own pages. */
export async function atTheBank(page: Page, product: Product, phone = product.people.customer.phone): Promise<void> {
  await page.locator('input[name=phone]').fill(phone);
  await page.locator('button:not(.plain)').click();
  const code = page.locator('input[name=code]');
  await code.waitFor();
  await code.fill(await product.otp(phone.slice(-4)));
  await page.locator('button:not(.plain)').click();
  await page.waitForURL(`${product.origin}/**`);
}

/** Lets the app know who is there, and gives it a plate. Returns the app's document, which then shows a fee. */
export async function bindPlate(page: Page, plate: string): Promise<Frame> {
  await page.getByRole('button', { name: words.allow }).click();
  const app = await appFrame(page);
  await app.getByRole('button', { name: words.addPlate }).click();
  for (const key of plate) await app.getByRole('button', { name: key, exact: true }).click();
  await app.getByRole('button', { name: words.savePlate }).click();
  await app.getByRole('button', { name: words.pay }).waitFor();
  return app;
}

/** From the app's pay button through the cashier to the result sheet, which stays open. */
export async function payWithPasskey(page: Page, app: Frame): Promise<void> {
  await app.getByRole('button', { name: words.pay }).click();
  const create = page.getByRole('button', { name: words.createPasskey });
  const pay = page.getByRole('button', { name: words.payWithPasskey });
  await create.or(pay).waitFor();
  if (await create.isVisible()) await create.click();
  await pay.click();
  await page.locator('cashier-sheet').getByText(words.paid).waitFor();
}

/** All the text that accessibility tools read inside an element, through the shadow roots below it. */
export const deepText = (locator: Locator): Promise<string> => locator.ariaSnapshot();

/** The first amount in a text, in fen. */
export function fenIn(text: string): number {
  const amount = /¥\s*([\d,]+)\.(\d{2})/.exec(text);
  if (!amount) throw new Error(`no amount in "${text}"`);
  return Number(`${amount[1]?.replaceAll(',', '')}${amount[2]}`);
}
