import { sql } from 'kysely';
import type { MinorUnits } from '../../../sandbox/contract/index.ts';
import { stepAttempt } from '../attempt-store.ts';
import type { ChannelOutcome, ChannelPayment } from '../channels/channel.ts';
import type { Context } from '../context.ts';
import { houseAccount } from '../ledger/accounts.ts';
import { ledger, legs } from '../ledger/ledger.ts';
import { lockOrder, stepOrder } from '../orders/order-store.ts';
import type { AttemptState } from '../states.ts';
import { inTransaction } from '../transaction.ts';
import { settle } from './settle.ts';

interface Stuck extends ChannelPayment {
  readonly state: AttemptState;
  readonly orderId: string;
}

const BATCH = 100;

/**
 * Finds out what became of attempts that have not moved for `idleSeconds`, after a crash or a silent channel. Safe beside a
 * confirm that is still running: the channel knows attempts by id, and `settle` records each outcome once.
 */
export async function recover(context: Context, idleSeconds: number): Promise<number> {
  let settled = 0;
  for (const attempt of await stuckAttempts(context, idleSeconds)) {
    try {
      const moved = attempt.state === 'AUTHORIZED' ? await abandon(context, attempt) : await ask(context, attempt);
      if (moved) settled += 1;
    } catch (error) {
      // One channel fault must not keep the others waiting; the next run asks again.
      context.platform.log.warn({ err: error, attemptId: attempt.attemptId }, 'an attempt could not be resolved yet');
    }
  }
  await returnLateMoney(context);
  return settled;
}

async function stuckAttempts({ platform }: Context, idleSeconds: number): Promise<readonly Stuck[]> {
  const rows = await sql<Omit<Stuck, 'amountMinor'> & { amountMinor: string }>`
    SELECT attempts.id AS "attemptId", attempts.state, order_id AS "orderId", user_id AS "userId", payee_id AS "payeeId", currency,
           amount_minor AS "amountMinor"
    FROM payments.attempts JOIN payments.orders ON orders.id = order_id
    WHERE attempts.state IN ('AUTHORIZED', 'SUBMITTED', 'UNKNOWN')
      AND changed_at <= portico.now() - make_interval(secs => ${idleSeconds})
    ORDER BY changed_at LIMIT ${BATCH}`.execute(platform.db);
  return rows.rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

/** A request that never arrived is made sure never to arrive, and the order can be paid again. */
async function ask(context: Context, attempt: Stuck): Promise<boolean> {
  const found = await context.channel.query(attempt.attemptId);
  const outcome: ChannelOutcome = found.kind === 'absent' ? await context.channel.cancel(attempt) : found;
  return settle(context, attempt.attemptId, outcome);
}

/** AUTHORIZED is never committed by itself; should it ever be, the channel was not called and nothing is held. */
async function abandon({ platform }: Context, attempt: Stuck): Promise<boolean> {
  await inTransaction(platform.db, async (tx) => {
    await lockOrder(tx, attempt.orderId);
    await stepAttempt(tx, attempt.attemptId, 'FAILED', { failure: 'interrupted' });
    await stepOrder(tx, attempt.orderId, 'CREATED');
  });
  return true;
}

/** Sends money in suspense back through the channel, then books that it has left. Both are idempotent on the attempt. */
async function returnLateMoney(context: Context): Promise<void> {
  const { platform, channel } = context;
  const rows = await sql<Omit<ChannelPayment, 'amountMinor'> & { amountMinor: string }>`
    SELECT attempt_id AS "attemptId", user_id AS "userId", payee_id AS "payeeId", currency, amount_minor AS "amountMinor"
    FROM payments.late_successes JOIN payments.attempts ON attempts.id = attempt_id JOIN payments.orders ON orders.id = order_id
    WHERE NOT EXISTS (SELECT FROM payments.transfers WHERE reference = attempt_id AND code = 'late_return')
    LIMIT ${BATCH}`.execute(platform.db);
  for (const row of rows.rows) {
    const payment = { ...row, amountMinor: BigInt(row.amountMinor) };
    const outcome = await channel.returnLate(payment);
    if (outcome.kind !== 'succeeded') {
      platform.log.warn({ attemptId: row.attemptId, outcome: outcome.kind }, 'money in suspense was not returned yet');
      continue;
    }
    await inTransaction(platform.db, async (tx) => {
      const suspense = await houseAccount(tx, 'suspense', row.currency);
      const clearing = await houseAccount(tx, 'clearing', row.currency);
      await ledger.book(tx, 'late_return', row.attemptId, legs(suspense, clearing, payment.amountMinor as MinorUnits));
    });
  }
}
