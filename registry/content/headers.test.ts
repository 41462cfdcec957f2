/** What the hosts of apps and the container's page send, to the letter: nothing of the wall's headers may be lost or added unnoticed. */
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
import { appHostLabel, createContent } from './index.ts';
import { readWall } from './wall.ts';

const dist = await mkdtemp(join(tmpdir(), 'portico-dist-'));
await mkdir(join(dist, 'container', 'assets'), { recursive: true });
await mkdir(join(dist, 'frame'));
await writeFile(join(dist, 'container', 'index.html'), '<!doctype html><title>container</title>');
for (const part of ['loader', 'origin-enter', 'origin-worker', 'origin-news', 'origin-clear'])
  await writeFile(join(dist, 'frame', `${part}.js`), 'self.ran = true;');
const bench = await createTestPlatform({ migrations: [] });
after(async () => {
  await bench.close();
  await rm(dist, { recursive: true });
});

const bank = 'http://bank.portico.localhost:8080';
const inline = createHash('sha256').update('go()').digest('base64');
const page: FileDigest = (await bench.platform.blobs.put(Buffer.from('<!doctype html><script>go()</script>'))).digest;
const domains = { connect: ['https://api.tea.example'], image: ['https://img.tea.example'], media: [] };
const declared = '(response-origin "https://api.tea.example" "https://img.tea.example")';

interface Served {
  readonly manifest: ReleaseManifest;
  readonly digest: ReleaseDigest;
  readonly host: string;
}
function release(isolation: 'sealed' | 'origin'): Served {
  const manifest = exampleRelease({
    appId: `com.example.${isolation}` as AppId,
    isolation,
    domains,
    files: [{ path: 'index.html', size: 36, digest: page, type: 'text/html' }],
    ...(isolation === 'origin' && { inlineScripts: [inline] }),
  });
  const digest = createHash('sha256').update(isolation).digest('hex') as ReleaseDigest;
  return { manifest, digest, host: `${appHostLabel(manifest.appId, isolation)}.portico.localhost:8080` };
}
const sealed = release('sealed');
const site = release('origin');

let app: FastifyInstance;
before(async () => {
  const content = createContent(bench.platform, {
    publishing: {
      release: async (digest) => {
        const found = [sealed, site].find((one) => one.digest === digest);
        return found && ({ digest, manifest: found.manifest } as ReleaseRecord);
      },
      servableFile: async (digest) => (digest === page ? { type: 'text/html', size: 36 } : undefined),
    },
    trust: { isApproved: async () => true, isRevoked: async () => false },
    dist,
  });
  app = await bench.buildApp([content.routes]);
});

/** Of every answer, and of no interest here. */
const PASSING = ['date', 'connection', 'trace-id', 'content-length', 'last-modified', 'etag', 'accept-ranges', 'vary'];
async function headersOf(url: string, headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') {
  const answer = await app.inject({ method, url, headers });
  const kept = Object.entries(answer.headers).filter(([name]) => !PASSING.includes(name));
  return { status: answer.statusCode, headers: Object.fromEntries(kept), body: answer.body };
}

const none = (names: string): string =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${name}=()`)
    .join(', ');
/** Written out once more, so that a feature that is let go of is missed. */
const NOTHING = none(`accelerometer aria-notify autoplay browsing-topics camera captured-surface-control clipboard-read
  clipboard-write compute-pressure deferred-fetch deferred-fetch-minimal digital-credentials-create
  digital-credentials-get display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid
  identity-credentials-get idle-detection interest-cohort keyboard-map language-detector language-model local-fonts
  local-network local-network-access loopback-network magnetometer media-playback-while-not-visible microphone midi
  on-device-speech-recognition otp-credentials payment picture-in-picture private-state-token-issuance
  private-state-token-redemption publickey-credentials-create publickey-credentials-get screen-wake-lock serial
  speaker-selection storage-access summarizer translator usb window-management xr-spatial-tracking`);
const forAll = {
  'origin-agent-cluster': '?1',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const ofAppHosts = { ...forAll, 'permissions-policy': NOTHING, 'connection-allowlist': '(response-origin)' };
const { version } = readWall(join(dist, 'frame'));
const FOREVER = 'public, max-age=31536000, immutable';
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'";

test('the sealed frame page', async () => {
  const { status, headers, body } = await headersOf(`/.portico/${sealed.digest}/frame.html?${version}`, {
    host: sealed.host,
  });
  assert.equal(status, 200);
  const nonce = /<script nonce="([\w-]{32})"/.exec(body)?.[1];
  assert.deepEqual(headers, {
    ...ofAppHosts,
    'connection-allowlist': declared,
    'content-security-policy': `sandbox allow-scripts allow-forms; default-src 'none'; script-src 'nonce-${nonce}' blob:; style-src blob: 'unsafe-inline'; img-src blob: data: https://img.tea.example; font-src blob: data:; media-src blob:; connect-src blob: data: https://api.tea.example; worker-src blob:; frame-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors ${bank}`,
    'cache-control': FOREVER,
    'content-type': 'text/html; charset=utf-8',
  });
});

const ownPage = (workers: string) =>
  `default-src 'none'; script-src 'nonce-portico-own-page'; ${workers}; form-action 'none'; base-uri 'none'; frame-ancestors ${bank}`;

test('the container’s own pages at the host of a site: the way in, the wiping, the place for a frame that strayed', async () => {
  const html = { ...ofAppHosts, 'referrer-policy': 'same-origin', 'content-type': 'text/html; charset=utf-8' };
  const enter = await headersOf(`/.portico/${site.digest}/enter.html?${version}`, { host: site.host });
  assert.deepEqual(enter.headers, {
    ...html,
    'content-security-policy': ownPage("worker-src 'self'"),
    'cache-control': FOREVER,
  });
  const clear = await headersOf(`/.portico/${site.digest}/clear.html`, { host: site.host });
  assert.deepEqual(clear.headers, {
    ...html,
    'content-security-policy': ownPage("worker-src 'none'; connect-src 'self'"),
    'cache-control': 'no-store',
  });
  for (const host of [site.host, sealed.host]) {
    const stray = await headersOf('/nowhere', { host, 'sec-fetch-dest': 'iframe' });
    assert.equal(stray.status, 404);
    assert.deepEqual(stray.headers, {
      ...html,
      'content-security-policy': ownPage("worker-src 'none'"),
      'cache-control': 'no-store',
    });
  }
});

test('the worker of a site, which is the only JavaScript that a content host serves, and what the worker gives the site', async () => {
  const { headers, body } = await headersOf(`/.portico/${site.digest}/sw.js`, {
    host: site.host,
    'service-worker': 'script',
  });
  assert.deepEqual(headers, {
    ...ofAppHosts,
    'content-security-policy': "default-src 'none'; script-src 'none'; connect-src 'self'",
    'content-type': 'text/javascript; charset=utf-8',
    'service-worker-allowed': '/',
    'cache-control': FOREVER,
  });
  const config = JSON.parse(/self\.porticoRelease=(.+);\n/.exec(body)?.[1] ?? '');
  assert.deepEqual(config.documentHeaders, {
    'Content-Security-Policy': `default-src 'none'; script-src 'self' 'sha256-${inline}'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: https://img.tea.example; font-src 'self' blob: data:; media-src 'self' blob: data:; connect-src 'self' blob: data: https://api.tea.example; manifest-src 'self'; worker-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'; sandbox allow-scripts allow-same-origin allow-forms; frame-ancestors ${bank}`,
    'Connection-Allowlist': declared,
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': NOTHING,
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': 'text/html; charset=utf-8',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  assert.deepEqual(config.fileHeaders, {
    'Content-Security-Policy': INERT,
    'Connection-Allowlist': '(response-origin)',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': NOTHING,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
});

test('a file of a site, and the answer that wipes it', async () => {
  const file = await headersOf(`/.portico/${site.digest}/files/${page}`, { host: site.host });
  assert.equal(file.status, 200);
  assert.deepEqual(file.headers, {
    ...ofAppHosts,
    'content-security-policy': INERT,
    'cache-control': FOREVER,
    'content-type': 'application/octet-stream',
  });
  const wiped = await headersOf(`/.portico/${site.digest}/cleared`, { host: site.host, 'portico-clear': '1' });
  assert.deepEqual(wiped.headers, {
    ...ofAppHosts,
    'content-security-policy': INERT,
    'cache-control': 'no-store',
    'content-type': 'text/plain',
    'clear-site-data': '"storage"',
  });
});

test('a package file opened as a page at the container’s host', async () => {
  const { headers } = await headersOf(`/blobs/${page}`, { host: new URL(bank).host });
  assert.deepEqual(headers, {
    ...forAll,
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': FOREVER,
    'content-type': 'text/plain; charset=utf-8',
  });
});

test('whatever a content host refuses: addresses, methods, workers, and what no router reads', async () => {
  const worker = { 'service-worker': 'script' };
  const refused: readonly (readonly [number, string, Record<string, string>?, 'POST'?])[] = [
    [404, `/.portico/${'0'.repeat(64)}/frame.html`],
    [404, `/.portico/${site.digest}/sw.js`],
    [404, `/.portico/${sealed.digest}/sw.js`, worker],
    [403, `/.portico/${sealed.digest}/frame.html`, worker],
    [403, `/.portico/${site.digest}/enter.html`, worker],
    [403, '/site.js', worker],
    [403, '/%2e%2e/sw.js', worker],
    [404, '/site.js'],
    [404, '/site.js', {}, 'POST'],
    [421, '/api/errors/ERR_PLATFORM_NOT_FOUND'],
    [400, '/%zz'],
    [404, `/.portico/${'0'.repeat(301)}/frame.html`],
  ];
  for (const host of [sealed.host, site.host]) {
    for (const [status, url, more = {}, method] of refused) {
      const answer = await headersOf(url, { host, ...more }, method);
      assert.equal(answer.status, status, url);
      assert.deepEqual(
        answer.headers,
        {
          ...ofAppHosts,
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
          'cache-control': 'no-store',
          'content-type': 'application/problem+json',
        },
        url,
      );
      assert.doesNotMatch(answer.body, /FST_|%zz/);
    }
  }
});

test('the container’s own page', async () => {
  const { headers } = await headersOf('/', { host: new URL(bank).host, accept: 'text/html' });
  const own = [
    ...['camera', 'clipboard-write', 'geolocation', 'media-playback-while-not-visible'],
    ...['publickey-credentials-create', 'publickey-credentials-get'],
  ];
  const refused = NOTHING.split(', ').filter((feature) => !own.some((name) => feature === `${name}=()`));
  assert.deepEqual(headers, {
    ...forAll,
    'content-security-policy':
      "default-src 'none'; script-src 'self'; trusted-types lit-html portico-url; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src http://*.portico.localhost:8080; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': [...own.map((name) => `${name}=(self)`), ...refused].join(', '),
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
  });
});
