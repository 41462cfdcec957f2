import { sql } from 'kysely';
import type { MinorUnits } from '../../../sandbox/contract/index.ts';
import { PorticoError, parseAppId } from '../../../sandbox/contract/index.ts';
import type { CustomerSession, VerifiedPasskey } from '../../identity/index.ts';
import type { Tx } from '../../platform/platform.ts';
import { type Attempt, attemptById, attemptOf, stepAttempt } from '../attempt-store.ts';
import type { ChannelPayment } from '../channels/channel.ts';
import type { Context } from '../context.ts';
import { intentChallenge } from '../intent.ts';
import { payeeAccount, payerAccount } from '../ledger/accounts.ts';
import { ledger, legs } from '../ledger/ledger.ts';
import { checkLimits } from '../limits/limits.ts';
import { lockOrder, type Order, orderById, stepOrder } from '../orders/order-store.ts';
import { settle } from '../settlement/settle.ts';
import { submit } from '../settlement/submit.ts';
import type { AttemptState } from '../states.ts';
import { inTransaction } from '../transaction.ts';

/**
 * The customer has signed: check it, take the intent, set the money aside (transaction 1), ask the channel, record its
 * answer (transaction 2). The order of the steps is what makes a crash between any two of them harmless:
 *
 * - before transaction 1 commits nothing has happened, and the intent can still be used;
 * - after it, the attempt is SUBMITTED and the money held, whether or not the channel was called: recovery asks the
 *   channel, which knows the attempt by its id;
 * - after transaction 2, everything is recorded and only the reply is missing: the app asks again.
 */
export async function confirm(
  context: Context,
  session: CustomerSession,
  attemptId: string,
  assertion: unknown,
): Promise<{ orderId: string; attemptState: AttemptState }> {
  const attempt = await attemptOf(context.platform.db, attemptId, session.userId);
  if (!attempt) throw new PorticoError('ERR_PAYMENT_INTENT_NOT_FOUND');
  refuseUnlessChallenged(attempt);
  const appId = parseAppId((await orderById(context.platform.db, attempt.orderId))?.appId);
  if (!appId) throw new PorticoError('ERR_PAYMENT_ORDER_NOT_FOUND');
  await context.assertInForce(appId);
  const passkey = await context.identity.passkeys.verify(session.userId, assertion, intentChallenge(attempt.intentJcs));

  const payment = await authorise(context, session, attempt, passkey);
  context.crashPoints.reach('submitted');
  const outcome = await submit(context, payment);
  context.crashPoints.reach('answered');
  await settle(context, attemptId, outcome);
  context.crashPoints.reach('settled');

  const settled = await attemptById(context.platform.db, attemptId);
  if (settled?.state === 'FAILED') throw new PorticoError('ERR_PAYMENT_DECLINED');
  return { orderId: attempt.orderId, attemptState: settled?.state ?? 'UNKNOWN' };
}

function refuseUnlessChallenged(attempt: Attempt): void {
  if (attempt.state === 'EXPIRED' || (attempt.state === 'CHALLENGED' && attempt.expired)) {
    throw new PorticoError('ERR_PAYMENT_INTENT_EXPIRED');
  }
  if (attempt.state !== 'CHALLENGED') throw new PorticoError('ERR_PAYMENT_INTENT_USED');
}

/** Transaction 1. A payment over a limit or without funds also consumes the intent: it ends as FAILED, and nothing is held. */
async function authorise(
  context: Context,
  session: CustomerSession,
  attempt: Attempt,
  passkey: VerifiedPasskey,
): Promise<ChannelPayment> {
  const result = await inTransaction(context.platform.db, async (tx) => {
    const order = await lockOrder(tx, attempt.orderId);
    if (!order) throw new PorticoError('ERR_PAYMENT_ORDER_NOT_FOUND');
    const payer = await payerAccount(tx, session.userId, order.currency);
    if (!payer) throw new PorticoError('ERR_PAYMENT_NO_ACCOUNT');
    await consume(tx, attempt, order, { payerAccount: payer.id, credentialId: passkey.credentialId });
    context.crashPoints.reach('consumed');

    const amount = BigInt(order.amountMinor) as MinorUnits;
    const payee = await payeeAccount(tx, order.payeeId, order.currency, attempt.id);
    await ledger.lock(tx, [payer.id]);
    const broken = await checkLimits(tx, {
      userId: session.userId,
      level: session.level,
      accountClass: payer.class,
      partnerId: order.partnerId,
      currency: order.currency,
      amount,
      passkey,
    });
    const held = broken ? 'limit' : await ledger.hold(tx, attempt.id, legs(payer.id, payee, amount));
    if (held === 'limit' || held === 'insufficient') {
      await stepAttempt(tx, attempt.id, 'FAILED', { failure: held });
      await stepOrder(tx, order.id, 'CREATED');
      return { refused: held, broken };
    }
    await stepAttempt(tx, attempt.id, 'SUBMITTED');
    return { payment: channelPayment(order, attempt) };
  });
  if (result.payment) return result.payment;
  if (result.refused === 'limit') throw new PorticoError('ERR_PAYMENT_LIMIT', { data: { ...result.broken } });
  throw new PorticoError('ERR_PAYMENT_FUNDS');
}

/**
 * The one statement that takes an intent. Of any number of parallel confirms exactly one gets the row (fault 19), and the
 * deadline is the database's, read by the statement itself (faults 21 and 32).
 */
async function consume(
  tx: Tx,
  attempt: Attempt,
  order: Order,
  by: { payerAccount: string; credentialId: string },
): Promise<void> {
  const taken = await sql`
    UPDATE payments.attempts SET state = 'AUTHORIZED', payer_account = ${by.payerAccount}, credential_id = ${by.credentialId},
      authorized_at = portico.now()
    WHERE id = ${attempt.id} AND state = 'CHALLENGED' AND expires_at > portico.now() AND order_version = ${order.version}
    RETURNING id`.execute(tx);
  if (taken.rows.length === 1) return;
  const now = await attemptById(tx, attempt.id);
  if (now) refuseUnlessChallenged(now);
  throw new PorticoError('ERR_PAYMENT_INTENT_USED', { detail: 'The order has changed since.' });
}

export function channelPayment(order: Order, attempt: { id: string; userId: string }): ChannelPayment {
  return {
    attemptId: attempt.id,
    userId: attempt.userId,
    payeeId: order.payeeId,
    currency: order.currency,
    amountMinor: BigInt(order.amountMinor),
  };
}
