/** What the rest of the registry may use of payments: orders, intents, the ledger behind them, and the checks that prove it. */
import type { OrderId } from '../../sandbox/contract/index.ts';
import type { OrderState } from './states.ts';

export type { Channel, ChannelNotice, ChannelOutcome, ChannelPayment } from './channels/channel.ts';
export type { CrashPoint, CrashPoints } from './crash-points.ts';
export { checkInvariants, type Violation } from './ledger/invariants.ts';
export { migrations } from './migrations/index.ts';
export { createPayments, type Payments, type PaymentsParts } from './payments.ts';
export type { AttemptState, OrderState } from './states.ts';

/** Payload of the outbox topic `payments.order`, one event for every committed change of an order's state. */
export interface OrderChanged {
  readonly orderId: OrderId;
  readonly partnerId: string;
  readonly appId: string;
  readonly outOrderNo: string;
  readonly state: OrderState;
  /** Rises by one with every change of this order; receivers keep the highest they have seen. */
  readonly orderVersion: number;
  /** ISO 8601, database clock. */
  readonly at: string;
}
