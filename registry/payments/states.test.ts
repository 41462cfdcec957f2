import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createTestPlatform } from '../platform/testing/index.ts';
import { currencyExponents } from './currency.ts';
import { migrations } from './migrations/index.ts';
import { attemptSteps, orderSteps } from './states.ts';

const bench = await createTestPlatform({ migrations });
after(() => bench.close());

const pairs = (steps: Record<string, readonly string[]>) =>
  Object.entries(steps)
    .flatMap(([from, tos]) => tos.map((to) => `${from} ${to}`))
    .sort();

test('the database allows exactly the steps and currencies that the code knows', async () => {
  const read = async (table: string) => {
    const rows = await sql<{ step: string }>`
      SELECT from_state || ' ' || to_state AS step FROM ${sql.raw(table)}`.execute(bench.platform.db);
    return rows.rows.map((row) => row.step).sort();
  };
  assert.deepEqual(await read('payments.order_steps'), pairs(orderSteps));
  assert.deepEqual(await read('payments.attempt_steps'), pairs(attemptSteps));
  const currencies = await sql<{ code: string; exponent: number }>`SELECT * FROM payments.currencies`.execute(
    bench.platform.db,
  );
  assert.deepEqual(Object.fromEntries(currencies.rows.map((row) => [row.code, row.exponent])), {
    ...currencyExponents,
  });
});
