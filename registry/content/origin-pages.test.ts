import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { AppId, FileDigest, ReleaseDigest } from '../../sandbox/contract/index.ts';
import { exampleRelease, type ReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import type { ReleaseRecord } from '../publishing/index.ts';
import { appHostLabel } from './index.ts';
import { originPages } from './origin-pages.ts';
import { readWall } from './wall.ts';

const folder = await mkdtemp(join(tmpdir(), 'portico-origin-'));
await mkdir(folder, { recursive: true });
for (const script of ['loader', 'origin-enter', 'origin-worker', 'origin-news', 'origin-clear']) {
  await writeFile(join(folder, `${script}.js`), `self.ran = ${JSON.stringify(script)};`);
}
const bench = await createTestPlatform({ migrations: [] });
after(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const releases = new Map<string, ReleaseManifest>();
const signed = new Set<string>();
const revoked = new Set<string>();
const inline = createHash('sha256').update('go()').digest('base64');
let file: FileDigest;

function release(name: string, changes: Partial<ReleaseManifest> = {}): { digest: ReleaseDigest; host: string } {
  const appId = `com.example.${name}` as AppId;
  const manifest = exampleRelease({
    appId,
    isolation: 'origin',
    inlineScripts: [inline],
    files: [{ path: 'index.html', size: 5, digest: file, type: 'text/html' }],
    ...changes,
  });
  const digest = createHash('sha256').update(name).digest('hex') as ReleaseDigest;
  releases.set(digest, manifest);
  signed.add(digest);
  return { digest, host: `${appHostLabel(appId, manifest.isolation)}.portico.localhost:8080` };
}

let app: FastifyInstance;
before(async () => {
  file = (await bench.platform.blobs.put(Buffer.from('entry'))).digest;
  app = await bench.buildApp([
    originPages(bench.platform, {
      publishing: {
        release: async (digest) => {
          const manifest = releases.get(digest);
          return manifest && ({ digest, manifest } as ReleaseRecord);
        },
      },
      trust: {
        isApproved: async (digest) => signed.has(digest),
        isRevoked: async (_appId, digest) => revoked.has(digest),
      },
      ...readWall(folder),
    }),
  ]);
});

const get = ({ digest, host }: { digest: string; host: string }, name: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/.portico/${digest}/${name}`, headers: { host, ...headers } });
const asWorker = { 'service-worker': 'script' };
const asClearingPage = { 'portico-clear': '1' };

test('the worker of a release carries its list of files and the policy of its documents', async () => {
  const answer = await get(release('tea'), 'sw.js', asWorker);
  assert.equal(answer.statusCode, 200);
  const { headers, body } = answer;
  assert.equal(headers['service-worker-allowed'], '/');
  assert.match(String(headers['content-type']), /^text\/javascript/);
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*connect-src 'self'/);
  assert.equal(headers['connection-allowlist'], '(response-origin)');
  assert.match(String(headers['cache-control']), /immutable/);
  const config = JSON.parse(/self\.porticoRelease=(.+);\n/.exec(body)?.[1] ?? '');
  assert.deepEqual(config.files, { 'index.html': { digest: file, type: 'text/html' } });
  const policy: string = config.documentHeaders['Content-Security-Policy'];
  assert.ok(policy.includes(`script-src 'self' 'sha256-${inline}';`), policy);
  for (const none of ['worker-src', 'frame-src', 'form-action', 'base-uri'])
    assert.ok(policy.includes(`${none} 'none'`));
  assert.ok(policy.endsWith('frame-ancestors http://bank.portico.localhost:8080'));
});

test('only the worker’s own address is served to a registration, and to nothing else', async () => {
  const tea = release('tea');
  assert.equal((await get(tea, 'sw.js')).statusCode, 404);
  for (const name of ['enter.html', 'clear.html', `files/${file}`]) {
    const answer = await get(tea, name, asWorker);
    assert.equal(answer.statusCode, 403, name);
    assert.equal(answer.json().code, 'ERR_CONTENT_SERVICE_WORKER');
  }
  const elsewhere = await app.inject({ url: '/js/sw.js', headers: { host: tea.host, ...asWorker } });
  assert.equal(elsewhere.statusCode, 403);
});

test('the way in may register a worker and nothing more', async () => {
  const answer = await get(release('tea'), 'enter.html');
  assert.equal(answer.statusCode, 200);
  const policy = String(answer.headers['content-security-policy']);
  assert.match(policy, /^default-src 'none'; script-src 'nonce-[\w-]+'; worker-src 'self';/);
  assert.match(answer.body, /data-start="\/"/);
});

test('a file is served to its own release’s host only, as bytes that are inert', async () => {
  const tea = release('tea');
  const answer = await get(tea, `files/${file}`);
  assert.equal(answer.body, 'entry');
  assert.equal(answer.headers['content-type'], 'application/octet-stream');
  assert.match(String(answer.headers['content-security-policy']), /default-src 'none'; sandbox/);
  const other = (await bench.platform.blobs.put(Buffer.from('of another release'))).digest;
  assert.equal((await get(tea, `files/${other}`)).statusCode, 404);
});

test('nothing of an unsigned, revoked, sealed or foreign release is served, but it can still be wiped', async () => {
  const unsigned = release('unsigned');
  signed.delete(unsigned.digest);
  const gone = release('gone');
  revoked.add(gone.digest);
  const sealed = release('sealed', { isolation: 'sealed' });
  const foreign = { digest: release('tea').digest, host: release('coffee').host };
  for (const wrong of [unsigned, gone, sealed, foreign]) {
    assert.equal((await get(wrong, 'enter.html')).statusCode, 404);
    assert.equal((await get(wrong, 'sw.js', asWorker)).statusCode, 404);
    assert.equal((await get(wrong, `files/${file}`)).statusCode, 404);
  }
  assert.equal((await get(gone, 'clear.html')).statusCode, 200);
  const wiped = await get(gone, 'cleared', asClearingPage);
  assert.equal(wiped.headers['clear-site-data'], '"storage"', 'never the cookies, which would be the bank’s too');
  for (const name of ['clear.html', 'cleared'])
    assert.equal((await get(foreign, name, asClearingPage)).statusCode, 404);
});

test('what any page can make a browser ask for wipes nothing', async () => {
  const tea = release('tea');
  const page = await get(tea, 'clear.html');
  assert.equal(page.headers['clear-site-data'], undefined);
  assert.match(page.body, new RegExp(`data-cleared="/\\.portico/${tea.digest}/cleared"`));
  const plain = await get(tea, 'cleared');
  assert.equal(plain.statusCode, 404);
  assert.equal(plain.headers['clear-site-data'], undefined);
  const preflight = await app.inject({
    method: 'OPTIONS',
    url: `/.portico/${tea.digest}/cleared`,
    headers: { host: tea.host, origin: 'https://evil.example', 'access-control-request-headers': 'portico-clear' },
  });
  assert.equal(preflight.headers['access-control-allow-headers'], undefined, 'nobody else may send the header');
});

test('a frame that strays to an address of this host meets the page that says so', async () => {
  const { host } = release('tea');
  const stray = await app.inject({ url: '/nowhere', headers: { host, 'sec-fetch-dest': 'iframe' } });
  assert.equal(stray.statusCode, 404);
  assert.match(stray.body, /data-state="stray"/);
  const other = await app.inject({ url: '/nowhere', headers: { host, 'sec-fetch-dest': 'image' } });
  assert.equal(other.json().code, 'ERR_CONTENT_NOT_SERVED');
});
