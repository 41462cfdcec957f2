import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { PLATE, startWorld, type World } from './testing/parking-world.ts';

const ANNA = 'openid-of-anna-0000000000';
const BEN = 'openid-of-ben-00000000000';
let world: World;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

async function withPlate(openid: string) {
  await world.signIn(openid);
  await world.call(openid, 'POST', '/v1/plates', { plate: PLATE });
  return world.stay(openid);
}

async function order(openid: string) {
  const { stay, quote } = await world.stay(openid);
  assert.ok(stay && quote);
  const answer = await world.call(openid, 'POST', '/v1/orders', { stayId: stay.stayId, quoteId: quote.quoteId });
  return { ...answer, payment: answer.body.payment };
}

test('without the gateway’s identity, or with a used or foreign one, nothing is answered', async () => {
  const bare = await world.inject({ method: 'GET', url: '/v1/plates' });
  assert.deepEqual([bare.statusCode, bare.json().code], [401, 'ERR_PARKING_NOT_THROUGH_GATEWAY']);

  const once = await world.registry.identity(ANNA);
  const get = () => world.inject({ method: 'GET', url: '/v1/car-parks', headers: { 'portico-identity': once } });
  assert.equal((await get()).statusCode, 200);
  assert.equal((await get()).statusCode, 401);

  const foreign = await world.registry.identity(ANNA, { aud: 'https://movies.example' });
  const other = await world.inject({ method: 'GET', url: '/v1/plates', headers: { 'portico-identity': foreign } });
  assert.equal(other.statusCode, 401);
});

test('a customer is signed in by exchanging a login code, for as long as the bank says', async () => {
  assert.equal((await world.call(ANNA, 'GET', '/v1/plates')).body.code, 'ERR_PARKING_SIGNED_OUT');
  assert.equal(await world.signIn(ANNA), 200);
  assert.deepEqual((await world.call(ANNA, 'GET', '/v1/plates')).body, { plates: [], most: 5 });
  world.advance(121);
  assert.equal((await world.call(ANNA, 'GET', '/v1/plates')).body.code, 'ERR_PARKING_SIGNED_OUT');
});

test('a login code that is unknown, used, or another customer’s signs nobody in', async () => {
  const refused = async (code: string) => (await world.call(ANNA, 'POST', '/v1/session', { code })).body.code;
  assert.equal(await refused('0'.repeat(32)), 'ERR_PARKING_LOGIN_REFUSED');
  const bens = world.registry.loginCode(BEN);
  assert.equal(await refused(bens), 'ERR_PARKING_LOGIN_REFUSED');
  assert.equal((await world.call(BEN, 'GET', '/v1/plates')).status, 401);
  assert.equal(await refused('short'), 'ERR_PARKING_BAD_REQUEST');
});

test('plates are checked, bound once, at most five, and removed', async () => {
  await world.signIn(ANNA);
  const bind = (plate: string) => world.call(ANNA, 'POST', '/v1/plates', { plate });
  assert.equal((await bind('沪A1234O')).body.code, 'ERR_PARKING_PLATE_INVALID');
  assert.equal((await bind('沪a·12345')).body.plates[0].plate, PLATE);
  assert.equal((await bind(PLATE)).body.plates.length, 1);
  assert.equal((await bind('沪AD12345')).body.plates[1].kind, 'new-energy');
  for (const plate of ['京A00001', '苏E12345', '浙B12345']) assert.equal((await bind(plate)).status, 200);
  assert.equal((await bind('皖C12345')).body.code, 'ERR_PARKING_TOO_MANY_PLATES');
  const removed = await world.call(ANNA, 'DELETE', `/v1/plates/${encodeURIComponent(PLATE)}`);
  assert.equal(removed.body.plates.length, 4);
});

test('trying out many plates is stopped after ten new ones a day', async () => {
  await world.signIn(ANNA);
  for (let serial = 0; serial <= 10; serial++) {
    const plate = `沪B1000${serial % 10}${serial > 9 ? 'D' : ''}`;
    const { status, body } = await world.call(ANNA, 'POST', '/v1/plates', { plate });
    assert.equal(status, serial < 10 ? 200 : 429, JSON.stringify(body));
    await world.call(ANNA, 'DELETE', `/v1/plates/${encodeURIComponent(plate)}`);
  }
});

test('a plate that the customer has not bound stays private', async () => {
  await withPlate(BEN);
  await world.signIn(ANNA);
  const { status, body } = await world.call(ANNA, 'GET', `/v1/plates/${encodeURIComponent(PLATE)}/stay`);
  assert.deepEqual([status, body.code], [404, 'ERR_PARKING_PLATE_UNKNOWN']);
});

test('the stay of a bound plate shows where the car is and what is due, and its lines add up', async () => {
  const { stay, quote, leave } = await withPlate(ANNA);
  assert.ok(stay && quote);
  assert.equal(leave, null);
  assert.ok(quote.dueFen > 0);
  assert.equal(quote.totalFen, quote.dueFen);
  assert.equal(
    quote.lines.reduce((sum, line) => sum + line.amountFen, 0),
    quote.dueFen,
  );
  assert.ok(quote.next && quote.next.dueFen > quote.dueFen && quote.next.at > quote.at);
  assert.equal((await world.stay(ANNA)).quote?.quoteId, quote.quoteId);
});

test('ordering twice for one quote is one order, also when both come at once', async () => {
  await withPlate(ANNA);
  const [one, two] = await Promise.all([order(ANNA), order(ANNA)]);
  assert.equal(one.payment.state, 'CREATED');
  assert.ok(one.payment.orderToken);
  assert.deepEqual(two.payment.outOrderNo, one.payment.outOrderNo);
  assert.equal(world.registry.orders.size, 1);
});

test('what the bank shows and keeps is in the customer’s language, Chinese where none is said', async () => {
  const { stay, quote } = await withPlate(ANNA);
  await world.call(ANNA, 'POST', '/v1/orders', { stayId: stay?.stayId, quoteId: quote?.quoteId, locale: 'en' });
  world.advance(6);
  await order(ANNA);
  const [english, chinese] = [...world.registry.orders.values()].map(({ body }) => JSON.parse(body));
  assert.equal(english.title, `Parking at ${stay?.carPark.name.en}`);
  assert.match(english.items[0].name, /^Parked for \d+ h \d+ min$/);
  assert.equal(chinese.title, `${stay?.carPark.name.zh}停车费`);
});

test('a quote that is too old is refused, and a new one closes the order made from it', async () => {
  const { stay, quote } = await withPlate(ANNA);
  const first = await order(ANNA);
  world.advance(6);
  const late = await world.call(ANNA, 'POST', '/v1/orders', { stayId: stay?.stayId, quoteId: quote?.quoteId });
  assert.equal(late.body.code, 'ERR_PARKING_QUOTE_OLD');
  const second = await order(ANNA);
  assert.notEqual(second.payment.outOrderNo, first.payment.outOrderNo);
  assert.equal(world.registry.orders.get('order-1')?.state, 'CLOSED');
  assert.equal(second.payment.state, 'CREATED');
});

test('while somebody is paying, nobody can be asked to pay again', async () => {
  await withPlate(ANNA);
  const { payment } = await order(ANNA);
  world.registry.move(payment.outOrderNo, 'PAYING');
  assert.equal((await world.stay(ANNA)).pending?.outOrderNo, payment.outOrderNo);
  await withPlate(BEN);
  assert.equal((await order(BEN)).body.code, 'ERR_PARKING_PAYMENT_UNDER_WAY');
  world.advance(6);
  assert.equal((await order(ANNA)).body.code, 'ERR_PARKING_PAYMENT_UNDER_WAY');
  assert.equal(world.registry.orders.size, 1);
});

test('a signed notice opens the leave window only after the bank confirms the payment', async () => {
  await withPlate(ANNA);
  const { payment } = await order(ANNA);
  // The notice claims PAID while the bank says otherwise: the bank counts.
  const early = world.registry.notice(payment.outOrderNo, { state: 'PAID', orderVersion: 9 });
  assert.equal((await world.deliver(early)).statusCode, 204);
  assert.equal((await world.stay(ANNA)).leave, null);

  world.registry.move(payment.outOrderNo, 'PAID');
  world.advance(1);
  assert.equal((await world.deliver(world.registry.notice(payment.outOrderNo))).statusCode, 204);
  const { leave, quote } = await world.stay(ANNA);
  assert.equal(quote, null);
  assert.equal(leave?.state, 'PAID');
  // Fifteen minutes from the payment, not from the moment we heard of it.
  assert.equal(leave?.leaveBy, world.now().getTime() + 14 * 60_000);
});

test('a notice with a wrong signature is refused and changes nothing', async () => {
  await withPlate(ANNA);
  const { payment } = await order(ANNA);
  world.registry.move(payment.outOrderNo, 'PAID');
  const genuine = world.registry.notice(payment.outOrderNo);
  const asked = world.registry.asked.length;
  const forged = { ...genuine, headers: { ...genuine.headers, 'webhook-signature': 'v1,AAAA' } };
  assert.equal((await world.deliver(forged)).statusCode, 401);
  const altered = { ...genuine, body: genuine.body.replace('PAID', 'VOID') };
  assert.equal((await world.deliver(altered)).statusCode, 401);
  assert.equal(world.registry.asked.length, asked);
});

test('repeated and out-of-date notices do nothing, and a notice is sent again when the bank is down', async () => {
  await withPlate(ANNA);
  const { payment } = await order(ANNA);
  world.registry.move(payment.outOrderNo, 'PAYING');
  const older = world.registry.notice(payment.outOrderNo);
  world.registry.move(payment.outOrderNo, 'PAID');
  const newer = world.registry.notice(payment.outOrderNo);

  world.registry.setDown(true);
  assert.equal((await world.deliver(newer)).statusCode, 503);
  world.registry.setDown(false);
  assert.equal((await world.deliver(newer)).statusCode, 204);
  const { leave } = await world.stay(ANNA);
  const asked = world.registry.asked.length;
  for (const notice of [newer, older, newer]) assert.equal((await world.deliver(notice)).statusCode, 204);
  assert.equal(world.registry.asked.length, asked);
  assert.deepEqual((await world.stay(ANNA)).leave, leave);
});

test('a lost notice does not matter: asking for the order learns the result', async () => {
  await withPlate(ANNA);
  const { payment } = await order(ANNA);
  world.registry.move(payment.outOrderNo, 'PAID');
  const { body } = await world.call(ANNA, 'GET', `/v1/orders/${payment.outOrderNo}`);
  assert.equal(body.payment.state, 'PAID');
  assert.equal(body.payment.orderToken, null);
  assert.equal(body.payment.leaveBy, world.now().getTime() + 15 * 60_000);
  assert.equal((await world.call(BEN, 'GET', `/v1/orders/${payment.outOrderNo}`)).status, 401);
  await world.signIn(BEN);
  assert.equal((await world.call(BEN, 'GET', `/v1/orders/${payment.outOrderNo}`)).status, 404);
});

test('an answer about another amount opens no barrier', async () => {
  await withPlate(ANNA);
  const { payment } = await order(ANNA);
  world.registry.move(payment.outOrderNo, 'PAID');
  world.registry.setAmount(payment.outOrderNo, '1');
  assert.equal((await world.deliver(world.registry.notice(payment.outOrderNo))).statusCode, 502);
  assert.equal((await world.call(ANNA, 'GET', `/v1/orders/${payment.outOrderNo}`)).status, 502);
});

test('paid stays end in the history; the car leaves and is found nowhere', async () => {
  const { quote } = await withPlate(ANNA);
  const { payment } = await order(ANNA);
  world.registry.move(payment.outOrderNo, 'PAID');
  await world.stay(ANNA);
  world.advance(13);
  assert.equal((await world.stay(ANNA)).stay, null);
  const { body } = await world.call(ANNA, 'GET', '/v1/history');
  assert.deepEqual(
    body.payments.map((one: { plate: string; amountFen: number }) => [one.plate, one.amountFen]),
    [[PLATE, quote?.dueFen]],
  );
  await world.signIn(BEN);
  assert.deepEqual((await world.call(BEN, 'GET', '/v1/history')).body, { payments: [] });
});

test('a crash after writing the order and before hearing from the bank is repaired with the same number', async () => {
  await withPlate(ANNA);
  world.registry.setDown(true);
  assert.equal((await order(ANNA)).body.code, 'ERR_PARKING_BANK_UNAVAILABLE');
  world.registry.setDown(false);
  await world.restart();
  const { payment } = await order(ANNA);
  assert.equal(payment.state, 'CREATED');
  assert.equal(world.registry.orders.size, 1);
  assert.match(payment.outOrderNo, /-001$/);
});

test('everything is still there after a restart', async () => {
  const before = await withPlate(ANNA);
  await world.restart();
  assert.deepEqual((await world.stay(ANNA)).stay, before.stay);
});

test('unknown members, wrong types and unknown addresses are refused with a code and a sentence', async () => {
  await world.signIn(ANNA);
  const extra = await world.call(ANNA, 'POST', '/v1/plates', { plate: PLATE, admin: true });
  assert.deepEqual([extra.status, extra.body.code], [400, 'ERR_PARKING_BAD_REQUEST']);
  const wrong = await world.call(ANNA, 'POST', '/v1/orders', { stayId: 7, quoteId: 'x' });
  assert.equal(wrong.status, 400);
  const nowhere = await world.call(ANNA, 'GET', '/v1/nowhere');
  assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'ERR_PARKING_NOT_FOUND']);
  assert.match(extra.body.title, /schema/);
});
