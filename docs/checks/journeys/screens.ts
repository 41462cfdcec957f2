/**
 * Takes the pictures of `docs/images`: each page at phone width, light and dark, in both languages.
 * Usage, after a build: npm run screens [-- light-zh dark-en …]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addAuthenticator, launchProfile } from '../product/browser.ts';
import { type Product, startProduct } from '../product/product.ts';
import { appFrame, bindPlate, openParking, player, signIn, words } from './customer.ts';
import { follow, publishSmall, smallApp } from './several-apps.ts';

const images = fileURLToPath(new URL('../../images/', import.meta.url));
const looks = [
  { name: 'light-zh', colorScheme: 'light', english: false },
  { name: 'dark-zh', colorScheme: 'dark', english: false },
  { name: 'light-en', colorScheme: 'light', english: true },
  { name: 'dark-en', colorScheme: 'dark', english: true },
] as const;
/** Long enough for a sheet to have come up and its button to be armed. */
const SETTLED_MS = 1200;

async function takePictures(product: Product, look: (typeof looks)[number], plate: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'portico-screens-'));
  const context = await launchProfile(profile, {
    colorScheme: look.colorScheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const shoot = async (name: string): Promise<void> => {
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(images, `${name}-${look.name}.png`) });
  };
  await addAuthenticator(page);
  if (look.english) {
    await page.goto(`${product.origin}/settings`);
    await page.locator('settings-screen').getByText('English').click();
    await page.locator('tab-bar').getByText('Home').waitFor();
  }
  await page.goto(product.origin);
  await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
  await shoot('home');
  await openParking(page, product.origin);
  await signIn(page, product);
  const app = await bindPlate(page, plate);
  await shoot('player');
  await app.getByRole('button', { name: words.pay }).click();
  const create = page.getByRole('button', { name: words.createPasskey });
  const pay = page.getByRole('button', { name: words.payWithPasskey });
  await create.or(pay).waitFor();
  if (await create.isVisible()) await create.click();
  await pay.waitFor();
  await shoot('cashier');
  await pay.click();
  await page.locator('cashier-sheet').getByText(words.paid).waitFor();
  await shoot('receipt');
  await page.getByRole('button', { name: words.done }).click();
  await (await appFrame(page)).getByText(words.mayLeave).first().waitFor();
  const tea = await publishSmall(product, 'tea');
  // The page hears of the release a moment after everybody else.
  await page.waitForTimeout(3_000);
  await follow(page, `/app/${tea.appId}`);
  await smallApp(page, tea.name);
  await player(page).getByRole('button', { name: words.minimise }).click();
  await page.locator('live-bar').getByRole('button').nth(1).click();
  await page.locator('live-apps-sheet').getByRole('listitem').nth(1).waitFor();
  await shoot('switcher');
  await page.goto(`${product.origin}/app/com.example.nothing`);
  await player(page).locator('fault-page').waitFor();
  await shoot('error');
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}

mkdirSync(images, { recursive: true });
const plates = ['沪A12345', '沪B23456', '沪C34567', '沪D45678'];
const wanted = process.argv.slice(2);
for (const [index, look] of looks.entries()) {
  if (wanted.length > 0 && !wanted.includes(look.name)) continue;
  // A product for each look: one phone may ask for a code only once a minute, and a passkey lives in one profile.
  const product = await startProduct();
  try {
    await takePictures(product, look, plates[index] ?? '沪A12345');
    console.log(`docs/images/*-${look.name}.png`);
  } finally {
    await product.close();
  }
}
