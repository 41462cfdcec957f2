import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/platform.ts';
import { type Currency, currencyExponents } from '../currency.ts';
import type { OrderState } from '../states.ts';
import type { OrderItem, OrderTerms } from './order-body.ts';

export interface Order {
  readonly id: string;
  readonly partnerId: string;
  readonly appId: string;
  readonly outOrderNo: string;
  readonly bodyDigest: Uint8Array;
  readonly currency: Currency;
  /** Minor units, decimal. */
  readonly amountMinor: string;
  readonly title: string;
  readonly items: readonly OrderItem[];
  readonly payeeId: string;
  readonly payeeName: string;
  readonly openid: string | null;
  readonly expiresAt: Date;
  /** By `portico.now()` when the row was read. */
  readonly expired: boolean;
  readonly state: OrderState;
  readonly version: number;
  readonly paidAt: Date | null;
  readonly receiptNo: string | null;
}

const columns = sql`id, partner_id AS "partnerId", app_id AS "appId", out_order_no AS "outOrderNo", body_digest AS "bodyDigest",
  currency, amount_minor AS "amountMinor", title, items, payee_id AS "payeeId", payee_name AS "payeeName", openid,
  expires_at AS "expiresAt", expires_at <= portico.now() AS expired, state, version, paid_at AS "paidAt", receipt_no AS "receiptNo"`;

export function exponentOf(order: Pick<Order, 'currency'>): number {
  return currencyExponents[order.currency];
}

/** `undefined` when the partner has an order of this number already. */
export async function insertOrder(
  db: Database,
  order: { id: string; partnerId: string; payeeName: string; terms: OrderTerms },
): Promise<Order | undefined> {
  const { terms } = order;
  const rows = await sql<Order>`
    INSERT INTO payments.orders (id, partner_id, app_id, out_order_no, body_digest, currency, amount_minor, title, items,
                                 payee_id, payee_name, openid, expires_at)
    VALUES (${order.id}, ${order.partnerId}, ${terms.appId}, ${terms.outOrderNo}, ${terms.bodyDigest}, ${terms.currency},
            ${terms.amount.toString()}, ${terms.title}, ${JSON.stringify(terms.items)}::jsonb, ${order.partnerId},
            ${order.payeeName}, ${terms.openid ?? null},
            date_trunc('milliseconds', portico.now()) + make_interval(secs => ${terms.expiresInSeconds}))
    ON CONFLICT (partner_id, out_order_no) DO NOTHING
    RETURNING ${columns}`.execute(db);
  return rows.rows[0];
}

export async function orderByNumber(db: Database, partnerId: string, outOrderNo: string): Promise<Order | undefined> {
  const rows = await sql<Order>`
    SELECT ${columns} FROM payments.orders WHERE partner_id = ${partnerId} AND out_order_no = ${outOrderNo}`.execute(
    db,
  );
  return rows.rows[0];
}

export async function orderById(db: Database, id: string): Promise<Order | undefined> {
  return (await sql<Order>`SELECT ${columns} FROM payments.orders WHERE id = ${id}`.execute(db)).rows[0];
}

/** The first lock of every change to an order or its attempts. */
export async function lockOrder(tx: Tx, id: string): Promise<Order | undefined> {
  return (await sql<Order>`SELECT ${columns} FROM payments.orders WHERE id = ${id} FOR UPDATE`.execute(tx)).rows[0];
}

/** One step of a locked order. The database checks the step, raises the event and keeps the history. Returns the new version. */
export async function stepOrder(tx: Tx, id: string, to: OrderState): Promise<number> {
  const rows = await sql<{ version: number }>`
    UPDATE payments.orders SET state = ${to}, version = version + 1 WHERE id = ${id} RETURNING version`.execute(tx);
  return rows.rows[0]?.version ?? 0;
}

/** PAYING → PAID with a receipt number: the day in Asia/Shanghai and a running number. */
export async function markPaid(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE payments.orders SET state = 'PAID', version = version + 1, paid_at = portico.now(),
      receipt_no = to_char(portico.now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') ||
                   lpad(nextval('payments.receipt_numbers')::text, 10, '0')
    WHERE id = ${id}`.execute(tx);
}
