import type { AppId } from '../../../sandbox/contract/index.ts';
import type { CustomerSession } from '../../identity/index.ts';
import { latestAttempt } from '../attempt-store.ts';
import type { Context } from '../context.ts';
import { readOrderToken } from '../orders/order-token.ts';
import type { AttemptState } from '../states.ts';

/** All an app ever learns from the container. Never "paid": its server hears the truth by webhook or by asking. */
export type Hint = 'processing' | 'cancelled' | 'maybe_paid';

export const hintOf: Readonly<Record<AttemptState, Hint>> = {
  INIT: 'processing',
  CHALLENGED: 'processing',
  AUTHORIZED: 'processing',
  SUBMITTED: 'processing',
  UNKNOWN: 'processing',
  SUCCEEDED: 'maybe_paid',
  FAILED: 'cancelled',
  CANCELLED: 'cancelled',
  EXPIRED: 'cancelled',
};

export async function queryHint(
  context: Context,
  session: CustomerSession,
  appId: AppId,
  orderToken: string,
): Promise<Hint> {
  const { orderId } = await readOrderToken(context, orderToken, { appId, userId: session.userId });
  const attempt = await latestAttempt(context.platform.db, orderId, session.userId);
  if (!attempt) return 'cancelled';
  return attempt.state === 'CHALLENGED' && attempt.expired ? 'cancelled' : hintOf[attempt.state];
}
