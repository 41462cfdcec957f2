/** What the rest of the registry may use of payments: orders, intents, the ledger behind them, and the checks that prove it. */
import type { FastifyPluginAsync } from 'fastify';
import type { OrderId } from '../../sandbox/contract/index.ts';
import type { OrderState } from './states.ts';

export type { AttemptState, OrderState } from './states.ts';

/** Payload of the outbox topic `payments.order`, one event for every committed change of an order's state. */
export interface OrderChanged {
  readonly [member: string]: unknown;
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

export interface Payments {
  readonly routes: FastifyPluginAsync;
  /** Asks the channel about attempts without a known end that have not moved for `idleSeconds`; returns how many were settled. */
  recover(idleSeconds: number): Promise<number>;
  /** Expires intents and closes orders whose time is over by `portico.now()`; returns how many rows moved. */
  expire(): Promise<number>;
}
