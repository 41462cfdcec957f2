import type { OrderState } from '../../../kit/server/index.ts';
import type { Plate } from '../../contract/plate.ts';
import type { FeeLine } from '../../contract/tariff.ts';

/** What this server keeps. Instants are milliseconds since 1970, amounts whole fen. */
export interface SessionRecord {
  readonly expiresAt: number;
}

export interface BindingRecord {
  readonly plate: Plate;
  readonly boundAt: number;
}

/** One visit of one car, from barrier to barrier. */
export interface StayRecord {
  readonly stayId: string;
  readonly plate: Plate;
  readonly carParkId: string;
  readonly enteredAt: number;
  readonly leftAt: number | null;
}

/** A price promised to one customer for a few minutes. */
export interface QuoteRecord {
  readonly quoteId: string;
  readonly openid: string;
  readonly stayId: string;
  readonly at: number;
  readonly heldUntil: number;
  readonly totalFen: number;
  readonly paidFen: number;
  readonly dueFen: number;
  readonly lines: readonly FeeLine[];
}

export interface PaymentRecord {
  readonly outOrderNo: string;
  readonly openid: string;
  readonly stayId: string;
  readonly quoteId: string;
  readonly plate: Plate;
  readonly carParkId: string;
  readonly enteredAt: number;
  readonly quotedAt: number;
  readonly amountFen: number;
  /** The customer's, for the order's words; records of before have none. */
  readonly locale?: 'zh' | 'en';
  /** Written before the bank is asked, so that a crash between the two is repaired by asking again with the same number. */
  readonly state: 'NEW' | OrderState;
  readonly orderVersion: number;
  readonly orderId: string | null;
  readonly orderToken: string | null;
  readonly createdAt: number;
  readonly paidAt: number | null;
  readonly leaveBy: number | null;
}
