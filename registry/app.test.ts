import assert from 'node:assert/strict';
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createRegistry, migrations } from './app.ts';
import { createTestPlatform } from './platform/testing/index.ts';

const dist = await mkdtemp(join(tmpdir(), 'portico-dist-'));
await mkdir(join(dist, 'container'));
await mkdir(join(dist, 'frame'));
await writeFile(join(dist, 'container', 'index.html'), '<!doctype html><title>container</title>');
for (const script of ['loader', 'origin-enter', 'origin-worker', 'origin-news', 'origin-clear']) {
  await writeFile(join(dist, 'frame', `${script}.js`), 'void 0;');
}
const bench = await createTestPlatform({ migrations });
after(async () => {
  await bench.close();
  await rm(dist, { recursive: true });
});
const app = await bench.buildApp([createRegistry(bench.platform, { dist })]);
const loopback = { host: '127.0.0.1:8080' };

test('every module’s routes are there, each with a summary and a group in the API description', async () => {
  const { paths } = (await app.inject({ url: '/api/openapi.json', headers: loopback })).json();
  for (const path of [
    '/api/v1/session',
    '/api/v1/identity/token',
    '/api/v1/submissions',
    '/api/v1/review/queue',
    '/api/v1/trust/revocations',
    '/api/v1/catalogue/home',
    '/api/v1/events',
    '/api/v1/orders',
    '/api/v1/payments/intents',
    '/api/v1/gateway/{appId}/{backend}',
  ]) {
    assert.ok(paths[path], `${path} is not described`);
  }
  const operations = Object.entries(paths as Record<string, Record<string, { summary?: string; tags?: string[] }>>);
  for (const [path, methods] of operations) {
    for (const [method, { summary, tags }] of Object.entries(methods)) {
      assert.ok(summary && tags?.length, `${method} ${path} says neither what it does nor where it belongs`);
    }
  }
});

test('signed metadata is served, and the catalogue of a new bank is empty', async () => {
  const root = await app.inject({ url: '/tuf/1.root.json', headers: loopback });
  assert.equal(root.statusCode, 200);
  assert.equal(root.json().signed._type, 'root');
  const home = await app.inject({ url: '/api/v1/catalogue/home', headers: { host: 'bank.portico.localhost:8080' } });
  assert.deepEqual(home.json().apps, []);
});

test('the issuer answers at its own host only', async () => {
  const url = '/.well-known/openid-configuration';
  const answer = await app.inject({ url, headers: { host: 'id.localhost:8080' } });
  assert.equal(answer.json().issuer, 'http://id.localhost:8080');
  const elsewhere = await app.inject({ url, headers: { host: 'bank.portico.localhost:8080' } });
  assert.equal(elsewhere.statusCode, 404);
});

test('whatever the issuer says, its answer is no page that can do anything', async () => {
  for (const url of ['/no-such-page', '/.well-known/openid-configuration', '/jwks', '/token']) {
    const { headers } = await app.inject({ url, headers: { host: 'id.localhost:8080' } });
    assert.match(String(headers['content-security-policy']), /^default-src 'none';.*sandbox/, url);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', url);
  }
  const page = await app.inject({
    url: '/auth?client_id=nobody',
    headers: { host: 'id.localhost:8080', accept: 'text/html' },
  });
  assert.match(page.body, /<main>/);
  assert.match(
    String(page.headers['content-security-policy']),
    /^default-src 'none'; style-src 'sha256-[^;]+; form-action/,
  );
});

test('a revoked app gets neither money nor the customer’s identity, whatever its container has heard', async () => {
  const appId = 'com.cityparking.app';
  const demo = JSON.parse(await readFile(join(bench.platform.config.dataDir, 'demo.json'), 'utf8'));
  const [partner] = demo.partners;
  const key = createPrivateKey({ key: JSON.parse(await readFile(partner.keyFile, 'utf8')), format: 'jwk' });
  const order = async () => {
    const body = { appId, outOrderNo: randomUUID(), currency: 'CNY', amountMinor: '1500', title: '停车费' };
    const payload = JSON.stringify(body);
    const [timestamp, nonce] = [`${Math.floor(Date.now() / 1000)}`, randomUUID().replaceAll('-', '')];
    const digest = createHash('sha256').update(payload).digest('hex');
    const text = ['portico-request-v1', 'POST', '/api/v1/orders', digest, timestamp, nonce].join('\n');
    const headers = {
      ...loopback,
      'content-type': 'application/json',
      'portico-key-id': partner.keyId,
      'portico-timestamp': timestamp,
      'portico-nonce': nonce,
      'portico-signature': sign(null, Buffer.from(text), key).toString('base64url'),
    };
    return (await app.inject({ method: 'POST', url: '/api/v1/orders', headers, payload })).json();
  };
  const withToken = async (token: string, url: string, payload: object) =>
    await app.inject({ method: 'POST', url, headers: { ...loopback, authorization: `Bearer ${token}` }, payload });
  const minted = await withToken(demo.services[0].token, '/api/v1/session/handoff-codes', {
    subject: 'bank-customer-1',
    authenticatedAt: new Date().toISOString(),
  });
  let cookie = '';
  const customer = async (url: string, payload: object) => {
    const headers = { ...bench.fromContainer, cookie };
    return await app.inject({ method: 'POST', url, headers, payload });
  };
  const session = await customer('/api/v1/session/handoff', { code: minted.json().code });
  cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';

  const login = { appId, releaseDigest: '0'.repeat(64) };
  const unsigned = await customer('/api/v1/identity/login-code', login);
  assert.equal(unsigned.json().code, 'ERR_IDENTITY_RELEASE_REFUSED', 'no such release was ever signed');

  const { orderToken } = await order();
  const before = await customer('/api/v1/payments/intents', { appId, orderToken });
  assert.equal(before.json().code, 'ERR_PAYMENT_LIMIT', 'this customer’s level pays nothing yet');
  const revoked = await withToken(demo.operators[0].token, '/api/v1/trust/revocations', { appId, reason: 'It lies.' });
  assert.equal(revoked.statusCode, 201, revoked.body);
  const after = await customer('/api/v1/payments/intents', { appId, orderToken });
  assert.equal(after.json().code, 'ERR_PAYMENT_APP_REVOKED');
  assert.equal((await order()).code, 'ERR_PAYMENT_APP_REVOKED');
});

test('no route is open to an app’s host but the frame page', async () => {
  const host = 'a-abcdefghijklmnopqrst.portico.localhost:8080';
  for (const url of ['/api/v1/session', '/tuf/1.root.json', '/api/v1/catalogue/home', '/metrics', '/api/docs', '/']) {
    const { statusCode } = await app.inject({ url, headers: { host } });
    assert.ok(statusCode === 421 || statusCode === 404, `${url} is answered ${statusCode}`);
  }
});
