/** Intents to pay, their confirmation, and receipts. Amounts are decimal strings of minor units and stay that way. */
import {
  type AppId,
  type AttemptId,
  type OrderId,
  parseAppId,
  parseAttemptId,
  parseMinorUnits,
  parseOrderId,
} from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import { branded, count, exactly, list, maybe, moment, oneOf, type Read, record, type Shaped, text } from './shape.ts';

const minor: Read<string> = (value, where) => {
  const given = text(value, where);
  branded(parseMinorUnits, 'an amount in minor units')(given, where);
  return given;
};
const appId = branded(parseAppId, 'an app id');
const orderId = branded(parseOrderId, 'an order id');
const attemptId = branded(parseAttemptId, 'an attempt id');

const fundingShape = { kind: oneOf('account'), label: text, amountMinor: minor };
const intentShape = {
  orderId,
  orderVersion: count,
  attemptId,
  appId,
  payeeId: text,
  payeeName: text,
  currency: text,
  exponent: count,
  amountMinor: minor,
  fundingLines: list(exactly(fundingShape)),
  userId: text,
  nonce: text,
  expiresAt: text,
};
/** Exactly what the passkey signs: a member that we do not know, and so cannot show, is refused. */
export type Intent = Shaped<typeof intentShape>;

const itemShape = { name: text, quantity: count, amountMinor: minor };
export type Item = Shaped<typeof itemShape>;

const offerShape = {
  attemptId,
  intent: exactly(intentShape),
  challenge: text,
  title: text,
  items: list(record(itemShape)),
  rpId: text,
  allowCredentials: list(record({ id: text, transports: maybe(list(text)) })),
  expiresAt: moment,
};
export type Offer = Shaped<typeof offerShape>;

export type Hint = 'processing' | 'cancelled' | 'maybe_paid';
const hint = oneOf('processing', 'cancelled', 'maybe_paid');
const confirmationShape = { hint, attemptState: text, orderId };
export type Confirmation = Shaped<typeof confirmationShape>;

const receiptShape = {
  orderId,
  state: oneOf('CREATED', 'PAYING', 'PAID', 'PART_REFUNDED', 'REFUNDED', 'CLOSED'),
  payeeId: text,
  payeeName: text,
  title: text,
  items: list(record(itemShape)),
  currency: text,
  exponent: count,
  amountMinor: minor,
  createdAt: moment,
  paidAt: maybe(moment),
  receiptNo: maybe(text),
  attemptState: maybe(text),
};
export type Receipt = Shaped<typeof receiptShape>;
const readReceipt = record(receiptShape);

export interface PaymentsApi {
  createIntent(appId: AppId, orderToken: string, signal?: AbortSignal): Promise<Offer>;
  confirm(attemptId: AttemptId, assertion: unknown): Promise<Confirmation>;
  cancel(attemptId: AttemptId): Promise<void>;
  query(appId: AppId, orderToken: string, signal?: AbortSignal): Promise<Hint>;
  receipt(orderId: OrderId, signal?: AbortSignal): Promise<Receipt>;
  orders(signal?: AbortSignal): Promise<readonly Receipt[]>;
}

export function createPaymentsApi(request: Request): PaymentsApi {
  const root = '/api/v1/payments';
  return {
    createIntent: (app, orderToken, signal) =>
      request({
        method: 'POST',
        path: `${root}/intents`,
        body: { appId: app, orderToken },
        read: record(offerShape),
        signal,
      }),
    // Posting may wait for a card channel: longer than other calls, and never aborted once sent.
    confirm: (attempt, assertion) =>
      request({
        method: 'POST',
        path: `${root}/intents/${attempt}/confirm`,
        body: { assertion },
        read: record(confirmationShape),
        deadlineMs: 30_000,
      }),
    async cancel(attempt) {
      await request({ method: 'POST', path: `${root}/intents/${attempt}/cancel`, body: {}, read: record({ hint }) });
    },
    async query(app, orderToken, signal) {
      const body = { appId: app, orderToken };
      return (await request({ method: 'POST', path: `${root}/query`, body, read: record({ hint }), signal })).hint;
    },
    receipt: (order, signal) => request({ path: `${root}/orders/${order}`, read: readReceipt, signal }),
    orders: async (signal) =>
      (await request({ path: `${root}/orders`, read: record({ orders: list(readReceipt) }), signal })).orders,
  };
}
