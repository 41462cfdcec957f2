import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { CustomerSession } from '../../identity/index.ts';
import { attemptLive, attemptOf, stepAttempt } from '../attempt-store.ts';
import type { Context } from '../context.ts';
import { lockOrder, stepOrder } from '../orders/order-store.ts';
import { inTransaction } from '../transaction.ts';

/** The customer closed the cashier. Idempotent; refused once money may be moving. */
export async function cancel({ platform }: Context, session: CustomerSession, attemptId: string): Promise<void> {
  const attempt = await attemptOf(platform.db, attemptId, session.userId);
  if (!attempt) throw new PorticoError('ERR_PAYMENT_INTENT_NOT_FOUND');
  await inTransaction(platform.db, async (tx) => {
    await lockOrder(tx, attempt.orderId);
    const live = await attemptLive(tx, attempt.orderId);
    if (live?.id !== attemptId) return;
    if (live.state !== 'CHALLENGED') throw new PorticoError('ERR_PAYMENT_INTENT_USED');
    await stepAttempt(tx, attemptId, 'CANCELLED');
    await stepOrder(tx, attempt.orderId, 'CREATED');
  });
}
