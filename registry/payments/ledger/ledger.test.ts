import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { MinorUnits } from '../../../sandbox/contract/index.ts';
import { createTestPlatform } from '../../platform/testing/index.ts';
import { migrations } from '../migrations/index.ts';
import { inTransaction } from '../transaction.ts';
import { houseAccount, openPayerAccount, payeeAccount, payerAccount } from './accounts.ts';
import { checkInvariants } from './invariants.ts';
import { ledger, legs } from './ledger.ts';

const bench = await createTestPlatform({ migrations });
const { db } = bench.platform;
const owner = new pg.Client({ connectionString: bench.ownerUrl });
await owner.connect();
after(async () => {
  await owner.end();
  await bench.close();
});

const fen = (amount: number) => BigInt(amount) as MinorUnits;
const code = (expected: string) => (error: unknown) => (error as { code?: unknown }).code === expected;
const refusedByLedger = code('ERR_PAYMENT_LEDGER');

async function customerWith(amount: number): Promise<string> {
  const userId = randomUUID();
  await openPayerAccount(db, { userId, currency: 'CNY', class: 'II', label: 'test' });
  const account = await payerAccount(db, userId, 'CNY');
  assert.ok(account);
  if (amount > 0) {
    await ledger.book(db, 'demo_funding', userId, legs(await houseAccount(db, 'bank', 'CNY'), account.id, fen(amount)));
  }
  return account.id;
}

async function balance(account: string) {
  const rows = await sql<{
    posted: string;
    held: string;
  }>`SELECT posted, held FROM payments.accounts WHERE id = ${account}`.execute(db);
  return rows.rows[0];
}
const payee = () => payeeAccount(db, `shop-${randomUUID().slice(0, 8)}`, 'CNY', randomUUID());

test('a booked transfer moves the amount, once, however often it is repeated', async () => {
  const [from, to, reference] = [await customerWith(1000), await payee(), randomUUID()];
  assert.equal(await ledger.book(db, 'late_return', reference, legs(from, to, fen(300))), 'booked');
  assert.equal(await ledger.book(db, 'late_return', reference, legs(from, to, fen(300))), 'repeated');
  assert.deepEqual(await balance(from), { posted: '700', held: '0' });
  assert.deepEqual(await balance(to), { posted: '300', held: '0' });
  await assert.rejects(ledger.book(db, 'late_return', reference, legs(from, to, fen(301))), refusedByLedger);
});

test('a hold sets money aside, and is posted or let go once', async () => {
  const [from, to] = [await customerWith(1000), await payee()];
  const [kept, dropped] = [randomUUID(), randomUUID()];
  assert.equal(await ledger.hold(db, kept, legs(from, to, fen(600))), 'held');
  assert.equal(await ledger.hold(db, kept, legs(from, to, fen(600))), 'repeated');
  assert.equal(await ledger.hold(db, randomUUID(), legs(from, to, fen(401))), 'insufficient');
  assert.equal(await ledger.hold(db, dropped, legs(from, to, fen(400))), 'held');
  assert.deepEqual(await balance(from), { posted: '1000', held: '1000' });
  assert.equal(await ledger.post(db, kept, 'late_return'), 'posted');
  assert.equal(await ledger.post(db, kept, 'late_return'), 'repeated');
  assert.equal(await ledger.release(db, dropped), 'voided');
  await assert.rejects(ledger.post(db, dropped, 'late_return'), refusedByLedger);
  await assert.rejects(ledger.release(db, kept), refusedByLedger);
  assert.deepEqual(await balance(from), { posted: '400', held: '0' });
  assert.deepEqual(await balance(to), { posted: '600', held: '0' });
});

test('an account that may not be overdrawn is not', async () => {
  const [from, to] = [await customerWith(100), await payee()];
  await assert.rejects(ledger.book(db, 'late_return', randomUUID(), legs(from, to, fen(101))), refusedByLedger);
  assert.deepEqual(await balance(from), { posted: '100', held: '0' });
});

test('fault 70: a transfer that is refused leaves nothing behind', async () => {
  const [from, to] = [await customerWith(100), await payee()];
  const before = (await owner.query('SELECT count(*) FROM payments.transfers')).rows[0];
  const unbalanced = [
    { account: from, amount: -50n },
    { account: to, amount: 49n },
  ];
  await assert.rejects(ledger.book(db, 'late_return', randomUUID(), unbalanced), refusedByLedger);
  await assert.rejects(ledger.hold(db, randomUUID(), unbalanced), refusedByLedger);
  await assert.rejects(ledger.book(db, 'late_return', randomUUID(), legs(from, '999999999', fen(1))), refusedByLedger);
  await assert.rejects(ledger.hold(db, randomUUID(), legs(from, '999999999', fen(1))), refusedByLedger);
  assert.deepEqual((await owner.query('SELECT count(*) FROM payments.transfers')).rows[0], before);
  assert.deepEqual(await balance(from), { posted: '100', held: '0' });
});

test('currencies do not mix in one transfer', async () => {
  const from = await customerWith(100);
  const yen = await payeeAccount(db, 'yen-shop', 'JPY', randomUUID());
  await assert.rejects(ledger.book(db, 'late_return', randomUUID(), legs(from, yen, fen(10))), refusedByLedger);
});

test('fault 71: entries and transfers cannot be changed or removed, by the run-time role or by the owner', async () => {
  const [from, to] = [await customerWith(100), await payee()];
  await ledger.book(db, 'late_return', randomUUID(), legs(from, to, fen(10)));
  for (const table of ['transfers', 'entries', 'holds', 'resolutions', 'order_changes', 'attempt_changes']) {
    for (const statement of [`DELETE FROM payments.${table}`, `TRUNCATE payments.${table} CASCADE`]) {
      await assert.rejects(sql.raw(statement).execute(db), code('42501'), statement);
      await assert.rejects(owner.query(statement), /insert-only/, statement);
    }
  }
  await assert.rejects(sql`UPDATE payments.entries SET amount = amount * 2`.execute(db), code('42501'));
  await assert.rejects(owner.query('UPDATE payments.entries SET amount = amount * 2'), /insert-only/);
});

test('the run-time role books only through the ledger’s functions', async () => {
  const from = await customerWith(100);
  await assert.rejects(
    sql`UPDATE payments.accounts SET posted = 1000000 WHERE id = ${from}`.execute(db),
    code('42501'),
  );
  await assert.rejects(
    sql`INSERT INTO payments.transfers (code, reference) VALUES ('capture', ${randomUUID()})`.execute(db),
    code('42501'),
  );
  await assert.rejects(
    sql`SELECT payments.write_transfer('capture', ${randomUUID()}, ARRAY[${from}]::bigint[], ARRAY[5]::bigint[], false)`.execute(
      db,
    ),
    code('42501'),
  );
  await assert.rejects(
    sql`INSERT INTO payments.accounts (kind, owner, currency, may_overdraw, posted) VALUES ('partner', 'x', 'CNY', false, 5)`.execute(
      db,
    ),
    code('42501'),
  );
});

test('fault 69: transfers in opposite directions do not deadlock', async () => {
  const [one, two] = [await customerWith(100_000), await customerWith(100_000)];
  const transfers = Array.from({ length: 120 }, (_, n) =>
    ledger.book(db, 'late_return', randomUUID(), n % 2 ? legs(one, two, fen(7)) : legs(two, one, fen(7))),
  );
  // A deadlock would be an error here: these calls are not retried.
  await Promise.all(transfers);
  assert.deepEqual(await balance(one), { posted: '100000', held: '0' });
});

test('fault 72: a transaction that PostgreSQL chose as victim runs again and books once', async () => {
  const [from, to, reference] = [await customerWith(100), await payee(), randomUUID()];
  let runs = 0;
  await inTransaction(db, async (tx) => {
    runs += 1;
    await ledger.book(tx, 'late_return', reference, legs(from, to, fen(40)));
    if (runs === 1)
      await sql`DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = 'serialization_failure'; END $$`.execute(tx);
  });
  assert.equal(runs, 2);
  assert.deepEqual(await balance(from), { posted: '60', held: '0' });
});

test('after all of this the invariants hold', async () => {
  assert.deepEqual(await checkInvariants(db), []);
});

test('the checks notice books that were tampered with', async () => {
  await owner.query('BEGIN');
  const made = await owner.query(
    `INSERT INTO payments.transfers (code, reference) VALUES ('late_return', gen_random_uuid()) RETURNING id`,
  );
  await owner.query(`INSERT INTO payments.entries SELECT $1, 1, min(id), 'CNY', 5 FROM payments.accounts`, [
    made.rows[0].id,
  ]);
  await owner.query('COMMIT');
  const unbalanced = await checkInvariants(db);
  assert.deepEqual(
    unbalanced.map((violation) => violation.invariant),
    ['I1', 'I2'],
  );
});

test('the checks notice a balance that was tampered with', async () => {
  const from = await customerWith(100);
  await owner.query('UPDATE payments.accounts SET posted = posted + 1 WHERE id = $1', [from]);
  const broken = await checkInvariants(db);
  assert.deepEqual(broken.find((violation) => violation.invariant === 'I2')?.what.includes(from), true);
  await owner.query('UPDATE payments.accounts SET posted = posted - 1 WHERE id = $1', [from]);
});
