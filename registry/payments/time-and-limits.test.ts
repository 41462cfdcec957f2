import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { sql } from 'kysely';
import { createTestBank } from './testing/bank.ts';

/** What happens while an assertion is on its way from the check to the statement that takes the intent. */
let meanwhile = async (): Promise<void> => undefined;
const bank = await createTestBank({ afterVerify: () => meanwhile() });
after(() => bank.close());
afterEach(() => bank.provesItself());
const { partner } = bank;
const advance = bank.test.time.advance;

const newOrder = async (fields?: Readonly<Record<string, unknown>>) => (await partner.order(fields)).body;
const stateOf = async (orderId: string) => (await partner.read(orderId)).body.state;
/** Milliseconds from `portico.now()` to an attempt's deadline. */
async function remaining(attemptId: string): Promise<number> {
  const rows = await bank.owner.query(
    'SELECT extract(epoch FROM expires_at - portico.now()) * 1000 AS ms FROM payments.attempts WHERE id = $1',
    [attemptId],
  );
  return Number(rows.rows[0].ms);
}

test('faults 21 and 32: an intent is good until its deadline and not after it', async () => {
  const customer = await bank.customer();
  const early = (await customer.open((await newOrder()).orderToken)).body;
  await advance({ milliseconds: (await remaining(early.attemptId)) - 2_000 });
  assert.equal((await customer.confirm(early.attemptId, customer.passkey.assert(early.challenge))).status, 200);

  const late = (await customer.open((await newOrder()).orderToken)).body;
  const assertion = customer.passkey.assert(late.challenge);
  await advance({ milliseconds: await remaining(late.attemptId) });
  assert.equal((await customer.confirm(late.attemptId, assertion)).body.code, 'ERR_PAYMENT_INTENT_EXPIRED');
});

test('faults 21 and 32: an intent that expires while its assertion is being checked is not taken', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = (await customer.open(order.orderToken)).body;
  meanwhile = async () => advance({ milliseconds: await remaining(opened.attemptId) });
  const late = await customer.confirm(opened.attemptId, customer.passkey.assert(opened.challenge));
  meanwhile = async () => undefined;
  assert.equal(late.body.code, 'ERR_PAYMENT_INTENT_EXPIRED');
  assert.deepEqual(await bank.balance(customer.userId), { posted: '500000', held: '0' });
});

test('faults 13 and 33: an order that is closed while the assertion is being checked is not paid', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = (await customer.open(order.orderToken)).body;
  meanwhile = async () => void (await partner.close(order.orderId));
  const answer = await customer.confirm(opened.attemptId, customer.passkey.assert(opened.challenge));
  meanwhile = async () => undefined;
  assert.equal(answer.body.code, 'ERR_PAYMENT_INTENT_USED');
  assert.equal(await stateOf(order.orderId), 'CLOSED');
});

test('an intent never outlives its order', async () => {
  const customer = await bank.customer();
  const order = await newOrder({ expiresInSeconds: 60 });
  const opened = (await customer.open(order.orderToken)).body;
  assert.equal(opened.expiresAt, order.expiresAt);
  await advance({ seconds: 61 });
  const answer = await customer.confirm(opened.attemptId, customer.passkey.assert(opened.challenge));
  assert.equal(answer.body.code, 'ERR_PAYMENT_INTENT_EXPIRED');
});

test('the expiry job ends intents and closes orders whose time is over', async () => {
  const customer = await bank.customer();
  const short = await newOrder({ expiresInSeconds: 60 });
  const long = await newOrder({ expiresInSeconds: 600 });
  await customer.open(short.orderToken);
  await customer.open(long.orderToken);
  await advance({ seconds: 130 });
  await bank.payments.expire();
  assert.equal(await stateOf(short.orderId), 'CLOSED');
  assert.equal(await stateOf(long.orderId), 'CREATED');
  assert.equal((await customer.pay(short.orderToken)).body.code, 'ERR_PAYMENT_ORDER_CLOSED');
  assert.equal((await customer.pay(long.orderToken)).status, 200);
  await advance({ seconds: 600 });
  await bank.payments.expire();
  assert.equal(await stateOf(long.orderId), 'PAID');
});

test('fault 33: close and pay race, and exactly one of them happens', async () => {
  for (let round = 0; round < 12; round += 1) {
    const customer = await bank.customer();
    const order = await newOrder();
    const opened = (await customer.open(order.orderToken)).body;
    const assertion = customer.passkey.assert(opened.challenge);
    const pause = new Promise((resolve) => setTimeout(resolve, round));
    const [paid, closed] = await Promise.all([
      customer.confirm(opened.attemptId, assertion),
      pause.then(() => partner.close(order.orderId)),
    ]);
    const state = await stateOf(order.orderId);
    assert.equal(paid.status === 200, state === 'PAID', JSON.stringify([paid, closed, state]));
    assert.equal(closed.status === 200, state === 'CLOSED', JSON.stringify([paid, closed, state]));
  }
});

test('fault 35: a partner whose clock is an hour off still cannot stretch or shrink a deadline', async () => {
  // Expiry is asked for in seconds from now; no timestamp of the partner or of the app takes part in it.
  const order = await newOrder({ expiresInSeconds: 600 });
  const rows = await bank.owner.query(
    'SELECT extract(epoch FROM expires_at - created_at) AS seconds FROM payments.orders WHERE id = $1',
    [order.orderId],
  );
  assert.ok(Math.abs(Number(rows.rows[0].seconds) - 600) < 0.01);
});

test('fault 23: two payments at once cannot both fit under a daily limit that holds one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const customer = await bank.customer({ level: 5 });
    const set = `INSERT INTO payments.limits VALUES ('customer', $1, 'CNY', 'day', 100000)`;
    await bank.owner.query(set, [customer.userId]);
    const orders = [
      await newOrder({ amountMinor: '60000', items: [] }),
      await newOrder({ amountMinor: '60000', items: [] }),
    ];
    const opened = [];
    for (const order of orders) opened.push((await customer.open(order.orderToken)).body);
    const signed = opened.map((one) => ({ ...one, assertion: customer.passkey.assert(one.challenge, { counter: 0 }) }));
    const answers = await Promise.all(signed.map((one) => customer.confirm(one.attemptId, one.assertion)));
    const codes = answers.map((answer) => answer.body.code ?? 'paid').sort();
    assert.deepEqual(codes, ['ERR_PAYMENT_LIMIT', 'paid']);
    assert.deepEqual(await bank.balance(customer.userId), { posted: '440000', held: '0' });
  }
});

test('the limit of the day renews at midnight in Shanghai', async () => {
  const rows = await bank.owner.query(
    `SELECT extract(epoch FROM date_trunc('day', portico.now(), 'Asia/Shanghai') + interval '1 day' - portico.now()) AS s`,
  );
  await advance({ seconds: Number(rows.rows[0].s) - 30 });
  const customer = await bank.customer({ level: 5 });
  await bank.owner.query(`INSERT INTO payments.limits VALUES ('customer', $1, 'CNY', 'day', 1500)`, [customer.userId]);
  assert.equal((await customer.pay((await newOrder()).orderToken)).status, 200);
  assert.equal((await customer.pay((await newOrder()).orderToken)).body.code, 'ERR_PAYMENT_LIMIT');
  await advance({ seconds: 31 });
  assert.equal((await customer.pay((await newOrder()).orderToken)).status, 200);
});

test('a new passkey pays at most CNY 500 in its first day, in all', async () => {
  const customer = await bank.customer({ passkeyAgeHours: 0 });
  const pay = async (amountMinor: string) => customer.pay((await newOrder({ amountMinor, items: [] })).orderToken);
  assert.equal((await pay('50001')).body.code, 'ERR_PAYMENT_LIMIT');
  assert.equal((await pay('30000')).status, 200);
  assert.equal((await pay('20001')).body.code, 'ERR_PAYMENT_LIMIT');
  assert.equal((await pay('20000')).status, 200);
  await bank.owner.query(
    `UPDATE identity.passkeys SET enrolled_at = enrolled_at - interval '25 hours' WHERE user_id = $1`,
    [customer.userId],
  );
  assert.equal((await pay('50001')).status, 200);
});

test('new passkeys share that cap, because each can enrol the next', async () => {
  const customer = await bank.customer({ passkeyAgeHours: 0 });
  const pay = async (amountMinor: string) => customer.pay((await newOrder({ amountMinor, items: [] })).orderToken);
  assert.equal((await pay('50000')).status, 200);
  await customer.enrolAnother();
  assert.equal((await pay('100')).body.code, 'ERR_PAYMENT_LIMIT');
});

test('the run-time role cannot move a limit', async () => {
  const db = bank.test.platform.db;
  await assert.rejects(sql`UPDATE payments.limits SET at_most = 10 * at_most`.execute(db), /permission denied/);
  await assert.rejects(sql`DELETE FROM payments.limits`.execute(db), /permission denied/);
});

test('what an identity level does not allow is refused before anything is signed', async () => {
  for (const level of [0, 1]) {
    const customer = await bank.customer({ level });
    assert.equal((await customer.open((await newOrder()).orderToken)).body.code, 'ERR_PAYMENT_LIMIT');
  }
  const second = await bank.customer({ level: 2 });
  assert.equal((await second.pay((await newOrder({ amountMinor: '99000', items: [] })).orderToken)).status, 200);
  assert.equal((await second.pay((await newOrder()).orderToken)).body.code, 'ERR_PAYMENT_LIMIT');
});

test('a currency without an account or a limit row is closed', async () => {
  const customer = await bank.customer();
  assert.equal(
    (await customer.open((await newOrder({ currency: 'JPY' })).orderToken)).body.code,
    'ERR_PAYMENT_NO_ACCOUNT',
  );
});
