import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { pino } from 'pino';
import { createTestPlatform } from '../../platform/testing/index.ts';
import { createContext } from '../context.ts';
import { migrations } from '../migrations/index.ts';
import {
  A_DAY,
  A_DAY_FROM_NETWORK,
  A_DAY_FROM_NETWORK_TO_ALL,
  A_DAY_FROM_STRANGERS,
  LIFETIME_SECONDS,
  RESEND_SECONDS,
  TRIES,
} from './limits.ts';
import { createOtps } from './otp.ts';
import { createLogOtpSender, type OtpMessage } from './otp-sender.ts';

const bench = await createTestPlatform({ migrations });
after(() => bench.close());
const context = createContext(bench.platform);
const sent: OtpMessage[] = [];
const otps = createOtps(context, { send: async (message) => void sent.push(message) });

const request = (
  phone: string,
  interaction: string = randomUUID(),
  device: string = randomUUID(),
  address = '192.0.2.1',
) => ({ interaction, phone, device, address, language: 'en' }) as const;
/** Signs in with a code, after which the device is one that this phone is known on. */
async function answered(phone: string, device: string): Promise<void> {
  const interaction = randomUUID();
  assert.deepEqual(await otps.send(request(phone, interaction, device, '198.51.100.200')), { kind: 'sent' });
  assert.equal((await otps.check(interaction, latestCode())).kind, 'accepted');
}
const latestCode = () => sent.at(-1)?.code ?? '';
const another = (code: string) => (code === '000000' ? '000001' : '000000');

test('a code is six digits, works once, and tells which phone answered', async () => {
  const { interaction, ...rest } = request('13800000010');
  assert.deepEqual(await otps.send({ interaction, ...rest }), { kind: 'sent' });
  assert.match(latestCode(), /^[0-9]{6}$/);
  assert.deepEqual(await otps.check(interaction, latestCode()), { kind: 'accepted', phone: '13800000010' });
  assert.deepEqual(await otps.check(interaction, latestCode()), { kind: 'spent' });
});

test('after five wrong tries the right code is refused too', async () => {
  const { interaction, ...rest } = request('13800000011');
  await otps.send({ interaction, ...rest });
  for (let left = TRIES - 1; left > 0; left -= 1) {
    assert.deepEqual(await otps.check(interaction, another(latestCode())), { kind: 'wrong', triesLeft: left });
  }
  assert.deepEqual(await otps.check(interaction, another(latestCode())), { kind: 'spent' });
  assert.deepEqual(await otps.check(interaction, latestCode()), { kind: 'spent' });
});

test('guesses made at the same time do not add tries', async () => {
  const { interaction, ...rest } = request('13800000012');
  await otps.send({ interaction, ...rest });
  const guesses = await Promise.all(Array.from({ length: 40 }, () => otps.check(interaction, another(latestCode()))));
  assert.equal(guesses.filter(({ kind }) => kind === 'wrong').length, TRIES - 1);
});

test('the right code at the same time in two windows signs in once', async () => {
  const { interaction, ...rest } = request('13800000013');
  await otps.send({ interaction, ...rest });
  const both = await Promise.all([otps.check(interaction, latestCode()), otps.check(interaction, latestCode())]);
  assert.equal(both.filter(({ kind }) => kind === 'accepted').length, 1);
});

test('a code of another interaction is no help', async () => {
  const mine = request('13800000014');
  await otps.send(mine);
  const stolen = latestCode();
  assert.deepEqual(await otps.check(randomUUID(), stolen), { kind: 'spent' });
});

test('a code is refused after five minutes', async () => {
  const { interaction, ...rest } = request('13800000015');
  await otps.send({ interaction, ...rest });
  await bench.time.advance({ seconds: LIFETIME_SECONDS });
  assert.deepEqual(await otps.check(interaction, latestCode()), { kind: 'spent' });
});

test('another code can be had after a minute, from whatever page, and replaces the first', async () => {
  const first = request('13800000016');
  await otps.send(first);
  const old = latestCode();
  const elsewhere = await otps.send(request('13800000016'));
  assert.ok(elsewhere.kind === 'wait' && elsewhere.seconds > 55 && elsewhere.seconds <= RESEND_SECONDS);
  await bench.time.advance({ seconds: RESEND_SECONDS });
  assert.deepEqual(await otps.send(first), { kind: 'sent' });
  const fresh = latestCode();
  if (old !== fresh) assert.equal((await otps.check(first.interaction, old)).kind, 'wrong');
  assert.equal((await otps.check(first.interaction, fresh)).kind, 'accepted');
});

test('requests for one phone at the same time send one message', async () => {
  const before = sent.length;
  await Promise.all(Array.from({ length: 8 }, () => otps.send(request('13800000017'))));
  assert.equal(sent.length - before, 1);
});

test('a stranger’s requests use up what strangers on their network have, and the next day is another', async () => {
  const phone = '13800000018';
  for (let n = 0; n < A_DAY_FROM_NETWORK; n += 1) {
    assert.deepEqual(await otps.send(request(phone)), { kind: 'sent' });
    await bench.time.advance({ seconds: RESEND_SECONDS });
  }
  assert.deepEqual(await otps.send(request(phone)), { kind: 'limit' }, 'another cookie is no other network');
  assert.deepEqual(await otps.send(request(phone, randomUUID(), randomUUID(), '192.0.2.2')), { kind: 'sent' });
  await bench.time.advance({ days: 1 });
  assert.deepEqual(await otps.send(request(phone)), { kind: 'sent' });
});

test('however many networks strangers have, a phone gets a hundred guesses a day from them and no more', async () => {
  const phone = '13800000020';
  const attempts = Array.from({ length: A_DAY_FROM_STRANGERS + 5 }, (_, n) => `198.51.100.${n}`);
  const sends = [];
  for (const address of attempts)
    sends.push((await otps.send(request(phone, randomUUID(), randomUUID(), address))).kind);
  assert.equal(sends.filter((kind) => kind === 'sent').length * TRIES, 100);
  assert.equal(sends.at(-1), 'limit');
});

test('a stranger cannot lock out a customer on a device they signed in on before, nor make them wait', async () => {
  const phone = '13800000021';
  const mine = randomUUID();
  await answered(phone, mine);
  await bench.time.advance({ seconds: RESEND_SECONDS });
  for (let n = 0; n < A_DAY_FROM_STRANGERS + 1; n += 1) {
    await otps.send(request(phone, randomUUID(), randomUUID(), `203.0.113.${n}`));
  }
  assert.equal((await otps.send(request(phone, randomUUID(), randomUUID(), '203.0.113.99'))).kind, 'limit');
  assert.deepEqual(await otps.send(request(phone, randomUUID(), mine, '203.0.113.0')), { kind: 'sent' });
});

test('a device that answered for one phone is a stranger to another', async () => {
  const device = randomUUID();
  await answered('13800000022', device);
  for (let n = 0; n < A_DAY_FROM_STRANGERS; n += 1) {
    await otps.send(request('13800000023', randomUUID(), randomUUID(), `192.0.2.${n + 10}`));
  }
  assert.deepEqual(await otps.send(request('13800000023', randomUUID(), device)), { kind: 'limit' });
});

test('a device gets ten codes a day over all phones', async () => {
  const device = randomUUID();
  for (let n = 0; n < A_DAY; n += 1) {
    assert.deepEqual(await otps.send(request(`1390000010${n}`, randomUUID(), device)), { kind: 'sent' });
  }
  assert.deepEqual(await otps.send(request('13900000110', randomUUID(), device)), { kind: 'limit' });
  assert.deepEqual(await otps.send(request('13900000110')), { kind: 'sent' });
});

test('who tries one code each at many phones is stopped, and customers on their own devices are not', async () => {
  const phone = '13700000000';
  const mine = randomUUID();
  await answered(phone, mine);
  await bench.time.advance({ seconds: RESEND_SECONDS });
  const sprayed = await Promise.all(
    Array.from({ length: A_DAY_FROM_NETWORK_TO_ALL + 20 }, (_, n) =>
      otps.send(request(`137${String(n + 1).padStart(8, '0')}`, randomUUID(), randomUUID(), '198.51.100.77')),
    ),
  );
  assert.equal(sprayed.filter(({ kind }) => kind === 'sent').length, A_DAY_FROM_NETWORK_TO_ALL);
  assert.deepEqual(await otps.send(request(phone, randomUUID(), mine, '198.51.100.77')), { kind: 'sent' });
  assert.deepEqual(await otps.send(request('13700009999', randomUUID(), randomUUID(), '198.51.100.78')), {
    kind: 'sent',
  });
});

test('the database holds no code that could be read or guessed from it', async () => {
  await otps.send(request('13800000019'));
  const row = await context.db
    .selectFrom('identity.otps')
    .selectAll()
    .where('phone', '=', '13800000019')
    .executeTakeFirstOrThrow();
  assert.ok(!JSON.stringify(row).includes(latestCode()));
  assert.equal(row.code_mac.length, 32);
});

test('a demo prints the code to the log, with the number masked', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  await createLogOtpSender(log).send({ phone: '13800000001', code: '123456', language: 'en' });
  assert.match(lines.join(''), /OTP for 138\*\*\*\*0001 is 123456/);
});
