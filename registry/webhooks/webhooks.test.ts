import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, beforeEach, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { createIdentity, migrations as identityMigrations } from '../identity/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import { createWebhooks, migrations } from './index.ts';

interface Heard {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly path: string | undefined;
}

/** The partner's server: answers as told, keeps what it heard. */
const heard: Heard[] = [];
let answer: (heardBefore: number) => number | 'hang' = () => 200;
const partnerServer = createServer((request: IncomingMessage, response) => {
  void text(request).then((body) => {
    const status = answer(heard.length);
    heard.push({ headers: request.headers as Record<string, string>, body, path: request.url });
    if (status === 'hang') request.socket.destroy();
    else response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thanks');
  });
});
await new Promise<void>((ready) => partnerServer.listen(0, '127.0.0.1', ready));
const address = partnerServer.address();
const port = typeof address === 'object' && address ? address.port : 0;

const bench = await createTestPlatform({
  migrations: [...identityMigrations, ...migrations],
  config: { backendMap: new Map([['https://parking.example', `http://127.0.0.1:${port}`]]) },
});
const { platform } = bench;
const identity = createIdentity(platform, { otpSender: { send: async () => undefined } });
const webhooks = createWebhooks(platform, { identity });
const app = await bench.buildApp([identity.routes, webhooks.routes]);
after(async () => {
  partnerServer.close();
  await bench.close();
});
const demo = JSON.parse(await readFile(join(platform.config.dataDir, 'demo.json'), 'utf8')) as {
  partners: [{ token: string; webhookSecret: string }];
};
const [{ token, webhookSecret }] = demo.partners;

beforeEach(() => {
  heard.length = 0;
  answer = () => 200;
});

async function happens(state: string, orderVersion = 3, orderId: string = randomUUID()): Promise<string> {
  const payload = {
    orderId,
    partnerId: 'cityparking',
    appId: 'com.cityparking.app',
    outOrderNo: 'n1',
    state,
    orderVersion,
  };
  const event = { topic: 'payments.order', key: orderId, payload: { ...payload, at: '2030-01-01T00:00:00.000Z' } };
  await platform.db.transaction().execute((tx) => platform.outbox.add(tx, event));
  await bench.settled();
  return orderId;
}
const deliver = () => platform.jobs.runNow('webhooks.deliver');

/** The scheduled job may be under way with a message; both finish before anything is looked at. */
async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !(await done()); tries += 1) {
    await deliver();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
async function log(orderId: string) {
  const reply = await app.inject({
    url: '/api/v1/webhooks/messages',
    headers: { host: 'localhost', authorization: `Bearer ${token}` },
  });
  const { messages } = reply.json() as {
    messages: { id: string; orderId: string; state: string; tries: { status?: number; error?: string }[] }[];
  };
  return messages.find((message) => message.orderId === orderId);
}
const stateIs = (orderId: string, state: string) => async () => (await log(orderId))?.state === state;

test('a paid order is told once, thin and signed, at the partner’s address', async () => {
  const orderId = await happens('PAID');
  await until(stateIs(orderId, 'delivered'));
  assert.equal(heard.length, 1);
  const [first] = heard;
  assert.ok(first);
  assert.equal(first.path, '/webhooks/portico');
  const read = new Webhook(webhookSecret);
  // The library checks the time against the machine's clock, which this test has not moved.
  assert.deepEqual(read.verify(first.body, first.headers), {
    type: 'order.paid',
    timestamp: '2030-01-01T00:00:00.000Z',
    data: { orderId, outOrderNo: 'n1', state: 'PAID', orderVersion: 3 },
  });
  const forged = Buffer.alloc(32, 7).toString('base64');
  assert.throws(() => new Webhook(`whsec_${forged}`).verify(first.body, first.headers));
  assert.throws(() => read.verify(first.body.replace('PAID', 'CLOSED'), first.headers));
});

test('steps that are not news are not told', async () => {
  for (const state of ['CREATED', 'PAYING']) await happens(state);
  await deliver();
  assert.equal(heard.length, 0);
});

test('fault 50: a partner that processed it and then dropped the connection hears the same message again', async () => {
  answer = (before) => (before === 0 ? 'hang' : 200);
  const orderId = await happens('PAID');
  await until(() => heard.length >= 1);
  await bench.time.advance({ seconds: 6 });
  await until(stateIs(orderId, 'delivered'));
  assert.equal(heard.length, 2);
  assert.equal(heard[0]?.headers['webhook-id'], heard[1]?.headers['webhook-id']);
  assert.equal(heard[0]?.body, heard[1]?.body);
  const row = await log(orderId);
  assert.deepEqual(
    row?.tries.map((one) => one.error ?? one.status),
    ['ERR_PLATFORM_UPSTREAM', 200],
  );
});

test('fault 49: 500 and then 200 is delivered at the second try, not before its time', async () => {
  answer = (before) => (before === 0 ? 500 : 200);
  const orderId = await happens('PAID');
  await until(() => heard.length >= 1);
  await deliver();
  assert.equal(heard.length, 1);
  await bench.time.advance({ seconds: 6 });
  await until(stateIs(orderId, 'delivered'));
  assert.equal(heard.length, 2);
});

test('fault 51: messages that arrive out of order can be told apart by their version', async () => {
  const orderId = await happens('REFUNDED', 4);
  await happens('PAID', 3, orderId);
  await until(() => heard.length >= 2);
  const versions = heard.map((one) => JSON.parse(one.body).data.orderVersion).sort();
  assert.deepEqual(versions, [3, 4]);
});

test('fault 53: a redirect is not followed and counts as a failure', async () => {
  answer = (before) => (before === 0 ? 302 : 200);
  const orderId = await happens('PAID');
  await until(() => heard.length >= 1);
  await until(async () => ((await log(orderId))?.tries.length ?? 0) >= 1);
  const row = await log(orderId);
  assert.deepEqual([row?.state, row?.tries[0]?.status], ['pending', 302]);
  assert.equal(
    heard.some((one) => one.path === '/elsewhere'),
    false,
  );
  await bench.time.advance({ seconds: 6 });
  await until(stateIs(orderId, 'delivered'));
});

test('a partner that never answers is given up after fifteen tries', async () => {
  answer = () => 503;
  const orderId = await happens('PAID');
  for (let tries = 1; tries <= 15; tries += 1) {
    await until(async () => ((await log(orderId))?.tries.length ?? 0) >= tries);
    await bench.time.advance({ hours: 7 });
  }
  await until(stateIs(orderId, 'given_up'));
  assert.deepEqual([heard.length, (await log(orderId))?.state], [15, 'given_up']);
});

test('fault 55: 410 stops what follows, and a replay starts it again', async () => {
  answer = () => 410;
  const first = await happens('PAID');
  await until(stateIs(first, 'stopped'));
  const second = await happens('PAID');
  await until(stateIs(second, 'stopped'));
  assert.equal(heard.length, 1);
  answer = () => 200;
  const id = (await log(second))?.id;
  const replay = (bearer: string) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/webhooks/messages/${id}/replay`,
      headers: { host: 'localhost', authorization: `Bearer ${bearer}` },
    });
  assert.equal((await replay('pt_nobody')).statusCode, 401);
  assert.equal((await replay(token)).statusCode, 202);
  await until(stateIs(second, 'delivered'));
  assert.equal(heard.length, 2);
});
