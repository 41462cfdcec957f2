import { sql } from 'kysely';
import type { Database } from '../../platform/platform.ts';

type Dimension = 'account_class' | 'identity_level' | 'partner' | 'customer' | 'new_passkey';
type Period = 'payment' | 'day' | 'year' | 'lifetime' | 'first_day';

interface Limit {
  readonly dimension: Dimension;
  readonly period: Period;
  /** Minor units. */
  readonly atMost: bigint;
}

/** What was paid or is being paid in a period, in minor units, without the payment that is asked for. */
export type Usage = Readonly<Record<Exclude<Period, 'payment'>, bigint>>;

export interface Payment {
  readonly userId: string;
  readonly level: number;
  readonly accountClass: 'I' | 'II' | 'III';
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  /** `undefined` before a passkey was used; then the cap on new passkeys is not looked at. */
  readonly passkey: { readonly credentialId: string; readonly enrolledAt: Date } | undefined;
}

/** Without a row for the level and the account's class nothing may be paid: a currency nobody thought about is closed. */
const REQUIRED: readonly Dimension[] = ['identity_level', 'account_class'];

/** JSON: it is sent to the customer. */
export interface BrokenLimit {
  readonly dimension: Dimension;
  readonly period: Period | 'none';
  /** Minor units, decimal. */
  readonly atMostMinor: string;
}

/** The first limit a payment would break, or `undefined`. Pure: the minimum over all that apply decides. */
export function brokenLimit(limits: readonly Limit[], usage: Usage, amount: bigint): BrokenLimit | undefined {
  for (const dimension of REQUIRED) {
    if (!limits.some((limit) => limit.dimension === dimension)) return { dimension, period: 'none', atMostMinor: '0' };
  }
  const used = (period: Period) => (period === 'payment' ? 0n : usage[period]);
  const broken = limits.find((limit) => amount + used(limit.period) > limit.atMost);
  return broken && { dimension: broken.dimension, period: broken.period, atMostMinor: broken.atMost.toString() };
}

/**
 * Checks a payment against the policy table. Call it with the payer's account locked: another payment of the same
 * customer then either is counted here or counts this one (fault 23).
 */
export async function checkLimits(db: Database, payment: Payment): Promise<BrokenLimit | undefined> {
  return brokenLimit(await applicable(db, payment), await used(db, payment), payment.amount);
}

async function applicable(db: Database, payment: Payment): Promise<Limit[]> {
  const rows = await sql<{ dimension: Dimension; period: Period; at_most: string }>`
    SELECT DISTINCT ON (dimension, period) dimension, period, at_most FROM payments.limits
    WHERE currency = ${payment.currency}
      AND (dimension, subject) IN (('account_class', ${payment.accountClass}), ('identity_level', ${String(payment.level)}),
        ('partner', ${payment.partnerId}), ('partner', '*'), ('customer', ${payment.userId}), ('customer', '*'), ('new_passkey', '*'))
      AND (dimension <> 'new_passkey' OR ${payment.passkey?.enrolledAt ?? null}::timestamptz > portico.now() - interval '24 hours')
    ORDER BY dimension, period, subject = '*'`.execute(db);
  return rows.rows.map((row) => ({ dimension: row.dimension, period: row.period, atMost: BigInt(row.at_most) }));
}

/**
 * `first_day` counts this passkey and every other that first paid in the last 24 hours: a new one can enrol the next, so
 * a cap on each alone would be a cap on nothing.
 */
async function used(db: Database, payment: Payment): Promise<Usage> {
  const rows = await sql<Record<keyof Usage, string>>`
    SELECT
      coalesce(sum(amount_minor) FILTER (WHERE authorized_at >= date_trunc('day', portico.now(), 'Asia/Shanghai')), 0) AS day,
      coalesce(sum(amount_minor) FILTER (WHERE authorized_at >= date_trunc('year', portico.now(), 'Asia/Shanghai')), 0) AS year,
      coalesce(sum(amount_minor), 0) AS lifetime,
      coalesce(sum(amount_minor) FILTER (WHERE credential_id = ${payment.passkey?.credentialId ?? null} OR credential_id IN (
        SELECT credential_id FROM payments.attempts WHERE user_id = ${payment.userId} AND credential_id IS NOT NULL
        GROUP BY credential_id HAVING min(authorized_at) > portico.now() - interval '24 hours')), 0) AS first_day
    FROM payments.attempts JOIN payments.orders ON orders.id = attempts.order_id
    WHERE user_id = ${payment.userId} AND currency = ${payment.currency}
      AND attempts.state IN ('SUBMITTED', 'UNKNOWN', 'SUCCEEDED')`.execute(db);
  const row = rows.rows[0];
  return {
    day: BigInt(row?.day ?? 0),
    year: BigInt(row?.year ?? 0),
    lifetime: BigInt(row?.lifetime ?? 0),
    first_day: BigInt(row?.first_day ?? 0),
  };
}
