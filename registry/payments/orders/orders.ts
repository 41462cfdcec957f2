import { type AppId, type PartnerId, PorticoError, parseOpenId } from '../../../sandbox/contract/index.ts';
import { attemptLive, stepAttempt } from '../attempt-store.ts';
import type { Context } from '../context.ts';
import { displayText } from '../display-text.ts';
import type { OrderBody } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { parseOrderBody } from './order-body.ts';
import { insertOrder, lockOrder, type Order, orderById, orderByNumber, stepOrder } from './order-store.ts';
import { signOrderToken } from './order-token.ts';

/** Creates an order, or finds the one the same request created before (fault 1). Another body is refused (fault 2). */
export async function createOrder(
  context: Context,
  partnerId: PartnerId,
  body: OrderBody,
): Promise<{ order: Order; orderToken: string; created: boolean }> {
  const { platform, identity } = context;
  const terms = parseOrderBody(body);
  if ((await identity.partners.ownerOf(terms.appId)) !== partnerId) throw new PorticoError('ERR_PAYMENT_NOT_YOUR_APP');
  await context.assertInForce(terms.appId);
  await checkOpenid(context, terms.appId, body.openid);
  const partner = await identity.partners.get(partnerId);
  if (!partner) throw new PorticoError('ERR_PAYMENT_NOT_YOUR_APP');

  const id = platform.random.uuid();
  const inserted = await insertOrder(platform.db, { id, partnerId, payeeName: displayText(partner.name), terms });
  const order = inserted ?? (await orderByNumber(platform.db, partnerId, terms.outOrderNo));
  if (!order || !Buffer.from(order.bodyDigest).equals(terms.bodyDigest)) {
    throw new PorticoError('ERR_PAYMENT_ORDER_CONFLICT');
  }
  return { order, orderToken: await signOrderToken(context, order), created: inserted !== undefined };
}

async function checkOpenid({ identity }: Context, appId: AppId, openid: string | undefined) {
  if (openid === undefined) return;
  const parsed = parseOpenId(openid);
  if (parsed === undefined || (await identity.userOfOpenid(appId, parsed)) === undefined) {
    throw new PorticoError('ERR_PAYMENT_OPENID');
  }
}

export async function partnerOrder({ platform }: Context, partnerId: PartnerId, orderId: string): Promise<Order> {
  const order = await orderById(platform.db, orderId);
  if (order?.partnerId !== partnerId) throw new PorticoError('ERR_PAYMENT_ORDER_NOT_FOUND');
  return order;
}

/** Closes an unpaid order. Refused while money may be moving; a cashier that is merely open is cancelled. */
export async function closeOrder(context: Context, partnerId: PartnerId, orderId: string): Promise<Order> {
  await inTransaction(context.platform.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.partnerId !== partnerId) throw new PorticoError('ERR_PAYMENT_ORDER_NOT_FOUND');
    if (order.state === 'CLOSED') return;
    if (order.state === 'PAYING') {
      const live = await attemptLive(tx, orderId);
      if (live?.state !== 'CHALLENGED') throw new PorticoError('ERR_PAYMENT_ORDER_BUSY');
      await stepAttempt(tx, live.id, 'CANCELLED');
      await stepOrder(tx, orderId, 'CREATED');
    } else if (order.state !== 'CREATED') {
      throw new PorticoError('ERR_PAYMENT_ORDER_PAID');
    }
    await stepOrder(tx, orderId, 'CLOSED');
  });
  return partnerOrder(context, partnerId, orderId);
}
