import type { Database, Tx } from '../platform/platform.ts';

/** PostgreSQL's serialization_failure and deadlock_detected: the transaction did nothing and may simply run again. */
const RETRIABLE = new Set(['40001', '40P01']);
const TRIES = 4;

/**
 * Runs `work` in a transaction, again when PostgreSQL chose it as the victim of a conflict. `work` has no effects outside
 * the database, and what it books carries a reference, so a repetition cannot book twice.
 */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === TRIES || !RETRIABLE.has(sqlState(error))) throw error;
    }
  }
}

/** The SQLSTATE of a database error, or ''. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
