import { sql } from 'kysely';
import type { Database } from '../../platform/platform.ts';
import { type Currency, currencyExponents } from '../currency.ts';
import type { OrderItem } from '../orders/order-body.ts';
import type { AttemptState, OrderState } from '../states.ts';

export interface Receipt {
  readonly orderId: string;
  readonly appId: string;
  readonly state: OrderState;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly title: string;
  readonly items: readonly OrderItem[];
  readonly currency: Currency;
  readonly exponent: number;
  readonly amountMinor: string;
  readonly attemptState: AttemptState;
  readonly createdAt: string;
  readonly paidAt?: string;
  readonly receiptNo?: string;
}

const LATEST = 50;

/**
 * A customer sees the orders they opened the cashier of, with their own newest attempt; when and by which receipt it was
 * paid only if they paid it.
 */
export async function receiptsOf(db: Database, userId: string, orderId?: string): Promise<Receipt[]> {
  const rows = await sql<
    Omit<Receipt, 'exponent' | 'createdAt' | 'paidAt' | 'receiptNo'> & {
      createdAt: Date;
      paidAt: Date | null;
      receiptNo: string | null;
    }
  >`
    SELECT orders.id AS "orderId", app_id AS "appId", orders.state, payee_id AS "payeeId", payee_name AS "payeeName", title, items,
      currency, amount_minor AS "amountMinor", mine.state AS "attemptState", mine.created_at AS "createdAt",
      CASE WHEN mine.state = 'SUCCEEDED' THEN paid_at END AS "paidAt",
      CASE WHEN mine.state = 'SUCCEEDED' THEN receipt_no END AS "receiptNo"
    FROM (SELECT DISTINCT ON (order_id) order_id, state, created_at FROM payments.attempts
          WHERE user_id = ${userId} AND (${orderId ?? null}::uuid IS NULL OR order_id = ${orderId ?? null}::uuid)
          ORDER BY order_id, created_at DESC) mine
    JOIN payments.orders ON orders.id = mine.order_id
    ORDER BY mine.created_at DESC LIMIT ${LATEST}`.execute(db);
  return rows.rows.map(({ createdAt, paidAt, receiptNo, ...row }) => ({
    ...row,
    exponent: currencyExponents[row.currency],
    createdAt: createdAt.toISOString(),
    ...(paidAt ? { paidAt: paidAt.toISOString() } : {}),
    ...(receiptNo === null ? {} : { receiptNo }),
  }));
}
