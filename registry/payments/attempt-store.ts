import { sql } from 'kysely';
import type { Database, Tx } from '../platform/platform.ts';
import type { AttemptState } from './states.ts';

export interface Attempt {
  readonly id: string;
  readonly orderId: string;
  readonly userId: string;
  readonly state: AttemptState;
  readonly orderVersion: number;
  /** Canonical text of the intent, exactly as it was hashed. */
  readonly intentJcs: string;
  readonly expiresAt: Date;
  /** By `portico.now()` when the row was read. */
  readonly expired: boolean;
  readonly failure: string | null;
}

const columns = sql`id, order_id AS "orderId", user_id AS "userId", state, order_version AS "orderVersion",
  intent_jcs AS "intentJcs", expires_at AS "expiresAt", expires_at <= portico.now() AS expired, failure`;

/** The attempt that may still take money of a locked order. */
export async function attemptLive(tx: Tx, orderId: string): Promise<Attempt | undefined> {
  const rows = await sql<Attempt>`
    SELECT ${columns} FROM payments.attempts
    WHERE order_id = ${orderId} AND state NOT IN ('FAILED', 'CANCELLED', 'EXPIRED') FOR UPDATE`.execute(tx);
  return rows.rows[0];
}

export async function attemptOf(db: Database, id: string, userId: string): Promise<Attempt | undefined> {
  const rows = await sql<Attempt>`
    SELECT ${columns} FROM payments.attempts WHERE id = ${id} AND user_id = ${userId}`.execute(db);
  return rows.rows[0];
}

export async function attemptById(db: Database, id: string): Promise<Attempt | undefined> {
  return (await sql<Attempt>`SELECT ${columns} FROM payments.attempts WHERE id = ${id}`.execute(db)).rows[0];
}

/** The customer's newest attempt at an order. */
export async function latestAttempt(db: Database, orderId: string, userId: string): Promise<Attempt | undefined> {
  const rows = await sql<Attempt>`
    SELECT ${columns} FROM payments.attempts WHERE order_id = ${orderId} AND user_id = ${userId}
    ORDER BY created_at DESC LIMIT 1`.execute(db);
  return rows.rows[0];
}

/** INIT → CHALLENGED: from here on the intent never changes. */
export async function challengeAttempt(
  tx: Tx,
  attempt: { id: string; orderVersion: number; intentJcs: string; challenge: Uint8Array; expiresAt: Date },
): Promise<void> {
  await sql`
    UPDATE payments.attempts SET state = 'CHALLENGED', order_version = ${attempt.orderVersion}, intent_jcs = ${attempt.intentJcs},
      challenge = ${attempt.challenge}, expires_at = ${attempt.expiresAt}
    WHERE id = ${attempt.id}`.execute(tx);
}

/** One step of an attempt whose order is locked. The database checks the step and keeps the history. */
export async function stepAttempt(
  tx: Tx,
  id: string,
  to: AttemptState,
  why: { failure?: string; channelRef?: string } = {},
): Promise<void> {
  await sql`
    UPDATE payments.attempts SET state = ${to}, failure = coalesce(${why.failure ?? null}, failure),
      channel_ref = coalesce(${why.channelRef ?? null}, channel_ref)
    WHERE id = ${id}`.execute(tx);
}
