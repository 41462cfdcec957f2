import { sql } from 'kysely';
import type { MinorUnits } from '../../../sandbox/contract/index.ts';
import type { Tx } from '../../platform/platform.ts';
import { type Attempt, attemptById, stepAttempt } from '../attempt-store.ts';
import type { ChannelOutcome } from '../channels/channel.ts';
import type { Context } from '../context.ts';
import { houseAccount } from '../ledger/accounts.ts';
import { ledger, legs } from '../ledger/ledger.ts';
import { lockOrder, markPaid, type Order, stepOrder } from '../orders/order-store.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Transaction 2: records what the channel said of an attempt, whoever heard it (the confirming request, the recovery job,
 * a notice). Idempotent; returns whether anything changed. UNKNOWN keeps the hold.
 */
export async function settle(context: Context, attemptId: string, outcome: ChannelOutcome): Promise<boolean> {
  const { db, log } = context.platform;
  return inTransaction(db, async (tx) => {
    const order = await lockOrderOf(tx, attemptId);
    const attempt = order && (await attemptById(tx, attemptId));
    if (!order || !attempt) {
      log.error({ attemptId }, 'the channel reported an attempt that does not exist');
      return false;
    }
    const open = attempt.state === 'SUBMITTED' || attempt.state === 'UNKNOWN';
    if (outcome.kind === 'unknown') {
      if (attempt.state !== 'SUBMITTED') return false;
      await stepAttempt(tx, attempt.id, 'UNKNOWN');
    } else if (open && outcome.kind === 'succeeded') {
      await ledger.post(tx, attempt.id, 'capture');
      context.crashPoints.reach('booked');
      await stepAttempt(tx, attempt.id, 'SUCCEEDED', { channelRef: outcome.reference });
      await markPaid(tx, order.id);
    } else if (open && outcome.kind === 'failed') {
      await ledger.release(tx, attempt.id);
      await stepAttempt(tx, attempt.id, 'FAILED', { failure: outcome.reason });
      await stepOrder(tx, order.id, 'CREATED');
    } else if (outcome.kind === 'succeeded' && attempt.state !== 'SUCCEEDED') {
      log.error(
        { attemptId, state: attempt.state },
        'the channel took money for an attempt that had ended: in suspense',
      );
      return keepInSuspense(tx, order, attempt, outcome.reference);
    } else {
      if (outcome.kind === 'failed' && attempt.state === 'SUCCEEDED') {
        log.error({ attemptId }, 'the channel now denies a payment that it confirmed');
      }
      return false;
    }
    return true;
  });
}

async function lockOrderOf(tx: Tx, attemptId: string): Promise<Order | undefined> {
  const attempt = await attemptById(tx, attemptId);
  return attempt && lockOrder(tx, attempt.orderId);
}

/** A late success never pays an order: the channel owes us the money and we owe it to the customer (fault 34). */
async function keepInSuspense(tx: Tx, order: Order, attempt: Attempt, reference: string): Promise<boolean> {
  const kept = await sql`
    INSERT INTO payments.late_successes (attempt_id, channel_ref) VALUES (${attempt.id}, ${reference})
    ON CONFLICT DO NOTHING RETURNING attempt_id`.execute(tx);
  if (kept.rows.length === 0) return false;
  const clearing = await houseAccount(tx, 'clearing', order.currency);
  const suspense = await houseAccount(tx, 'suspense', order.currency);
  const amount = BigInt(order.amountMinor) as MinorUnits;
  await ledger.book(tx, 'late_success', attempt.id, legs(clearing, suspense, amount));
  return true;
}
