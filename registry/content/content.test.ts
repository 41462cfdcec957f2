import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { type AppId, type FileDigest, PorticoError, type ReleaseDigest } from '../../sandbox/contract/index.ts';
import { exampleRelease, type ReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import type { ReleaseRecord } from '../publishing/index.ts';
import { appHostLabel, createContent } from './index.ts';
import { readWall } from './wall.ts';

const LABEL = 'a-4fv5myivuzbxa6tyaja6';
const dist = await mkdtemp(join(tmpdir(), 'portico-dist-'));
await mkdir(join(dist, 'container', 'assets'), { recursive: true });
await mkdir(join(dist, 'frame'));
await writeFile(join(dist, 'container', 'index.html'), '<!doctype html><title>container</title>');
await writeFile(join(dist, 'container', 'assets', 'main-4f2a.js.br'), 'compressed');
await writeFile(join(dist, 'container', 'sw.js'), 'self.skipWaiting();');
await writeFile(join(dist, 'container', 'assets', 'main-4f2a.js'), 'export {};');
await writeFile(join(dist, 'container', 'assets', 'scanning-4f2a.js'), 'export {};');
await writeFile(join(dist, 'secret.txt'), 'not for anybody');
await writeFile(join(dist, 'frame', 'loader.js'), 'window.loaderRan = true;');
for (const part of ['enter', 'worker', 'news', 'clear']) {
  await writeFile(join(dist, 'frame', `origin-${part}.js`), `self.${part}Ran = true;`);
}

const bench = await createTestPlatform({ migrations: [] });
after(async () => {
  await bench.close();
  await rm(dist, { recursive: true });
});

// What publishing and trust know, as tables; the journeys run the real ones end to end.
const releases = new Map<string, ReleaseManifest>();
const signed = new Set<string>();
const revoked = new Set<string>();
const files = new Map<string, { type: string; size: number }>();

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex') as ReleaseDigest;
function release(name: string, changes: Partial<ReleaseManifest> = {}): { digest: ReleaseDigest; host: string } {
  const manifest = exampleRelease({ appId: `com.example.${name}` as AppId, ...changes });
  const digest = digestOf(name);
  releases.set(digest, manifest);
  signed.add(digest);
  return { digest, host: `${appHostLabel(manifest.appId, manifest.isolation)}.portico.localhost:8080` };
}
async function file(text: string, type: string): Promise<FileDigest> {
  const { digest, size } = await bench.platform.blobs.put(Buffer.from(text));
  files.set(digest, { type, size });
  return digest;
}

let app: FastifyInstance;
before(async () => {
  const content = createContent(bench.platform, {
    publishing: {
      release: async (digest) => {
        const manifest = releases.get(digest);
        return manifest && ({ digest, manifest } as ReleaseRecord);
      },
      servableFile: async (digest) => files.get(digest),
    },
    trust: {
      isApproved: async (digest) => signed.has(digest),
      isRevoked: async (_appId, digest) => revoked.has(digest),
    },
    dist,
  });
  app = await bench.buildApp([content.routes]);
});

const container = { host: 'bank.portico.localhost:8080' };
const { version } = readWall(join(dist, 'frame'));
const frame = (host: string, digest: string, headers: Record<string, string> = {}, asked = version) =>
  app.inject({ url: `/.portico/${digest}/frame.html?${asked}`, headers: { host, ...headers } });

test('the label of an app’s host is the first 20 characters of base32(SHA-256(appId ‖ 0 ‖ isolation))', () => {
  // Worked out by hand from RFC 4648: python3 -c 'base64.b32encode(hashlib.sha256(b"com.cityparking.app\0sealed").digest())'
  assert.equal(appHostLabel('com.cityparking.app' as AppId, 'sealed'), LABEL);
  assert.notEqual(appHostLabel('com.cityparking.app' as AppId, 'origin'), LABEL);
});

test('a signed release’s frame page is served at its own host, immutable, with the wall’s headers', async () => {
  const { digest, host } = release('tea', {
    domains: { connect: ['https://api.tea.example'], image: ['https://img.tea.example'], media: [] },
  });
  const answer = await frame(host, digest);
  assert.equal(answer.statusCode, 200);
  const { headers } = answer;
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(headers['origin-agent-cluster'], '?1');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(
    headers['connection-allowlist'],
    '(response-origin "https://api.tea.example" "https://img.tea.example")',
  );
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /^sandbox allow-scripts allow-forms; default-src 'none'; script-src 'nonce-[\w-]+' blob:; /);
  assert.match(policy, /connect-src blob: data: https:\/\/api\.tea\.example;/);
  assert.match(policy, /frame-ancestors http:\/\/bank\.portico\.localhost:8080$/);
  assert.match(answer.body, /window\.loaderRan/);
  assert.equal((await frame(host, digest)).body, answer.body, 'the same bytes every time');
});

test('a frame page that the container of another build asks for is not kept', async () => {
  const { digest, host } = release('tea');
  for (const asked of ['', 'other', `${version}x`]) {
    const answer = await frame(host, digest, {}, asked);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['cache-control'], 'no-store', asked);
  }
});

test('the wall has another version when its scripts are others', async () => {
  await writeFile(join(dist, 'frame', 'loader.js'), 'window.loaderRan = 2;');
  const other = readWall(join(dist, 'frame')).version;
  assert.match(other, /^[\w-]{12}$/);
  assert.notEqual(other, version);
});

test('a frame page is not served at another app’s host, nor at the container’s', async () => {
  const tea = release('tea');
  const coffee = release('coffee');
  const answer = await frame(coffee.host, tea.digest);
  assert.equal(answer.statusCode, 404);
  assert.equal(answer.json().code, 'ERR_CONTENT_NOT_SERVED');
  assert.equal((await frame(container.host, tea.digest)).statusCode, 404);
});

test('unsigned, revoked, unknown and not sealed releases have no frame page', async () => {
  const unsigned = release('unsigned');
  signed.delete(unsigned.digest);
  const gone = release('gone');
  revoked.add(gone.digest);
  const origin = release('origin', { isolation: 'origin' });
  for (const { host, digest } of [
    unsigned,
    gone,
    origin,
    { host: gone.host, digest: digestOf('never') },
    { host: gone.host, digest: 'x' },
  ]) {
    assert.equal((await frame(host, digest)).statusCode, 404);
  }
});

test('no service worker can be installed at an app’s host', async () => {
  const { digest, host } = release('tea');
  const answer = await frame(host, digest, { 'service-worker': 'script' });
  assert.equal(answer.statusCode, 403);
  assert.equal(answer.json().code, 'ERR_CONTENT_SERVICE_WORKER');
});

test('a partner’s file is served from the bank’s origin as inert bytes', async () => {
  const script = await file('alert(1)', 'text/javascript');
  const page = await file('<script>alert(1)</script>', 'text/html');
  const picture = await file('png', 'image/png');
  for (const [digest, type] of [
    [script, 'text/plain; charset=utf-8'],
    [page, 'text/plain; charset=utf-8'],
    [picture, 'image/png'],
  ] as const) {
    const { statusCode, headers } = await app.inject({ url: `/blobs/${digest}`, headers: container });
    assert.equal(statusCode, 200);
    assert.equal(headers['content-type'], type);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /^sandbox; default-src 'none'/);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  }
  assert.equal((await app.inject({ url: `/blobs/${script}`, headers: container })).body, 'alert(1)');
});

test('a file of no signed release is not served although it is stored', async () => {
  const { digest } = await bench.platform.blobs.put(Buffer.from('a draft'));
  const answer = await app.inject({ url: `/blobs/${digest}`, headers: container });
  assert.equal(answer.statusCode, 404);
  const host = release('tea').host;
  assert.equal(
    (await app.inject({ url: `/blobs/${await file('x', 'text/plain')}`, headers: { host } })).statusCode,
    421,
  );
});

test('a reader that has a blob is told so without its bytes', async () => {
  const digest = await file('once', 'text/plain');
  const headers = { ...container, 'if-none-match': `"${digest}"` };
  const answer = await app.inject({ url: `/blobs/${digest}`, headers });
  assert.equal(answer.statusCode, 304);
  assert.equal(answer.body, '');
});

test('the container’s own files go out in the compressed copy that stands beside them', async () => {
  const asked = (encoding: string) =>
    app.inject({ url: '/assets/main-4f2a.js', headers: { ...container, 'accept-encoding': encoding } });
  const packed = await asked('gzip, deflate, br');
  assert.deepEqual([packed.headers['content-encoding'], packed.body], ['br', 'compressed']);
  assert.match(String(packed.headers['content-type']), /javascript/);
  assert.equal(packed.headers.vary, 'Accept-Encoding');
  const plain = await asked('identity');
  assert.deepEqual([plain.headers['content-encoding'], plain.body], [undefined, 'export {};']);
  assert.equal(plain.headers.vary, 'Accept-Encoding');
});

test('a file that shrinks goes out compressed to who takes it so, a picture and a small file never', async () => {
  const text = 'const fee = 1500;\n'.repeat(100);
  const script = await file(text, 'text/javascript');
  const asked = async (digest: string, encoding: string) =>
    app.inject({ url: `/blobs/${digest}`, headers: { ...container, 'accept-encoding': encoding } });
  for (let again = 0; again < 2; again += 1) {
    const zipped = await asked(script, 'gzip, br');
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.equal(zipped.headers.vary, 'Accept-Encoding');
    assert.equal(zipped.headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(gunzipSync(zipped.rawPayload).toString(), text);
    assert.ok(zipped.rawPayload.byteLength < text.length / 2);
  }
  for (const [digest, encoding, body] of [
    [script, 'br', text],
    [await file(text.replace('fee', 'png'), 'image/png'), 'gzip', text.replace('fee', 'png')],
    [await file('short', 'text/javascript'), 'gzip', 'short'],
  ] as const) {
    const plain = await asked(digest, encoding);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body, body);
  }
});

test('the container’s page is served at every screen’s address with the host page’s policy', async () => {
  for (const url of ['/', '/orders/1', '/app/com.example.tea/menu?table=4']) {
    const answer = await app.inject({
      url,
      headers: { ...container, accept: 'text/html', 'sec-fetch-mode': 'navigate' },
    });
    assert.equal(answer.statusCode, 200, url);
    assert.match(answer.body, /<title>container/);
    const policy = String(answer.headers['content-security-policy']);
    assert.match(policy, /frame-src http:\/\/\*\.portico\.localhost:8080;/);
    assert.match(policy, /require-trusted-types-for 'script'$/);
    assert.equal(answer.headers['cross-origin-opener-policy'], 'same-origin');
    assert.match(String(answer.headers['permissions-policy']), /camera=\(self\).*microphone=\(\)/);
    assert.equal(answer.headers['cache-control'], 'no-cache');
  }
});

test('the worker that reads codes may compile WebAssembly, and no other file of the container may', async () => {
  const policyOf = async (url: string) =>
    String((await app.inject({ url, headers: container })).headers['content-security-policy']);
  assert.match(await policyOf('/assets/scanning-4f2a.js'), /script-src 'self' 'wasm-unsafe-eval';/);
  for (const url of ['/', '/sw.js', '/assets/main-4f2a.js']) {
    assert.doesNotMatch(await policyOf(url), /wasm-unsafe-eval/, url);
  }
  assert.doesNotMatch(await policyOf('/assets/scanning-4f2a.js'), /'unsafe-eval'|unsafe-inline/);
});

test('hashed assets are kept for ever; worker scripts carry a policy of their own', async () => {
  const asset = await app.inject({ url: '/assets/main-4f2a.js', headers: container });
  assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
  const worker = await app.inject({ url: '/sw.js', headers: container });
  assert.equal(worker.statusCode, 200);
  assert.match(String(worker.headers['content-type']), /javascript/);
  assert.equal(worker.headers['cache-control'], 'no-cache');
  assert.match(String(worker.headers['content-security-policy']), /default-src 'none'.*connect-src 'self'/);
});

test('addresses of no screen, and files outside the build, are not found', async () => {
  for (const url of [
    '/api/v1/none',
    '/assets/none.js',
    '/none.png',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/tuf/none',
  ]) {
    const answer = await app.inject({ url, headers: { ...container, accept: '*/*' } });
    assert.equal(answer.statusCode, 404, url);
    assert.doesNotMatch(answer.body, /not for anybody/);
  }
  for (const url of ['//[', '//evil.example/assets/main-4f2a.js', '//evil.example/orders']) {
    const answer = await app.inject({ url, headers: { ...container, accept: 'text/html' } });
    assert.equal(answer.statusCode, 404, url);
  }
});

test('a server without a build refuses to start with a sentence', () => {
  const none = { release: async () => undefined, servableFile: async () => undefined };
  const trust = { isApproved: async () => false, isRevoked: async () => false };
  assert.throws(
    () => createContent(bench.platform, { publishing: none, trust, dist: join(dist, 'nowhere') }),
    (error: unknown) => error instanceof PorticoError && error.code === 'ERR_CONTENT_NOT_BUILT',
  );
});
