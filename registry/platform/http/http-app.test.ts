import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Registry } from 'prom-client';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { createLog } from '../log.ts';
import { createTestPlatform } from '../testing/index.ts';
import { createHttpApp } from './http-app.ts';
import { listen } from './listen.ts';

const bench = await createTestPlatform({ migrations: [], config: { rateLimits: true } });
let app: FastifyInstance;

const container = 'bank.portico.localhost:8080';
const appHost = 'a-abcdefghijklmnopqrst.portico.localhost:8080';
const at = (host: string, headers: Record<string, string> = {}) => ({ host, ...headers });

before(async () => {
  app = await bench.buildApp([
    async (routes) => {
      routes.get('/api/v1/mine', { config: { caller: 'customer' } }, async () => ({ mine: true }));
      routes.post(
        '/api/v1/mine',
        {
          config: { caller: 'customer' },
          schema: {
            summary: 'Keep a note',
            tags: ['notes'],
            body: {
              type: 'object',
              properties: { count: { type: 'integer' } },
              required: ['count'],
              additionalProperties: false,
            },
          },
        },
        async (request) => ({ bytes: request.rawBody?.toString('utf8') }),
      );
      routes.post('/api/v1/theirs', { config: { caller: 'partner' } }, async () => ({ theirs: true }));
      routes.get('/api/v1/all', { config: { caller: 'public' } }, async () => ({ all: true }));
      routes.get('/go', { config: { caller: 'navigation' } }, async (_request, reply) => reply.redirect('/'));
      routes.get('/*', { config: { caller: 'asset' } }, async () => 'the container');
      routes.get('/page', { config: { caller: 'content' } }, async () => 'an app');
      routes.get('/breaks', { config: { caller: 'probe' } }, async () => {
        throw new TypeError('secret inside');
      });
      routes.post(
        '/moment',
        {
          config: { caller: 'partner' },
          schema: { body: { type: 'object', properties: { at: { type: 'string', format: 'date-time' } } } },
        },
        async () => ({ fine: true }),
      );
      routes.post('/text', { config: { caller: 'partner' } }, async (request) => {
        const rows = await sql<{ text: string }>`SELECT ${(request.body as { text: string }).text} AS text`.execute(
          bench.platform.db,
        );
        return rows.rows[0];
      });
      routes.get('/refuses', { config: { caller: 'probe' } }, async () => {
        throw new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: 'Later.' });
      });
      routes.get('/scarce', { config: { caller: 'probe', rateLimit: { max: 1 } } }, async () => 'one');
    },
  ]);
});
after(() => bench.close());

/** Sends these very bytes over a connection of its own and returns the bytes of the answer. */
async function raw(request: string): Promise<string> {
  const listening = await listen(app, { ...bench.platform.config, port: 0 }, bench.platform.log);
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(listening.port, '127.0.0.1', () => {
      socket.write(request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  await listening.close();
  return answer;
}

test('a host that is not ours is answered 421 whatever it asks for', async () => {
  for (const host of [
    'evil.example',
    'portico.localhost:8080',
    'bank.portico.localhost',
    'bank.portico.localhost:8080.',
    '127.0.0.1.evil.example',
  ]) {
    const answer = await app.inject({ url: '/api/v1/all', headers: at(host) });
    assert.equal(answer.statusCode, 421, host);
    assert.equal(answer.json().code, 'ERR_PLATFORM_WRONG_HOST');
  }
});

test('a request that names two hosts is answered by none', async () => {
  const twice = await raw(`GET /api/v1/all HTTP/1.1\r\nHost: ${container}\r\nHost: evil.example\r\n\r\n`);
  assert.match(twice, /^HTTP\/1\.1 421 /);
  const absolute = await raw(`GET http://evil.example/api/v1/all HTTP/1.1\r\nHost: ${container}\r\n\r\n`);
  assert.match(absolute, /^HTTP\/1\.1 421 /);
});

test('the loopback hosts are for callers on this machine, whatever their Host header says', async () => {
  const metrics = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers: at('localhost:8080', headers) })).statusCode;
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(await metrics(address), 200);
  for (const address of ['192.0.2.7', '10.0.0.8', '::ffff:10.0.0.8', '2001:db8::1']) {
    assert.equal(await metrics(address), 421, address);
  }
  assert.equal(await metrics('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }), 421, 'behind a local proxy');
});

test('a moment that is in no calendar, and text the database cannot hold, are the sender’s mistakes', async () => {
  const post = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers: at('127.0.0.1:8080'), payload });
  assert.equal((await post('/moment', { at: '2026-02-28T23:59:59+08:00' })).statusCode, 200);
  for (const moment of ['2026-99-99T99:99:99Z', '2026-01-01', 'now']) {
    assert.equal((await post('/moment', { at: moment })).json().code, 'ERR_PLATFORM_BAD_REQUEST', moment);
  }
  assert.equal((await post('/text', { text: '停车' })).json().text, '停车');
  assert.equal((await post('/text', { text: 'a\u0000b' })).json().code, 'ERR_PLATFORM_BAD_REQUEST');
});

test('each host serves the routes of its callers and no other', async () => {
  const status = async (host: string, url: string) => (await app.inject({ url, headers: at(host) })).statusCode;
  assert.equal(await status(container, '/api/v1/mine'), 200);
  assert.equal(await status(appHost, '/api/v1/mine'), 421);
  assert.equal(await status('console.localhost:8080', '/api/v1/mine'), 421);
  assert.equal(await status('127.0.0.1:8080', '/api/v1/mine'), 421);
  assert.equal(await status('[::1]:8080', '/api/v1/all'), 200);
  assert.equal(await status(container, '/metrics'), 421, 'measurements are not for customers');
  assert.equal((await app.inject({ url: '/anything', headers: at(container) })).body, 'the container');
  assert.equal(await status(appHost, '/page'), 200);
  assert.equal((await app.inject({ url: '/page', headers: at(container) })).body, 'the container');
  assert.equal(await status(appHost, '/other'), 404);
});

test('a customer’s change needs the container’s exact Origin', async () => {
  const post = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/mine', headers: at(container, headers), payload: { count: 1 } });
  assert.equal((await post({ origin: 'http://bank.portico.localhost:8080' })).statusCode, 200);
  assert.equal(
    (await post({ origin: 'http://bank.portico.localhost:8080', 'sec-fetch-site': 'same-origin' })).statusCode,
    200,
  );
  for (const headers of [
    {},
    { origin: `http://${appHost}` },
    { origin: 'null' },
    { origin: 'http://bank.portico.localhost:8080', 'sec-fetch-site': 'same-site' },
    { origin: 'https://bank.portico.localhost:8080' },
  ]) {
    const answer = await post(headers);
    assert.equal(answer.statusCode, 403, JSON.stringify(headers));
    assert.equal(answer.json().code, 'ERR_PLATFORM_CROSS_SITE');
  }
});

test('an app’s page, though same-site, cannot read a customer’s data', async () => {
  const get = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/api/v1/mine', headers: at(container, headers) })).statusCode;
  assert.equal(await get({ 'sec-fetch-site': 'same-site' }), 403);
  assert.equal(await get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }), 403);
  assert.equal(await get({ origin: `http://${appHost}` }), 403);
  assert.equal(await get({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }), 200);
  assert.equal(await get({ 'sec-fetch-site': 'same-origin' }), 200);
});

test('partner and staff routes take no browser request of another origin', async () => {
  const post = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/api/v1/theirs', headers: at('127.0.0.1:8080', headers) })).statusCode;
  assert.equal(await post({}), 200);
  assert.equal(await post({ origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await post({ origin: 'http://evil.example' }), 403);
});

test('a sign-in redirect works from anywhere as a navigation, not in a frame', async () => {
  const get = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/go', headers: at(container, headers) })).statusCode;
  assert.equal(
    await get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    302,
  );
  assert.equal(
    await get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
    403,
  );
});

test('a server with a route that names no caller refuses to start', async () => {
  const another = () => ({ ...bench.platform, metrics: new Registry() });
  const nameless = createHttpApp(another(), [async (routes) => void routes.get('/open', async () => 'hello')]);
  await assert.rejects(nameless, { code: 'ERR_PLATFORM_CONFIG_ROUTE', message: /GET \/open/ });
  const writing = createHttpApp(another(), [
    async (routes) => void routes.post('/x', { config: { caller: 'public' } }, async () => 'hello'),
  ]);
  await assert.rejects(writing, { code: 'ERR_PLATFORM_CONFIG_ROUTE', message: /only read/ });
});

test('faults leave as RFC 9457 problems with a trace id, without their insides', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const answer = await app.inject({ url: '/breaks', headers: at('localhost', { traceparent }) });
  assert.equal(answer.statusCode, 500);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const { code, traceId, status, title, fix } = answer.json();
  assert.deepEqual(
    { code, traceId, status },
    { code: 'ERR_PLATFORM_INTERNAL', traceId: '0af7651916cd43dd8448eb211c80319c', status: 500 },
  );
  assert.ok(title && fix);
  assert.doesNotMatch(answer.body, /secret|TypeError/);
  const refused = await app.inject({ url: '/refuses', headers: at('localhost') });
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.headers['retry-after'], '2');
  const meaning = await app.inject({ url: refused.json().type, headers: at('localhost') });
  assert.equal(meaning.json().code, 'ERR_PLATFORM_UNAVAILABLE');
});

test('bodies are neither converted nor stripped, and keep their exact bytes for signatures', async () => {
  const post = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/mine',
      headers: { ...bench.fromContainer, 'content-type': 'application/json' },
      payload,
    });
  assert.equal((await post('{ "count": 1 }')).json().bytes, '{ "count": 1 }');
  for (const payload of ['{"count":"1"}', '{"count":1,"more":2}', '{"count":1', '{"count":1,"__proto__":{}}']) {
    const answer = await post(payload);
    assert.equal(answer.statusCode, 400, payload);
    assert.equal(answer.json().code, 'ERR_PLATFORM_BAD_REQUEST');
  }
});

test('every answer, refusals too, keeps its origin in a process of its own', async () => {
  for (const [host, url] of [
    [container, '/'],
    [appHost, '/page'],
    [appHost, '/none'],
    ['evil.example', '/'],
  ] as const) {
    const { headers } = await app.inject({ url, headers: at(host) });
    assert.equal(headers['origin-agent-cluster'], '?1');
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
});

test('too many requests are answered 429 with the time to wait', async () => {
  await app.inject({ url: '/scarce', headers: at('localhost') });
  const answer = await app.inject({ url: '/scarce', headers: at('localhost') });
  assert.equal(answer.statusCode, 429);
  assert.equal(answer.json().code, 'ERR_PLATFORM_RATE');
  assert.ok(Number(answer.headers['retry-after']) > 0);
});

test('the API describes itself to machines and people, on console and loopback hosts', async () => {
  const api = await app.inject({ url: '/api/openapi.json', headers: at('localhost') });
  assert.equal(api.json().paths['/api/v1/mine'].post.summary, 'Keep a note');
  const page = await app.inject({ url: '/api/docs', headers: at('console.localhost:8080') });
  assert.match(page.body, /Keep a note/);
  assert.doesNotMatch(page.body, /<script/);
  assert.notEqual((await app.inject({ url: '/api/docs', headers: at(container) })).statusCode, 200);
});

test('probes tell that the database answers, and measurements name route patterns', async () => {
  assert.deepEqual((await app.inject({ url: '/readyz', headers: at('localhost') })).json(), { status: 'ready' });
  await app.inject({ url: '/api/errors/ERR_NONE', headers: at('localhost') });
  const metrics = (await app.inject({ url: '/metrics', headers: at('localhost') })).body;
  assert.match(
    metrics,
    /portico_http_request_duration_seconds_count\{method="GET",route="\/api\/errors\/:code",status="404"\}/,
  );
});

test('a cookie bomb is answered 431 and defused with Clear-Site-Data', async () => {
  const answer = await raw(`GET / HTTP/1.1\r\nHost: ${container}\r\nCookie: ${'bomb='.padEnd(120_000, 'x')}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 431 /);
  assert.match(answer, /\r\nClear-Site-Data: "cookies"\r\n/);
  assert.match(answer, /ERR_PLATFORM_HEADERS_TOO_LARGE/);
  // It stands at apps' hosts too, and no route has dressed it.
  assert.match(answer, /\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'; sandbox\r\n/);
  assert.match(answer, /\r\nConnection-Allowlist: \(response-origin\)\r\n/);
  assert.match(answer, /\r\nPermissions-Policy: accelerometer=\(\), /);
  assert.match(answer, /\r\nOrigin-Agent-Cluster: \?1\r\n/);
});

test('a log line names the route’s pattern and the trace, never an address or a query', async () => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const logged = await createHttpApp({ ...bench.platform, log, metrics: new Registry() }, [
    async (routes) => {
      routes.get('/orders/:id', { config: { caller: 'public' } }, async () => {
        throw Object.assign(new Error('duplicate key'), { detail: 'Key (phone)=(13800000001) already exists.' });
      });
    },
  ]);
  await logged.inject({
    url: '/orders/4711?phone=13800000001',
    headers: at(container),
    remoteAddress: '203.0.113.9',
  });
  await logged.close();
  const text = lines.join('');
  assert.match(text, /"trace":"[0-9a-f]{32}".*"route":"\/orders\/:id","host":"container","status":500/);
  assert.doesNotMatch(text, /13800000001|203\.0\.113\.9|4711/);
});
