import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { Page } from 'playwright-core';
import type { Product } from '../product/product.ts';
import { appFrame, openParking, player, signIn, words } from './customer.ts';
import { journey } from './journey.ts';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const CHANGES = ['post', 'put', 'patch', 'delete'];

/** Every route of the running server that changes something. */
async function changingRoutes({ api }: Product): Promise<{ method: string; path: string }[]> {
  const document = (await (await fetch(`${api}/api/openapi.json`)).json()) as OpenApi;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    CHANGES.filter((method) => method in methods).map((method) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000'),
    })),
  );
}

/** Node's own client, because `fetch` may neither set Host nor Sec-Fetch-Site. */
function send(
  { port }: Product,
  { method, path, headers }: { method: string; path: string; headers: Readonly<Record<string, string>> },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers, 'content-length': '2', 'content-type': 'application/json' },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end('{}');
  });
}

/** A page of an app's own origin with no policy at all: what an app would have if every other defence had failed. */
async function barePageOf(page: Page, origin: string): Promise<void> {
  await page.route(`${origin}/bare`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bare</title>' }),
  );
  await page.goto(`${origin}/bare`);
}

journey(
  'an app’s origin reaches neither the bank’s API, its cookies, the console nor another app',
  async ({ page, product, context }) => {
    await openParking(page, product.origin);
    await signIn(page, product);
    await page.getByRole('button', { name: words.allow }).click();
    const app = await appFrame(page);
    const appOrigin = new URL(app.url()).origin;
    const session = (await context.cookies(product.origin)).find(({ name }) => name === '__Host-sid');
    assert.ok(session?.httpOnly && session.secure && session.sameSite === 'Strict');

    const consoleOrigin = `http://console.localhost:${product.port}`;
    const targets = [
      { url: `${product.origin}/api/v1/session`, method: 'GET' },
      { url: `${product.origin}/api/v1/session/logout`, method: 'POST' },
      { url: `${consoleOrigin}/api/v1/review/queue`, method: 'GET' },
      { url: `${appOrigin}/.portico/x/frame.html`, method: 'GET' },
    ];
    const reached = await app.evaluate(
      (asked) =>
        Promise.all(
          asked.map(({ url, method }) =>
            fetch(url, { method, credentials: 'include', mode: 'no-cors' }).then(
              () => 'reached',
              () => 'refused',
            ),
          ),
        ),
      targets,
    );
    assert.deepEqual(reached, ['refused', 'refused', 'refused', 'refused'], 'the frame has no network of its own');
    assert.equal(await app.evaluate(() => self.origin), 'null');
    assert.equal(await app.evaluate(() => top?.length), 0, 'no frame of the page can be reached by number');

    const other = await context.newPage();
    await barePageOf(other, appOrigin);
    const read = await other.evaluate(
      (url) =>
        fetch(url, { credentials: 'include', mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
      `${product.origin}/api/v1/session`,
    );
    assert.equal(read, 'refused');
    assert.equal(await other.evaluate(() => document.cookie), '');
    await other.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: tossing a cookie is the attack
      document.cookie = '__Host-sid=tossed; Secure; Path=/; Domain=portico.localhost';
    });
    assert.equal(
      (await context.cookies(product.origin)).find(({ name }) => name === '__Host-sid')?.value,
      session.value,
    );
    // Same-site, so the browser sends the Strict cookie along: only the server's own check is left.
    const [posted] = await Promise.all([
      other.waitForResponse((response) => response.request().method() === 'POST'),
      other.evaluate((action) => {
        document.body.append(Object.assign(document.createElement('form'), { method: 'post', action }));
        document.forms[0]?.submit();
      }, `${product.origin}/api/v1/session/logout`),
    ]);
    assert.match((await posted.request().allHeaders()).cookie ?? '', /__Host-sid=/);
    assert.equal(posted.status(), 403);
    await other.close();

    const still = await page.evaluate(async () => (await fetch('/api/v1/session')).json());
    assert.equal(still.signedIn, true, 'nobody signed the customer out');
  },
);

journey(
  'every route that changes something refuses a page of an app’s origin, and hosts serve only what is theirs',
  async ({ product }) => {
    const routes = await changingRoutes(product);
    assert.ok(routes.length >= 15, `${routes.length} routes found`);
    const bank = new URL(product.origin).host;
    const app = `http://a-${'a'.repeat(20)}.portico.localhost:${product.port}`;
    const foreign: Readonly<Record<string, string>>[] = [
      { host: bank, origin: app, 'sec-fetch-site': 'same-site' },
      { host: bank, origin: 'null', 'sec-fetch-site': 'cross-site' },
      { host: bank, 'sec-fetch-site': 'same-site' },
      { host: bank },
      { host: new URL(app).host, origin: app, 'sec-fetch-site': 'same-origin' },
      { host: 'evil.example' },
      { host: `127.0.0.1:${product.port}`, origin: app, 'sec-fetch-site': 'cross-site' },
    ];
    for (const route of routes) {
      for (const headers of foreign) {
        const { status, body } = await send(product, { ...route, headers });
        const what = `${route.method} ${route.path} as ${JSON.stringify(headers)}: ${status} ${body.slice(0, 200)}`;
        assert.ok([403, 404, 421].includes(status), what);
        assert.match(body, /ERR_PLATFORM_(CROSS_SITE|WRONG_HOST|NOT_FOUND)/, what);
      }
    }
  },
);

journey('a revoked app that is open is closed within five seconds and says why', async ({ page, product }) => {
  await openParking(page, product.origin);
  await signIn(page, product, '13800000002');
  await page.getByRole('button', { name: words.allow }).click();
  await (await appFrame(page)).getByRole('button', { name: words.addPlate }).waitFor();
  const [operator] = product.people.operators;
  assert.ok(operator);
  const revokedAt = performance.now();
  const answer = await fetch(`${product.api}/api/v1/trust/revocations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ appId: 'com.cityparking.app', reason: 'Suspected of charging twice.' }),
  });
  assert.ok(answer.ok, `${answer.status} ${await answer.text()}`);
  await player(page)
    .locator('fault-page')
    .getByText(/Suspected of charging twice/)
    .waitFor({ timeout: 5000 });
  assert.ok(performance.now() - revokedAt < 5000);
  assert.equal(page.frames().length, 1, 'the app’s frame is gone');
});
