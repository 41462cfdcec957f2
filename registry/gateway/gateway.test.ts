import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { parseAppId, parseOpenId, parseReleaseDigest, parseUserId } from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import { createIdentity, migrations } from '../identity/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import type { Publishing, ReleaseRecord, SubmissionState } from '../publishing/index.ts';
import { FAILURES, PAUSE_SECONDS } from './breaker.ts';
import { createGateway } from './index.ts';

const DECLARED = 'https://tea.example';
const appId = parseAppId('com.teahouse.app');
const release = parseReleaseDigest('a'.repeat(64));
const openid = parseOpenId('o'.repeat(32));
const userId = parseUserId('3f2b8c1e-6a55-4c53-9c59-0d6c2f0a7b11');
assert.ok(appId && release && openid && userId);

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const received: Received[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end('ok');
const backend = createServer(async (request, response) => {
  const { method, url, headers } = request;
  received.push({ method, url, headers, body: await text(request) });
  answer(request, response);
});
backend.listen(0, '127.0.0.1');
await once(backend, 'listening');
after(() => {
  backend.closeAllConnections();
  backend.close();
});
const address = backend.address();
assert.ok(typeof address === 'object' && address);

/** Publishing and trust as far as the gateway asks them: one release, in a state that tests set. */
let state: SubmissionState = 'LIVE';
let approved = true;
let revoked = false;
let granted = false;
let signedIn = true;
const backends = {
  api: DECLARED,
  inside: 'https://127.0.0.1:9',
  'inside-name': 'https://inside.localhost',
  gone: 'https://gone.example',
};
/** Another partner's app that names the same back ends. */
const rival = { appId: 'com.example.rival', release: 'e'.repeat(64) };
const record = (digest: string) => {
  const owner = digest === release ? appId : digest === rival.release ? rival.appId : undefined;
  return owner && ({ appId: owner, state, manifest: { backends } } as unknown as ReleaseRecord);
};

const bench = await createTestPlatform({
  migrations,
  config: {
    rateLimits: true,
    backendMap: new Map([
      [DECLARED, `http://127.0.0.1:${address.port}`],
      ['https://gone.example', 'http://127.0.0.1:1'],
    ]),
  },
});
after(() => bench.close());
const identity = createIdentity(bench.platform, { otpSender: { send: async () => undefined } });
const gateway = createGateway(bench.platform, {
  identity: {
    signingKeys: identity.signingKeys,
    customerIfSignedIn: async () =>
      signedIn ? { userId, sessionId: 's', level: 1, authenticatedAt: new Date() } : undefined,
    openidFor: async () => (granted ? openid : undefined),
  },
  publishing: { release: async (digest: string) => record(digest) } as Pick<Publishing, 'release'>,
  trust: { isApproved: async () => approved, isRevoked: async () => revoked },
});
const app = await bench.buildApp([identity.routes, gateway.routes]);

interface Call {
  readonly backend?: string;
  readonly app?: string;
  readonly release?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly encoding?: string;
}
async function call({ backend: name = 'api', app: of = appId, ...rest }: Call = {}) {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/gateway/${of}/${name}`,
    headers: { ...bench.fromContainer, cookie: '__Host-sid=the-customers-bank-session' },
    payload: { release, method: 'GET', path: '/', headers: {}, ...rest },
  });
  return { http: response.statusCode, ...response.json() };
}
const last = () => received.at(-1);

test('a call reaches the declared back end and its answer the app, without either side’s cookies', async () => {
  answer = (_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': 'tracking=1', 'x-tea': 'green' });
    response.end('{"茶":1}');
  };
  const result = await call({
    method: 'POST',
    path: '/orders?table=3',
    headers: {
      'Content-Type': 'application/json',
      Cookie: 'a=1',
      'Portico-Identity': 'forged',
      Authorization: 'Bearer partner',
    },
    body: '{"cup":1}',
  });
  assert.equal(result.http, 200);
  assert.equal(result.status, 201);
  assert.equal(result.body, '{"茶":1}');
  assert.equal(result.encoding, 'utf8');
  assert.equal(result.headers['x-tea'], 'green');
  assert.equal(result.headers['set-cookie'], undefined);

  assert.equal(last()?.method, 'POST');
  assert.equal(last()?.url, '/orders?table=3');
  assert.equal(last()?.body, '{"cup":1}');
  assert.equal(last()?.headers.cookie, undefined);
  assert.equal(last()?.headers.authorization, 'Bearer partner');
  assert.match(last()?.headers.traceparent?.toString() ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
});

test('the identity header says who, for whom and for how long, and verifies against the public keys', async () => {
  const jwks = await app.inject({ url: '/.well-known/portico/jwks.json', headers: { host: '127.0.0.1' } });
  const verify = async () => {
    await call();
    const token = last()?.headers['portico-identity']?.toString() ?? '';
    const rules = { issuer: bench.platform.config.publicOrigin, audience: DECLARED, algorithms: ['EdDSA'] };
    return await jwtVerify(token, createLocalJWKSet(jwks.json()), rules);
  };
  const { payload, protectedHeader } = await verify();
  assert.equal(protectedHeader.typ, 'portico-identity+jwt');
  assert.equal(payload.sub, undefined, 'nobody granted identity.login yet');
  assert.deepEqual([payload.appId, payload.release], [appId, release]);
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60);
  granted = true;
  const second = (await verify()).payload;
  assert.equal(second.sub, openid);
  assert.notEqual(second.jti, payload.jti);
  signedIn = false;
  assert.equal((await verify()).payload.sub, undefined, 'signed out, nobody is named');
  signedIn = true;
});

test('bytes travel as base64, both ways', async () => {
  const bytes = Buffer.from([0, 255, 128, 10]);
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
  const result = await call({ method: 'PUT', body: bytes.toString('base64'), encoding: 'base64' });
  assert.deepEqual([result.body, result.encoding], [bytes.toString('base64'), 'base64']);
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(bytes);
  assert.equal((await call()).encoding, 'base64', 'text that is not UTF-8 keeps its bytes');
  assert.equal((await call({ method: 'PUT', body: '=x', encoding: 'base64' })).code, 'ERR_GATEWAY_BODY_REFUSED');
  assert.equal((await call({ method: 'GET', body: 'x' })).code, 'ERR_GATEWAY_BODY_REFUSED');
  answer = (_request, response) => response.end('ok');
});

test('only a signed release in force, of this very app, may call', async () => {
  const refused = 'ERR_GATEWAY_RELEASE_REFUSED';
  assert.equal((await call({ app: 'com.other.app' })).code, refused);
  assert.equal((await call({ release: 'b'.repeat(64) })).code, refused);
  for (const unsigned of ['IN_REVIEW', 'REJECTED', 'YANKED', 'REVOKED'] as const) {
    state = unsigned;
    assert.equal((await call()).code, refused, unsigned);
  }
  state = 'LIVE';
  approved = false;
  assert.equal((await call()).code, refused);
  approved = true;
  revoked = true;
  assert.equal((await call()).code, refused);
  revoked = false;
  assert.equal((await call()).http, 200);
});

test('a back end is called by its declared name and never by address', async () => {
  for (const name of ['other', 'constructor', '--proto--']) {
    const code = (await call({ backend: name })).code;
    assert.ok(code === 'ERR_GATEWAY_BACKEND_UNKNOWN' || code === 'ERR_PLATFORM_BAD_REQUEST', `${name}: ${code}`);
  }
  assert.equal((await call({ path: '//evil.example/' })).code, 'ERR_GATEWAY_PATH_REFUSED');
  assert.equal((await call({ path: '/\\evil.example' })).code, 'ERR_GATEWAY_PATH_REFUSED');
});

test('a back end that leads inside is not called', async () => {
  assert.equal((await call({ backend: 'inside' })).code, 'ERR_GATEWAY_PRIVATE_ADDRESS');
  const byName = (await call({ backend: 'inside-name' })).code;
  // Where the resolver does not know *.localhost there is no address to refuse.
  assert.ok(byName === 'ERR_GATEWAY_PRIVATE_ADDRESS' || byName === 'ERR_GATEWAY_UNREACHABLE', byName);
});

test('redirects are not followed', async () => {
  answer = (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  const before = received.length;
  assert.equal((await call()).code, 'ERR_GATEWAY_REDIRECT');
  assert.equal(received.length, before + 1);
});

test('an answer whose head cannot be passed on is refused with what is wrong with it, and hung up on', async () => {
  const headers = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, 'a']));
  const refused: [string, (response: ServerResponse) => ServerResponse, RegExp][] = [
    ['too many headers', (response) => response.writeHead(200, headers(40)), /4[0-9] headers/],
    ['more than is read', (response) => response.writeHead(200, { 'x-a': 'a'.repeat(20_000) }), /16 kB/],
    ['a status of no kind', (response) => response.writeHead(999), /999/],
  ];
  for (const [what, write, detail] of refused) {
    const gone = new Promise((resolve) => {
      answer = (_request, response) => write(response.on('close', resolve)).write('the body goes on');
    });
    const result = await call();
    assert.deepEqual([result.http, result.code], [502, 'ERR_GATEWAY_ANSWER_REFUSED'], what);
    assert.match(result.detail, detail);
    await gone;
  }
  answer = (_request, response) => response.writeHead(599, headers(24)).end('ok');
  assert.equal((await call()).status, 599, 'the circuit has not opened');
});

test('sizes are capped in both directions', async () => {
  answer = (_request, response) => response.end('ok');
  const atLimit = await call({ method: 'POST', body: 'x'.repeat(netQuotas.request) });
  assert.equal(atLimit.http, 200);
  const above = await call({ method: 'POST', body: 'x'.repeat(netQuotas.request + 1) });
  assert.equal(above.code, 'ERR_GATEWAY_REQUEST_TOO_LARGE');
  answer = (_request, response) => response.end(Buffer.alloc(netQuotas.response));
  assert.equal((await call()).http, 200);
  let sending = true;
  answer = (_request, response) => {
    const more = () => sending && response.write(Buffer.alloc(65_536)) && setImmediate(more);
    response.on('drain', more).on('close', () => {
      sending = false;
    });
    more();
  };
  assert.equal((await call()).code, 'ERR_GATEWAY_RESPONSE_TOO_LARGE');
});

test('ten calls at once are let through, the next is told to wait', async () => {
  const waiting: ServerResponse[] = [];
  const allHere = new Promise<void>((resolve) => {
    answer = (_request, response) => {
      waiting.push(response);
      if (waiting.length === netQuotas.atOnce) resolve();
    };
  });
  const calls = Array.from({ length: netQuotas.atOnce }, () => call());
  await allHere;
  const eleventh = await call();
  assert.equal(eleventh.code, 'ERR_GATEWAY_BUSY');
  assert.equal(eleventh.http, 429);
  for (const response of waiting) response.end('ok');
  const results = await Promise.all(calls);
  assert.ok(results.every(({ http }) => http === 200));
  answer = (_request, response) => response.end('ok');
  assert.equal((await call()).http, 200);
});

test('a back end that keeps failing is left alone for a while, then tried once', async () => {
  await bench.time.advance({ minutes: 1 });
  for (let n = 0; n < FAILURES; n += 1) {
    assert.equal((await call({ backend: 'gone' })).code, 'ERR_GATEWAY_UNREACHABLE');
  }
  const open = await call({ backend: 'gone' });
  assert.equal(open.code, 'ERR_GATEWAY_CIRCUIT_OPEN');
  assert.ok(open.retryAfterSeconds > 0 && open.retryAfterSeconds <= PAUSE_SECONDS);
  assert.equal((await call()).http, 200, 'other back ends go on');
  const another = await call({ app: rival.appId, release: rival.release, backend: 'gone' });
  assert.equal(another.code, 'ERR_GATEWAY_UNREACHABLE', 'no app opens the circuit of another');
  await bench.time.advance({ seconds: PAUSE_SECONDS });
  assert.equal((await call({ backend: 'gone' })).code, 'ERR_GATEWAY_UNREACHABLE');
  assert.equal((await call({ backend: 'gone' })).code, 'ERR_GATEWAY_CIRCUIT_OPEN');
});

test('another page of the same site cannot call', async () => {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/gateway/${appId}/api`,
    headers: { ...bench.fromContainer, origin: 'http://a-x.portico.localhost:8080', 'sec-fetch-site': 'same-site' },
    payload: { release, method: 'GET', path: '/', headers: {} },
  });
  assert.equal(response.json().code, 'ERR_PLATFORM_CROSS_SITE');
});
