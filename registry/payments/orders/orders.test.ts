import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { after, afterEach, test } from 'node:test';
import { parseAppId, parsePartnerId, parseUserId } from '../../../sandbox/contract/index.ts';
import { createTestBank } from '../testing/bank.ts';
import { APP_ID } from '../testing/callers.ts';

const bank = await createTestBank();
after(() => bank.close());
afterEach(() => bank.provesItself());
const { partner } = bank;

const OTHER_APP = parseAppId('com.cityparking.other');
const PARTNER = parsePartnerId('cityparking');

test('fault 1: the same request again returns the same order', async () => {
  const outOrderNo = randomUUID();
  const first = await partner.order({ outOrderNo });
  const second = await partner.order({ outOrderNo });
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal(second.body.orderId, first.body.orderId);
});

test('fault 1: twenty at once make one order', async () => {
  const outOrderNo = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => partner.order({ outOrderNo })));
  assert.equal(new Set(answers.map((answer) => answer.body.orderId)).size, 1);
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
});

test('fault 2: the same number with any other content is refused', async () => {
  const outOrderNo = randomUUID();
  await partner.order({ outOrderNo });
  for (const change of [{ amountMinor: '1501' }, { title: '别的' }, { expiresInSeconds: 60 }]) {
    const answer = await partner.order({ outOrderNo, ...change });
    assert.deepEqual([answer.status, answer.body.code], [409, 'ERR_PAYMENT_ORDER_CONFLICT']);
  }
});

test('fault 10: an amount has one spelling and is positive', async () => {
  const amounts = ['0', '-1', '9223372036854775808', '1e3', '1.00', '0100', ' 1', ''];
  for (const amountMinor of amounts) {
    const answer = await partner.order({ amountMinor, items: [] });
    assert.deepEqual([answer.status, answer.body.code], [400, 'ERR_PAYMENT_AMOUNT'], amountMinor);
  }
  for (const amountMinor of [1500, null, ['1500'], true]) {
    const answer = await partner.order({ amountMinor, items: [] });
    assert.equal(answer.body.code, 'ERR_PLATFORM_BAD_REQUEST', JSON.stringify(amountMinor));
  }
});

test('fault 11: yen have no decimals, dinars three, and nobody says otherwise', async () => {
  for (const [currency, exponent] of [
    ['CNY', 2],
    ['JPY', 0],
    ['KWD', 3],
  ] as const) {
    const order = await partner.order({ currency });
    assert.equal(order.status, 201);
    const told = (await partner.read(order.body.orderId)).body as unknown as { exponent: number };
    assert.equal(told.exponent, exponent);
  }
  assert.equal((await partner.order({ currency: 'USD' })).body.code, 'ERR_PAYMENT_CURRENCY');
  assert.equal((await partner.order({ currency: 'JPY', exponent: 2 })).body.code, 'ERR_PLATFORM_BAD_REQUEST');
});

test('fault 12: a payee or title that misleads is neutralised or refused', async () => {
  const customer = await bank.customer();
  const order = await partner.order({ title: '停车\u202E费\u200B' });
  const opened = (await customer.open(order.body.orderToken)).body as unknown as { title: string };
  assert.equal(opened.title, '停车费');
  assert.equal((await partner.order({ title: 'Раrking' })).body.code, 'ERR_PAYMENT_TEXT');
  assert.equal((await partner.order({ title: '\u200B' })).body.code, 'ERR_PAYMENT_TEXT');
  assert.equal((await partner.order({ title: 'half \uD800' })).body.code, 'ERR_PAYMENT_TEXT');
  // The name itself: whatever was stored as legal name is shown neutralised, or not at all.
  await bank.owner.query(`UPDATE identity.partners SET name = $1 WHERE id = 'cityparking'`, [
    '城市\u202E停车\u200B有限公司',
  ]);
  const second = (await customer.open((await partner.order()).body.orderToken)).body;
  assert.equal(second.intent.payeeName, '城市停车有限公司');
  await bank.owner.query(`UPDATE identity.partners SET name = $1 WHERE id = 'cityparking'`, ['Сity Parking']);
  assert.equal((await partner.order()).body.code, 'ERR_PAYMENT_TEXT');
  await bank.owner.query(`UPDATE identity.partners SET name = $1 WHERE id = 'cityparking'`, ['城市停车有限公司']);
});

test('items that do not add up are refused', async () => {
  const items = [
    { name: 'a', quantity: 2, amountMinor: '1000' },
    { name: 'b', quantity: 1, amountMinor: '499' },
  ];
  assert.equal((await partner.order({ items })).body.code, 'ERR_PAYMENT_ITEMS');
});

test('an order for an app of somebody else, or of nobody, is refused', async () => {
  assert.equal((await partner.order({ appId: 'com.nobody.app' })).body.code, 'ERR_PAYMENT_NOT_YOUR_APP');
});

test('faults 5 and 6: a token that was tampered with, or signed in another way, is refused', async () => {
  const customer = await bank.customer();
  const { orderToken } = (await partner.order()).body;
  const [header = '', payload = '', signature = ''] = orderToken.split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const claims = decode(payload);
  const { keys } = await bank.identity.signingKeys.jwks();
  const none = `${encode({ ...decode(header), alg: 'none' })}.${payload}`;
  const hs256 = `${encode({ ...decode(header), alg: 'HS256' })}.${payload}`;
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const wrong = {
    'changed order': `${header}.${encode({ ...claims, orderId: randomUUID() })}.${signature}`,
    'changed app': `${header}.${encode({ ...claims, appId: OTHER_APP })}.${signature}`,
    'alg none': `${none}.${signature}`,
    'HS256 with the public key': `${hs256}.${createHmac('sha256', Buffer.from(keys[0]?.x ?? '', 'base64url'))
      .update(hs256)
      .digest('base64url')}`,
    'key of a stranger': `${header}.${payload}.${sign(null, Buffer.from(`${header}.${payload}`), stranger).toString('base64url')}`,
    'another kind of token': await bank.identity.signingKeys.sign(claims, { typ: 'portico-identity+jwt' }),
  };
  for (const [what, token] of Object.entries(wrong)) {
    assert.equal((await customer.open(token)).body.code, 'ERR_PAYMENT_TOKEN', what);
    assert.equal((await customer.query(token)).body.code, 'ERR_PAYMENT_TOKEN', what);
  }
  assert.equal((await customer.open(`${none}.`)).status, 400);
  assert.equal((await customer.open(orderToken)).status, 201);
});

test('fault 7: the token of one app is worth nothing in another, even of the same partner', async () => {
  assert.ok(OTHER_APP && PARTNER);
  await bank.test.platform.db.transaction().execute((tx) => bank.identity.partners.claimApp(tx, PARTNER, OTHER_APP));
  const customer = await bank.customer();
  const { orderToken } = (await partner.order({ appId: OTHER_APP })).body;
  assert.equal((await customer.open(orderToken, APP_ID)).body.code, 'ERR_PAYMENT_TOKEN');
  assert.equal((await customer.open(orderToken, OTHER_APP)).status, 201);
});

test('fault 8: an order made for one customer cannot be opened by another', async () => {
  const [customer, other] = [await bank.customer(), await bank.customer()];
  await customer.login(APP_ID);
  await other.login(APP_ID);
  const [userId, appId] = [parseUserId(customer.userId), parseAppId(APP_ID)];
  assert.ok(userId && appId);
  const openid = await bank.identity.openidFor(userId, appId);
  const { orderToken } = (await partner.order({ openid })).body;
  assert.equal((await other.open(orderToken)).body.code, 'ERR_PAYMENT_TOKEN');
  assert.equal((await customer.pay(orderToken)).status, 200);
  assert.equal((await partner.order({ openid: 'A'.repeat(32) })).body.code, 'ERR_PAYMENT_OPENID');
});

test('fault 9: the token of a closed order is refused', async () => {
  const customer = await bank.customer();
  const { orderId, orderToken } = (await partner.order()).body;
  assert.equal((await partner.close(orderId)).body.state, 'CLOSED');
  assert.equal((await partner.close(orderId)).body.state, 'CLOSED');
  assert.equal((await customer.open(orderToken)).body.code, 'ERR_PAYMENT_ORDER_CLOSED');
});
