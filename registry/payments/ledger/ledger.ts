import { sql } from 'kysely';
import type { MinorUnits } from '../../../sandbox/contract/index.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Database } from '../../platform/platform.ts';
import { sqlState } from '../transaction.ts';
import type { AccountId } from './accounts.ts';

/** One side of a transfer. Negative takes from the account, positive gives to it; legs sum to zero in each currency. */
export interface Leg {
  readonly account: AccountId;
  readonly amount: bigint;
}
export type BookingCode = 'capture' | 'demo_funding' | 'late_success' | 'late_return';

/** Moves `amount` from one account to another. */
export function legs(from: AccountId, to: AccountId, amount: MinorUnits): readonly [Leg, Leg] {
  return [
    { account: from, amount: -amount },
    { account: to, amount },
  ];
}

/**
 * Each call is one SQL function call: it locks the accounts in order of id, and is idempotent on its reference (the same
 * legs again answer `repeated`, other legs are refused). Pass a transaction to book together with other changes.
 * Throws ERR_PAYMENT_LEDGER where the database refuses: unbalanced legs, unknown account, overdraft, reference reused.
 */
export const ledger = {
  async lock(db: Database, accounts: readonly AccountId[]): Promise<void> {
    await call(sql`SELECT payments.lock_accounts(${[...accounts]}::bigint[]) AS answer`.execute(db));
  },

  book(db: Database, code: BookingCode, reference: string, entries: readonly Leg[]) {
    const [accounts, amounts] = columns(entries);
    return answer<'booked' | 'repeated'>(
      sql`SELECT payments.book(${code}, ${reference}, ${accounts}::bigint[], ${amounts}::bigint[]) AS answer`.execute(
        db,
      ),
    );
  },

  /** Phase one: sets the debits aside. */
  hold(db: Database, reference: string, entries: readonly Leg[]) {
    const [accounts, amounts] = columns(entries);
    return answer<'held' | 'insufficient' | 'repeated'>(
      sql`SELECT payments.hold(${reference}, ${accounts}::bigint[], ${amounts}::bigint[]) AS answer`.execute(db),
    );
  },

  /** Phase two, for money that moved: the hold becomes a transfer. */
  post(db: Database, reference: string, code: BookingCode) {
    return answer<'posted' | 'repeated'>(
      sql`SELECT payments.resolve(${reference}, 'posted', ${code}) AS answer`.execute(db),
    );
  },

  /** Phase two, for money that did not move: the hold is let go. */
  release(db: Database, reference: string) {
    return answer<'voided' | 'repeated'>(
      sql`SELECT payments.resolve(${reference}, 'voided', NULL) AS answer`.execute(db),
    );
  },
};

function columns(entries: readonly Leg[]): [string[], string[]] {
  return [entries.map((leg) => leg.account), entries.map((leg) => leg.amount.toString())];
}

async function answer<T extends string>(query: Promise<{ rows: unknown[] }>): Promise<T> {
  const row = (await call(query)).rows[0] as { answer: T };
  return row.answer;
}

/** Integrity errors become ours; conflicts that a retry heals and lost connections pass as they are. */
async function call<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (!/^(?:23|22|42501)/.test(sqlState(error))) throw error;
    throw new PorticoError('ERR_PAYMENT_LEDGER', { cause: error });
  }
}
