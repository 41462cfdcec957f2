import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';
import { exampleRelease, type ReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import { listen } from '../platform/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import type { ReleaseRecord } from '../publishing/index.ts';
import { createCatalogue } from './index.ts';

const bench = await createTestPlatform({ migrations: [], config: { trustedProxies: ['127.0.0.1'] } });
after(() => bench.close());
const { notices, db } = bench.platform;

// What is live, as a table; the journeys run publishing and rollout end to end.
const live = new Map<ReleaseDigest, ReleaseManifest>();
let reads = 0;
let broken = false;
function shelve(digest: string, changes: Partial<ReleaseManifest>): void {
  live.set(digest.repeat(64) as ReleaseDigest, exampleRelease(changes));
}
shelve('a', {
  appId: 'com.cityparking.app' as AppId,
  name: { 'zh-Hans': '城市停车', en: 'City Parking' },
  shortName: { 'zh-Hans': '停车' },
});
shelve('b', {
  appId: 'com.example.cafe' as AppId,
  name: { 'zh-Hans': '海边咖啡', en: 'Café au Lait' },
  cities: ['310000'],
});

let app: FastifyInstance;
before(async () => {
  const catalogue = createCatalogue(bench.platform, {
    publishing: {
      release: async (digest) => {
        const manifest = live.get(digest);
        return manifest && ({ digest, manifest, partnerId: 'tea' } as ReleaseRecord);
      },
    },
    rollout: {
      allLive: async () => {
        reads += 1;
        if (broken) throw new Error('database away');
        return [...live].map(([digest, { appId }]) => ({ appId, digest, percent: 100 }));
      },
    },
  });
  app = await bench.buildApp([catalogue.routes]);
});
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/catalogue${url}`, headers: { host: 'bank.portico.localhost:8080', ...headers } });
const ids = (body: { apps: { appId: string }[] }) => body.apps.map(({ appId }) => appId);
async function changed(): Promise<void> {
  const before = reads;
  await notices.publish(db, 'releases', JSON.stringify({ type: 'updated' }));
  for (let waited = 0; waited < 100 && reads === before; waited += 1) {
    await sleep(20);
    await get('/home');
  }
}

test('home lists what is live in a city, in the customer’s language', async () => {
  const shanghai = (await get('/home?city=310115&lang=en')).json();
  assert.deepEqual(ids(shanghai), ['com.cityparking.app', 'com.example.cafe']);
  assert.equal(shanghai.apps[0].name, 'City Parking');
  assert.equal(shanghai.apps[0].icon.type, 'image/png');
  const beijing = (await get('/home?city=110100&lang=zh-Hans')).json();
  assert.deepEqual(ids(beijing), ['com.cityparking.app']);
  assert.equal(beijing.apps[0].name, '城市停车');
  assert.equal(beijing.city, '110100');
});

test('search finds Chinese and English names whatever their width, case, accents and spaces', async () => {
  for (const [q, found] of [
    ['停车', 'com.cityparking.app'],
    ['城市 停车', 'com.cityparking.app'],
    ['CITYPARK', 'com.cityparking.app'],
    ['ｃｉｔｙ', 'com.cityparking.app'],
    ['cafe', 'com.example.cafe'],
    ['咖啡', 'com.example.cafe'],
  ]) {
    assert.deepEqual(ids((await get(`/search?q=${encodeURIComponent(q ?? '')}`)).json()), [found], q);
  }
  for (const q of ['', '  ', 'zzz'])
    assert.deepEqual((await get(`/search?q=${encodeURIComponent(q)}`)).json().apps, [], q);
});

test('details say what an app may ask for, and an unknown app is named', async () => {
  const body = (await get('/apps/com.example.cafe?lang=en')).json();
  assert.equal(body.description, 'Order a cup of tea.');
  assert.deepEqual(body.capabilities, [{ name: 'storage', reason: 'To remember the last cup' }]);
  const unknown = await get('/apps/com.example.none');
  assert.equal(unknown.statusCode, 404);
  assert.equal(unknown.json().code, 'ERR_CATALOGUE_NO_APP');
});

test('a reader whose copy is current gets 304; a change gives another ETag', async () => {
  const first = await get('/home?city=310115');
  const etag = String(first.headers.etag);
  assert.equal((await get('/home?city=310115', { 'if-none-match': etag })).statusCode, 304);
  assert.equal((await get('/home?city=310115&lang=en', { 'if-none-match': etag })).statusCode, 200);
  shelve('c', { appId: 'com.example.movies' as AppId });
  await changed();
  const second = await get('/home?city=310115', { 'if-none-match': etag });
  assert.equal(second.statusCode, 200);
  assert.equal(ids(second.json()).length, 3);
});

test('requests between two changes do not read the database', async () => {
  await get('/home');
  const before = reads;
  for (let n = 0; n < 20; n += 1) await get(`/home?city=${310100 + n}`);
  assert.equal(reads, before);
});

test('while the database is away the catalogue shows what it last knew', async () => {
  broken = true;
  await changed();
  assert.equal((await get('/home')).statusCode, 200);
  broken = false;
});

test('one network cannot take the streams of all others, however many addresses it has', async () => {
  const listening = await listen(app, { ...bench.platform.config, port: 0 }, bench.platform.log);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const open = async (address: string) => {
    const headers = { host: 'bank.portico.localhost:8080', 'x-forwarded-for': address };
    const sent = request({ host: '127.0.0.1', port: listening.port, path: '/api/v1/events', headers, agent }).end();
    const [answer] = await once(sent, 'response');
    answer.resume();
    return { status: answer.statusCode, sent };
  };
  const opened = [];
  for (let left = 251; left > 0; left -= 1) opened.push(await open(`2001:db8:1:2::${left.toString(16)}`));
  assert.deepEqual([opened[249]?.status, opened[250]?.status], [200, 503]);
  assert.equal((await open('2001:db8:1:3::1')).status, 200, 'another network is not its neighbour');
  opened[0]?.sent.destroy();
  let again = await open('2001:db8:1:2::ffff');
  for (let tries = 0; tries < 50 && again.status !== 200; tries += 1) {
    await sleep(10);
    again = await open('2001:db8:1:2::ffff');
  }
  assert.equal(again.status, 200, 'whoever leaves makes room');
  agent.destroy();
  await listening.close();
});

test('a page hears of updates and revocations as server-sent events, and the stream ends with the server', async () => {
  const listening = await listen(app, { ...bench.platform.config, port: 0 }, bench.platform.log);
  const sent = request({
    host: '127.0.0.1',
    port: listening.port,
    path: '/api/v1/events',
    headers: { host: 'bank.portico.localhost:8080' },
  }).end();
  const [answer] = await once(sent, 'response');
  assert.equal(answer.headers['content-type'], 'text/event-stream');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['origin-agent-cluster'], '?1');
  let text = '';
  answer.setEncoding('utf8');
  answer.on('data', (chunk: string) => (text += chunk));
  await notices.publish(db, 'releases', '{"type":"revoked","appId":"com.example.cafe","reason":"not for the public"}');
  await notices.publish(db, 'releases', 'no json');
  await notices.publish(db, 'releases', '{"type":"updated","appId":"com.cityparking.app","digest":"aa"}');
  for (let waited = 0; waited < 200 && !text.includes('updated'); waited += 1) await sleep(10);
  assert.match(text, /event: revoked\ndata: \{"appId":"com\.example\.cafe"\}\n\n/);
  assert.match(text, /event: updated\ndata: \{"appId":"com\.cityparking\.app","digest":"aa"\}\n\n/);
  const over = once(answer, 'end');
  await listening.close();
  await app.close();
  await over;
});
