import { sql } from 'kysely';
import { type AppId, PorticoError } from '../../../sandbox/contract/index.ts';
import type { CustomerSession } from '../../identity/index.ts';
import type { Tx } from '../../platform/platform.ts';
import { attemptLive, challengeAttempt, stepAttempt } from '../attempt-store.ts';
import type { Context } from '../context.ts';
import { demoAccount } from '../demo-account.ts';
import { canonicalIntent, type Intent, intentChallenge } from '../intent.ts';
import { type PayerAccount, payerAccount } from '../ledger/accounts.ts';
import { checkLimits } from '../limits/limits.ts';
import { exponentOf, lockOrder, type Order, stepOrder } from '../orders/order-store.ts';
import { readOrderToken } from '../orders/order-token.ts';
import { inTransaction } from '../transaction.ts';

/** How long a customer has to confirm; never longer than the order lives. */
const INTENT_SECONDS = 120;

export interface Challenged {
  readonly intent: Intent;
  readonly challenge: Uint8Array;
  readonly order: Order;
}

/**
 * Opens the cashier: an attempt with everything the customer will sign. Whoever opens it again replaces their own
 * unconfirmed attempt; while a result is pending, or another customer's cashier is open, it is refused.
 */
export async function openCashier(
  context: Context,
  session: CustomerSession,
  appId: AppId,
  orderToken: string,
): Promise<Challenged> {
  const { platform } = context;
  const { orderId } = await readOrderToken(context, orderToken, { appId, userId: session.userId });
  // The container shuts a revoked app by itself, but may not have heard of it yet: money waits for no news.
  await context.assertInForce(appId);
  return inTransaction(platform.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new PorticoError('ERR_PAYMENT_TOKEN');
    await makeWay(tx, order, session);
    const account = await accountFor(context, tx, session, order);
    const broken = await checkLimits(tx, {
      userId: session.userId,
      level: session.level,
      accountClass: account.class,
      partnerId: order.partnerId,
      currency: order.currency,
      amount: BigInt(order.amountMinor),
      passkey: undefined,
    });
    if (broken) throw new PorticoError('ERR_PAYMENT_LIMIT', { data: { ...broken } });

    const orderVersion = await stepOrder(tx, orderId, 'PAYING');
    const attemptId = platform.random.uuid();
    const intent: Intent = {
      orderId,
      orderVersion,
      attemptId,
      appId: order.appId,
      payeeId: order.payeeId,
      payeeName: order.payeeName,
      currency: order.currency,
      exponent: exponentOf(order),
      amountMinor: order.amountMinor,
      fundingLines: [{ kind: 'account', label: account.label, amountMinor: order.amountMinor }],
      userId: session.userId,
      nonce: platform.random.token(32),
      expiresAt: (await deadline(tx, order)).toISOString(),
    };
    const intentJcs = canonicalIntent(intent);
    const challenge = intentChallenge(intentJcs);
    await sql`INSERT INTO payments.attempts (id, order_id, user_id) VALUES (${attemptId}, ${orderId}, ${session.userId})`.execute(
      tx,
    );
    await challengeAttempt(tx, {
      id: attemptId,
      orderVersion,
      intentJcs,
      challenge,
      expiresAt: new Date(intent.expiresAt),
    });
    return { intent, challenge, order };
  });
}

/** Brings a locked order to CREATED, or says why it cannot be paid now. */
async function makeWay(tx: Tx, order: Order, session: CustomerSession): Promise<void> {
  if (order.state === 'PAYING') {
    const live = await attemptLive(tx, order.id);
    if (live?.state !== 'CHALLENGED' || (!live.expired && live.userId !== session.userId)) {
      throw new PorticoError('ERR_PAYMENT_ORDER_BUSY');
    }
    await stepAttempt(tx, live.id, live.expired ? 'EXPIRED' : 'CANCELLED');
    await stepOrder(tx, order.id, 'CREATED');
  } else if (order.state === 'CLOSED') {
    throw new PorticoError('ERR_PAYMENT_ORDER_CLOSED');
  } else if (order.state !== 'CREATED') {
    throw new PorticoError('ERR_PAYMENT_ORDER_PAID');
  }
  if (order.expired) throw new PorticoError('ERR_PAYMENT_ORDER_CLOSED');
}

async function accountFor(context: Context, tx: Tx, session: CustomerSession, order: Order): Promise<PayerAccount> {
  const account =
    (await payerAccount(tx, session.userId, order.currency)) ??
    (context.platform.config.demo ? await demoAccount(tx, session.userId, order.currency) : undefined);
  if (!account) throw new PorticoError('ERR_PAYMENT_NO_ACCOUNT');
  return account;
}

async function deadline(tx: Tx, order: Order): Promise<Date> {
  const rows = await sql<{ at: Date }>`
    SELECT least(date_trunc('milliseconds', portico.now()) + make_interval(secs => ${INTENT_SECONDS}), ${order.expiresAt}::timestamptz) AS at`.execute(
    tx,
  );
  return rows.rows[0]?.at ?? order.expiresAt;
}
