import { sql } from 'kysely';
import type { Database } from '../../platform/platform.ts';

interface Invariant {
  readonly id: string;
  readonly says: string;
  /** Finds what breaks it: one row `{ what }` for each case. No rows, and it holds. */
  readonly breaches: string;
}

export interface Violation {
  readonly invariant: string;
  readonly says: string;
  /** What breaks it; the first twenty. */
  readonly what: readonly string[];
}

/**
 * What must be true of the books at any moment, as one query each. They read committed rows only, so they may run beside
 * payments. I7 (splits) and I8 (vouchers) join when the tables they speak of exist.
 */
const invariants: readonly Invariant[] = [
  {
    id: 'I1',
    says: 'The entries of each transfer sum to zero in each currency, and a transfer has entries.',
    breaches: `
      SELECT transfers.id::text AS what FROM payments.transfers LEFT JOIN payments.entries ON transfer_id = transfers.id
      GROUP BY transfers.id, currency HAVING coalesce(sum(amount), 1) <> 0`,
  },
  {
    id: 'I2',
    says: 'An account’s balance is the sum of its entries, in its currency, and what it holds is the sum of its open holds.',
    breaches: `
      WITH posted AS (
        SELECT account_id, currency, sum(amount) AS amount FROM payments.entries GROUP BY account_id, currency
      ), held AS (
        SELECT leg.account, sum(-leg.amount) AS amount
        FROM payments.holds h CROSS JOIN unnest(h.accounts, h.amounts) AS leg(account, amount)
        WHERE leg.amount < 0 AND NOT EXISTS (SELECT FROM payments.resolutions r WHERE r.reference = h.reference)
        GROUP BY leg.account
      )
      SELECT id::text AS what FROM payments.accounts a
      WHERE a.posted <> coalesce((SELECT sum(amount) FROM posted WHERE account_id = a.id AND currency = a.currency), 0)
         OR a.held <> coalesce((SELECT amount FROM held WHERE account = a.id), 0)
         OR EXISTS (SELECT FROM posted WHERE account_id = a.id AND currency <> a.currency)
         OR (NOT may_overdraw AND a.posted - a.held < 0)`,
  },
  {
    id: 'I3',
    says: 'Not more is given back than came in: of a late success at most once its amount.',
    breaches: `
      SELECT reference::text AS what
      FROM payments.transfers JOIN payments.entries ON transfer_id = transfers.id
        JOIN payments.accounts ON accounts.id = account_id AND kind = 'suspense'
      GROUP BY reference HAVING sum(amount) < 0`,
  },
  {
    id: 'I4',
    says: 'An order has at most one attempt that is live or has succeeded.',
    breaches: `
      SELECT order_id::text AS what FROM payments.attempts
      WHERE state NOT IN ('FAILED', 'CANCELLED', 'EXPIRED') GROUP BY order_id HAVING count(*) > 1`,
  },
  {
    id: 'I5',
    says: 'An attempt is booked at most once, and only if it succeeded.',
    breaches: `
      SELECT reference::text AS what FROM payments.transfers LEFT JOIN payments.attempts ON attempts.id = reference
      WHERE code = 'capture' GROUP BY reference HAVING count(*) > 1 OR bool_or(state IS DISTINCT FROM 'SUCCEEDED')`,
  },
  {
    id: 'I6',
    says: 'A paid order has exactly one capture, an unpaid one none.',
    breaches: `
      SELECT o.id::text AS what FROM payments.orders o
        LEFT JOIN payments.attempts ON order_id = o.id
        LEFT JOIN payments.transfers t ON t.reference = attempts.id AND t.code = 'capture'
      GROUP BY o.id HAVING count(t.id) <> CASE WHEN o.state IN ('PAID', 'PART_REFUNDED', 'REFUNDED') THEN 1 ELSE 0 END`,
  },
  {
    id: 'I9',
    says: 'Each change of an order’s state has its outbox event, versions have no gaps, and the history ends in the state the order has.',
    breaches: `
      SELECT o.id::text AS what FROM payments.orders o LEFT JOIN payments.order_changes c ON c.order_id = o.id
      GROUP BY o.id
      HAVING count(c.version) <> o.version OR min(c.version) <> 1 OR max(c.version) <> o.version
        OR (array_agg(c.to_state ORDER BY c.version DESC))[1] IS DISTINCT FROM o.state
      UNION ALL
      SELECT c.order_id::text || ' version ' || c.version FROM payments.order_changes c
      WHERE c.at > portico.now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM portico.outbox e WHERE e.id = c.event_id AND e.topic = 'payments.order'
          AND e.payload->>'orderId' = c.order_id::text AND (e.payload->>'orderVersion')::int = c.version
          AND e.payload->>'state' = c.to_state)`,
  },
  {
    id: 'I10',
    says: 'Every step in the histories is allowed and follows the one before it, so what is final has stayed so.',
    breaches: `
      SELECT order_id::text AS what FROM (
        SELECT *, lag(to_state) OVER (PARTITION BY order_id ORDER BY version) AS before FROM payments.order_changes) c
      WHERE before IS DISTINCT FROM from_state
        OR (from_state IS NOT NULL AND NOT EXISTS (
          SELECT FROM payments.order_steps s WHERE s.from_state = c.from_state AND s.to_state = c.to_state))
      UNION ALL
      SELECT attempt_id::text FROM (
        SELECT *, lag(to_state) OVER (PARTITION BY attempt_id ORDER BY id) AS before FROM payments.attempt_changes) c
      WHERE before IS DISTINCT FROM from_state
        OR (from_state IS NOT NULL AND NOT EXISTS (
          SELECT FROM payments.attempt_steps s WHERE s.from_state = c.from_state AND s.to_state = c.to_state))
      UNION ALL
      SELECT a.id::text FROM payments.attempts a
      WHERE a.state IS DISTINCT FROM (
        SELECT to_state FROM payments.attempt_changes WHERE attempt_id = a.id ORDER BY id DESC LIMIT 1)`,
  },
  {
    id: 'I11',
    says: 'No column of payments holds a floating or unbounded number, and amounts in JSON are strings of digits.',
    breaches: `
      SELECT table_name || '.' || column_name AS what FROM information_schema.columns
      WHERE table_schema = 'payments' AND data_type IN ('real', 'double precision', 'numeric', 'money')
      UNION ALL
      SELECT id::text FROM payments.orders, jsonb_array_elements(items) item
      WHERE jsonb_typeof(item->'amountMinor') IS DISTINCT FROM 'string' OR item->>'amountMinor' !~ '^[1-9][0-9]*$'
      UNION ALL
      SELECT id::text FROM payments.attempts
      WHERE intent_jcs IS NOT NULL AND intent_jcs::jsonb->>'amountMinor' !~ '^[1-9][0-9]*$'`,
  },
  {
    id: 'I12',
    says: 'What was signed is what was booked: same order, payee, amount and currency, from the customer, and the challenge is its hash.',
    breaches: `
      SELECT a.id::text AS what
      FROM payments.attempts a JOIN payments.orders o ON o.id = a.order_id
        CROSS JOIN LATERAL (SELECT a.intent_jcs::jsonb AS i) intent
        LEFT JOIN payments.transfers t ON t.reference = a.id AND t.code = 'capture'
      WHERE a.state = 'SUCCEEDED' AND NOT (
        a.challenge = sha256(convert_to(E'portico-intent-v1\\n' || a.intent_jcs, 'UTF8'))
        AND i->>'attemptId' = a.id::text AND i->>'userId' = a.user_id::text
        AND i->>'orderId' = o.id::text AND i->>'payeeId' = o.payee_id AND i->>'payeeName' = o.payee_name
        AND i->>'amountMinor' = o.amount_minor::text AND i->>'currency' = o.currency
        AND (i->>'orderVersion')::int = a.order_version AND a.authorized_at < a.expires_at
        AND coalesce((SELECT sum(amount) FROM payments.entries JOIN payments.accounts ON accounts.id = account_id
             WHERE transfer_id = t.id AND kind = 'partner' AND owner = o.payee_id AND entries.currency = o.currency), 0) = o.amount_minor
        AND coalesce((SELECT sum(amount) FROM payments.entries
             WHERE transfer_id = t.id AND account_id = a.payer_account), 0) = -o.amount_minor)`,
  },
];

/** The invariants that do not hold, with what breaks them; empty when the books are right. */
export async function checkInvariants(db: Database): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { id, says, breaches } of invariants) {
    const rows = await sql<{ what: string }>`SELECT what FROM (${sql.raw(breaches)}) broken LIMIT 20`.execute(db);
    if (rows.rows.length > 0) found.push({ invariant: id, says, what: rows.rows.map((row) => row.what) });
  }
  return found;
}
