import { Ajv, type JSONSchemaType } from 'ajv';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** States of an order, in the order they are reached; the registry alone moves an order. */
export type OrderState = 'CREATED' | 'PAYING' | 'PAID' | 'PART_REFUNDED' | 'REFUNDED' | 'CLOSED';

/** What a partner asks for. Amounts are decimal text in the currency's smallest unit (CNY: fen). */
export interface NewOrder {
  /** The partner's own number, unique for ever; the same number with the same body gives the same order again. */
  readonly outOrderNo: string;
  readonly currency: 'CNY';
  readonly amountMinor: string;
  readonly title: string;
  readonly items: readonly { readonly name: string; readonly quantity: number; readonly amountMinor: string }[];
  /** Binds the order to one customer; only after that customer's `identity.login`. */
  readonly openid?: string;
  readonly expiresInSeconds?: number;
}

/** Answer to creating an order. `orderToken` goes to the mini-app, which hands it to `payment.request`. */
export interface OrderTicket {
  readonly orderId: string;
  readonly orderToken: string;
  readonly state: OrderState;
  readonly orderVersion: number;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** An order as the registry knows it now. */
export interface Order {
  readonly orderId: string;
  readonly outOrderNo: string;
  readonly state: OrderState;
  /** Grows with every change; an older answer or webhook never overrides a newer one. */
  readonly orderVersion: number;
  readonly currency: string;
  readonly amountMinor: string;
  /** RFC 3339; absent while the order is not paid. */
  readonly paidAt?: string;
}

/** Answer to exchanging a login code. */
export interface LoginSession {
  /** The customer's id, pairwise: another app of another partner sees a different one. */
  readonly openid: string;
  readonly session: string;
  readonly expiresInSeconds: number;
}

const ajv = new Ajv({ allErrors: false });
const state = {
  type: 'string',
  enum: ['CREATED', 'PAYING', 'PAID', 'PART_REFUNDED', 'REFUNDED', 'CLOSED'],
} as const;
const text = { type: 'string', minLength: 1, maxLength: 4096 } as const;
const version = { type: 'integer', minimum: 0 } as const;

// Unknown members are let through (and dropped below), so that the registry can add some without breaking partners.
const ticketSchema: JSONSchemaType<OrderTicket> = {
  type: 'object',
  properties: { orderId: text, orderToken: text, state, orderVersion: version, expiresAt: text },
  required: ['orderId', 'orderToken', 'state', 'orderVersion', 'expiresAt'],
};
type OrderAnswer = Omit<Order, 'paidAt'> & { readonly paidAt?: string | null };
const orderSchema: JSONSchemaType<OrderAnswer> = {
  type: 'object',
  properties: {
    orderId: text,
    outOrderNo: text,
    state,
    orderVersion: version,
    currency: text,
    amountMinor: { type: 'string', pattern: '^(0|[1-9][0-9]{0,18})$' },
    paidAt: { ...text, nullable: true },
  },
  required: ['orderId', 'outOrderNo', 'state', 'orderVersion', 'currency', 'amountMinor'],
};
const sessionSchema: JSONSchemaType<{ openid: string; session: string; expires_in: number }> = {
  type: 'object',
  properties: { openid: text, session: text, expires_in: { type: 'integer', minimum: 1 } },
  required: ['openid', 'session', 'expires_in'],
};

const isTicket = ajv.compile(ticketSchema);
const isOrder = ajv.compile(orderSchema);
const isSession = ajv.compile(sessionSchema);

/** Each reads the registry's JSON answer, or throws ERR_KIT_ANSWER naming the member that does not fit. */
export function parseTicket(value: unknown): OrderTicket {
  if (!isTicket(value)) throw misfit(isTicket.errors);
  const { orderId, orderToken, state, orderVersion, expiresAt } = value;
  return { orderId, orderToken, state, orderVersion, expiresAt };
}

export function parseOrder(value: unknown): Order {
  if (!isOrder(value)) throw misfit(isOrder.errors);
  const { orderId, outOrderNo, state, orderVersion, currency, amountMinor, paidAt } = value;
  return { orderId, outOrderNo, state, orderVersion, currency, amountMinor, ...(paidAt ? { paidAt } : {}) };
}

export function parseSession(value: unknown): LoginSession {
  if (!isSession(value)) throw misfit(isSession.errors);
  return { openid: value.openid, session: value.session, expiresInSeconds: value.expires_in };
}

function misfit(faults: readonly { instancePath: string; message?: string }[] | null | undefined): PorticoError {
  const fault = faults?.[0];
  return new PorticoError(
    'ERR_KIT_ANSWER',
    fault ? { detail: `${fault.instancePath} ${fault.message ?? ''}`.trim() } : {},
  );
}
