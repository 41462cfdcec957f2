import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { createTestBank } from './testing/bank.ts';
import { createFaultList } from './testing/faults.ts';

const faults = createFaultList();
let revoked = false;
const bank = await createTestBank({ faults, isRevoked: async () => revoked });
after(() => bank.close());
afterEach(() => bank.provesItself());
const { partner } = bank;

async function newOrder(fields?: Readonly<Record<string, unknown>>) {
  const order = await partner.order(fields);
  assert.equal(order.status, 201, JSON.stringify(order.body));
  return order.body;
}
const stateOf = async (orderId: string) => (await partner.read(orderId)).body.state;

test('a customer pays an order with a passkey, and everybody learns what they should', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  assert.equal(order.state, 'CREATED');

  const opened = await customer.open(order.orderToken);
  assert.equal(opened.status, 201, JSON.stringify(opened.body));
  assert.equal(opened.body.intent.payeeName, '城市停车有限公司');
  assert.equal(opened.body.intent.amountMinor, '1500');
  assert.equal(await stateOf(order.orderId), 'PAYING');

  const confirmed = await customer.confirm(opened.body.attemptId, customer.passkey.assert(opened.body.challenge));
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  assert.deepEqual(confirmed.body, { hint: 'maybe_paid', attemptState: 'SUCCEEDED', orderId: order.orderId });

  const told = await partner.read(order.orderId);
  assert.equal(told.body.state, 'PAID');
  assert.match(told.body.receiptNo ?? '', /^\d{18}$/);
  const receipt = await customer.receipt(order.orderId);
  assert.equal(receipt.body.receiptNo, told.body.receiptNo);
  assert.deepEqual((await customer.query(order.orderToken)).body, { hint: 'maybe_paid' });
  assert.equal((await customer.receipts()).body.orders.length, 1);
  assert.deepEqual(await bank.balance(customer.userId), { posted: '498500', held: '0' });
});

test('the token carries no amount', async () => {
  const { orderToken } = await newOrder();
  const claims = JSON.parse(Buffer.from(orderToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  assert.deepEqual(Object.keys(claims).sort(), ['appId', 'exp', 'iss', 'jti', 'orderId']);
});

test('fault 19: of two parallel confirms one pays', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = (await customer.open(order.orderToken)).body;
  // Without a counter, as passkeys that sync have none, so that nothing but the intent decides.
  const assertions = [1, 2, 3, 4].map(() => customer.passkey.assert(opened.challenge, { counter: 0 }));
  const answers = await Promise.all(assertions.map((assertion) => customer.confirm(opened.attemptId, assertion)));
  const codes = answers.map((answer) => answer.body.code ?? 'paid').sort();
  const used = 'ERR_PAYMENT_INTENT_USED';
  assert.deepEqual(codes, [used, used, used, 'paid']);
  assert.deepEqual(await bank.balance(customer.userId), { posted: '498500', held: '0' });
});

test('fault 14: an assertion is good once', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = (await customer.open(order.orderToken)).body;
  const assertion = customer.passkey.assert(opened.challenge);
  assert.equal((await customer.confirm(opened.attemptId, assertion)).status, 200);
  const again = await customer.confirm(opened.attemptId, assertion);
  assert.equal(again.body.code, 'ERR_PAYMENT_INTENT_USED');
});

test('fault 15: an assertion for another order is refused and takes nothing', async () => {
  const customer = await bank.customer();
  const cheap = (await customer.open((await newOrder({ amountMinor: '100', items: [] })).orderToken)).body;
  const dear = (await customer.open((await newOrder()).orderToken)).body;
  const answer = await customer.confirm(dear.attemptId, customer.passkey.assert(cheap.challenge));
  assert.equal(answer.body.code, 'ERR_IDENTITY_ASSERTION_REFUSED');
  assert.deepEqual(await bank.balance(customer.userId), { posted: '500000', held: '0' });
});

test('faults 16, 17, 18: without user verification, with a bogus signature, from another origin or rpId, nothing is paid', async () => {
  const customer = await bank.customer();
  const opened = (await customer.open((await newOrder()).orderToken)).body;
  const wrong = [
    { userVerified: false },
    { brokenSignature: true },
    { origin: 'http://a-evil.portico.localhost:8080' },
    { rpId: 'portico.localhost' },
  ];
  for (const fault of wrong) {
    const answer = await customer.confirm(opened.attemptId, customer.passkey.assert(opened.challenge, fault));
    assert.equal(answer.body.code, 'ERR_IDENTITY_ASSERTION_REFUSED', JSON.stringify(fault));
  }
  for (const nonsense of [{}, { id: 1 }, { id: 'x', response: null }]) {
    const answer = await customer.confirm(opened.attemptId, nonsense);
    assert.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(answer));
  }
  // None of that spoiled the intent.
  assert.equal((await customer.confirm(opened.attemptId, customer.passkey.assert(opened.challenge))).status, 200);
});

test('a passkey of another customer does not confirm, nor can another customer see or cancel the attempt', async () => {
  const [customer, stranger] = [await bank.customer(), await bank.customer()];
  const opened = (await customer.open((await newOrder()).orderToken)).body;
  const answer = await customer.confirm(opened.attemptId, stranger.passkey.assert(opened.challenge));
  assert.equal(answer.body.code, 'ERR_IDENTITY_ASSERTION_REFUSED');
  const taken = await stranger.confirm(opened.attemptId, stranger.passkey.assert(opened.challenge));
  assert.equal(taken.body.code, 'ERR_PAYMENT_INTENT_NOT_FOUND');
  assert.equal((await stranger.cancel(opened.attemptId)).body.code, 'ERR_PAYMENT_INTENT_NOT_FOUND');
  assert.equal((await stranger.receipt(opened.intent.orderId)).body.code, 'ERR_PAYMENT_ORDER_NOT_FOUND');
});

test('fault 13: what was agreed cannot be changed after the challenge, by anybody', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = (await customer.open(order.orderToken)).body;
  const changes = [
    'amount_minor = 1',
    `payee_id = 'thief'`,
    `payee_name = '贼'`,
    `currency = 'JPY'`,
    'expires_at = now()',
  ];
  for (const change of changes) {
    await assert.rejects(
      bank.owner.query(`UPDATE payments.orders SET ${change} WHERE id = $1`, [order.orderId]),
      /never changes/,
    );
  }
  for (const change of [
    `intent_jcs = '{}'`,
    `challenge = '\\x00'`,
    "expires_at = now() + interval '1 day'",
    'order_version = 9',
  ]) {
    const update = `UPDATE payments.attempts SET state = 'CANCELLED', ${change} WHERE id = $1`;
    await assert.rejects(bank.owner.query(update, [opened.attemptId]), /never changes/, change);
  }
});

test('the database refuses every step that is not in the table', async () => {
  const { orderId } = await newOrder();
  for (const state of ['PAID', 'REFUNDED', 'CREATED', 'NONSENSE']) {
    const step = `UPDATE payments.orders SET state = $2, version = version + 1 WHERE id = $1`;
    await assert.rejects(bank.owner.query(step, [orderId, state]), /does not go from/, state);
  }
  const skipped = `UPDATE payments.orders SET state = 'CLOSED', version = version + 2 WHERE id = $1`;
  await assert.rejects(bank.owner.query(skipped, [orderId]), /rises by one/);
  await assert.rejects(bank.owner.query('DELETE FROM payments.orders WHERE id = $1', [orderId]), /insert-only/);
});

test('cancelling frees the order, and it can be paid after that', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = (await customer.open(order.orderToken)).body;
  assert.deepEqual((await customer.cancel(opened.attemptId)).body, { hint: 'cancelled' });
  assert.deepEqual((await customer.cancel(opened.attemptId)).body, { hint: 'cancelled' });
  assert.equal(await stateOf(order.orderId), 'CREATED');
  assert.deepEqual((await customer.query(order.orderToken)).body, { hint: 'cancelled' });
  const late = await customer.confirm(opened.attemptId, customer.passkey.assert(opened.challenge));
  assert.equal(late.body.code, 'ERR_PAYMENT_INTENT_USED');
  assert.equal((await customer.pay(order.orderToken)).status, 200);
  assert.equal((await customer.cancel(opened.attemptId)).status, 200);
  assert.equal((await customer.open(order.orderToken)).body.code, 'ERR_PAYMENT_ORDER_PAID');
});

test('an app that is revoked while its cashier is open is not paid', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  const opened = await customer.open(order.orderToken);
  const assertion = customer.passkey.assert(opened.body.challenge);
  revoked = true;
  try {
    assert.equal((await customer.confirm(opened.body.attemptId, assertion)).body.code, 'ERR_PAYMENT_APP_REVOKED');
    assert.equal((await customer.cancel(opened.body.attemptId)).status, 200, 'what is open can still be given back');
    assert.equal((await customer.open(order.orderToken)).body.code, 'ERR_PAYMENT_APP_REVOKED');
  } finally {
    revoked = false;
  }
  assert.equal(await stateOf(order.orderId), 'CREATED');
});

test('fault 20: a cashier that was closed mid-prompt is replaced by the next one', async () => {
  const [customer, other] = [await bank.customer(), await bank.customer()];
  const order = await newOrder();
  const first = (await customer.open(order.orderToken)).body;
  assert.equal((await other.open(order.orderToken)).body.code, 'ERR_PAYMENT_ORDER_BUSY');
  const second = (await customer.open(order.orderToken)).body;
  const stale = await customer.confirm(first.attemptId, customer.passkey.assert(first.challenge));
  assert.equal(stale.body.code, 'ERR_PAYMENT_INTENT_USED');
  assert.equal((await customer.confirm(second.attemptId, customer.passkey.assert(second.challenge))).status, 200);
});

test('a payment the channel declines takes nothing and can be tried again', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  faults.add('decline');
  assert.equal((await customer.pay(order.orderToken)).body.code, 'ERR_PAYMENT_DECLINED');
  assert.deepEqual(await bank.balance(customer.userId), { posted: '500000', held: '0' });
  assert.equal((await customer.pay(order.orderToken)).status, 200);
});

test('a lost reply keeps the money held until the channel is asked, and then pays once', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  faults.add('lost_reply');
  assert.deepEqual((await customer.pay(order.orderToken)).body, {
    hint: 'processing',
    attemptState: 'UNKNOWN',
    orderId: order.orderId,
  });
  assert.deepEqual(await bank.balance(customer.userId), { posted: '500000', held: '1500' });
  assert.equal((await customer.open(order.orderToken)).body.code, 'ERR_PAYMENT_ORDER_BUSY');
  assert.equal((await partner.close(order.orderId)).body.code, 'ERR_PAYMENT_ORDER_BUSY');
  assert.ok((await bank.payments.recover(0)) >= 1);
  assert.equal(await stateOf(order.orderId), 'PAID');
  assert.deepEqual(await bank.balance(customer.userId), { posted: '498500', held: '0' });
});

test('a request that never reached the channel is called off there, and the order can be paid again', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  faults.add('lost_request');
  assert.equal((await customer.pay(order.orderToken)).body.attemptState, 'UNKNOWN');
  await bank.payments.recover(0);
  assert.equal(await stateOf(order.orderId), 'CREATED');
  assert.deepEqual(await bank.balance(customer.userId), { posted: '500000', held: '0' });
  assert.equal((await customer.pay(order.orderToken)).status, 200);
});

test('a channel that hangs leaves the attempt unknown', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  faults.add('timeout');
  assert.equal((await customer.pay(order.orderToken)).body.attemptState, 'UNKNOWN');
  await bank.payments.recover(0);
  assert.equal(await stateOf(order.orderId), 'PAID');
});

test('duplicate notices of the channel change nothing', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  faults.add('duplicate');
  assert.equal((await customer.pay(order.orderToken)).status, 200);
  await bank.channel.deliverNotices();
  assert.deepEqual(await bank.balance(customer.userId), { posted: '498500', held: '0' });
});

test('fault 34: money that arrives after the order was closed goes to suspense and back, and the order stays closed', async () => {
  const customer = await bank.customer();
  const order = await newOrder();
  faults.add('late_success');
  assert.equal((await customer.pay(order.orderToken)).body.code, 'ERR_PAYMENT_DECLINED');
  assert.equal((await partner.close(order.orderId)).body.state, 'CLOSED');
  await bank.channel.deliverNotices();
  const suspense = async () =>
    (await bank.owner.query(`SELECT posted FROM payments.accounts WHERE kind = 'suspense' AND currency = 'CNY'`))
      .rows[0].posted;
  assert.equal(await suspense(), '1500');
  assert.equal(await stateOf(order.orderId), 'CLOSED');
  await bank.payments.recover(0);
  await bank.payments.recover(0);
  assert.equal(await suspense(), '0');
  const returned = await bank.owner.query(
    `SELECT count(*)::int AS n FROM payments.transfers WHERE code = 'late_return'`,
  );
  assert.equal(returned.rows[0].n, 1);
});

test('an account without enough money pays nothing', async () => {
  const customer = await bank.customer({ level: 5 });
  const first = await newOrder({ amountMinor: '400000', items: [] });
  const second = await newOrder({ amountMinor: '400000', items: [] });
  assert.equal((await customer.pay(first.orderToken)).status, 200);
  assert.equal((await customer.pay(second.orderToken)).body.code, 'ERR_PAYMENT_FUNDS');
  assert.equal(await stateOf(second.orderId), 'CREATED');
});
