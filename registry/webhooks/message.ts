import { Webhook } from 'standardwebhooks';

/** The states of an order that a partner is told about, by the name of their event. PAYING and back to CREATED are not news. */
const eventTypes: Readonly<Record<string, string>> = {
  PAID: 'order.paid',
  CLOSED: 'order.closed',
  PART_REFUNDED: 'order.refunded',
  REFUNDED: 'order.refunded',
};

export interface OrderEvent {
  readonly orderId: string;
  readonly partnerId: string;
  readonly outOrderNo: string;
  readonly state: string;
  readonly orderVersion: number;
  readonly at: string;
}

/** Reads the payload of `payments.order`; `undefined` when it is not one. */
export function parseOrderEvent(payload: unknown): OrderEvent | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { orderId, partnerId, outOrderNo, state, orderVersion, at } = payload as Record<string, unknown>;
  if (typeof orderId !== 'string' || typeof partnerId !== 'string' || typeof outOrderNo !== 'string') return undefined;
  if (typeof state !== 'string' || typeof orderVersion !== 'number' || typeof at !== 'string') return undefined;
  return { orderId, partnerId, outOrderNo, state, orderVersion, at };
}

/** Thin on purpose: it says that something happened; the partner asks for the rest with a signed request. */
export function messageOf(event: OrderEvent): { type: string; body: string } | undefined {
  const type = eventTypes[event.state];
  if (type === undefined) return undefined;
  const { orderId, outOrderNo, state, orderVersion } = event;
  return {
    type,
    body: JSON.stringify({ type, timestamp: event.at, data: { orderId, outOrderNo, state, orderVersion } }),
  };
}

/**
 * Standard Webhooks headers: one `v1` signature (HMAC-SHA256 over `id.timestamp.body`) for each secret, newest first, so
 * that a partner who has either secret of a rotation accepts it.
 */
export function signedHeaders(message: { id: string; body: string }, secrets: readonly string[], at: Date) {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Portico-Webhooks/1',
    'webhook-id': message.id,
    'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(message.id, at, message.body)).join(' '),
  };
}
