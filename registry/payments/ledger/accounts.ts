import { sql } from 'kysely';
import type { Database } from '../../platform/platform.ts';
import type { Currency } from '../currency.ts';

/** Row id of a ledger account, as text: PostgreSQL's bigint. */
export type AccountId = string;

export interface PayerAccount {
  readonly id: AccountId;
  readonly class: 'I' | 'II' | 'III';
  readonly label: string;
}

/** A busy payee's balance is the sum over this many rows, so that its payments do not queue for one lock. */
const PAYEE_SHARDS = 8;

export async function payerAccount(db: Database, userId: string, currency: string): Promise<PayerAccount | undefined> {
  const found = await sql<PayerAccount>`
    SELECT id, class, label FROM payments.accounts
    WHERE kind = 'customer' AND owner = ${userId} AND currency = ${currency} AND shard = 0`.execute(db);
  return found.rows[0];
}

/** Opens a customer's account unless it exists. */
export async function openPayerAccount(
  db: Database,
  account: { userId: string; currency: Currency; class: PayerAccount['class']; label: string },
): Promise<void> {
  await sql`
    INSERT INTO payments.accounts (kind, owner, currency, class, label, may_overdraw)
    VALUES ('customer', ${account.userId}, ${account.currency}, ${account.class}, ${account.label}, false)
    ON CONFLICT DO NOTHING`.execute(db);
}

/** The shard of a partner's account on which the payment `attemptId` lands; always the same one for the same attempt. */
export function payeeAccount(db: Database, partnerId: string, currency: string, attemptId: string): Promise<AccountId> {
  const shard = Number.parseInt(attemptId.slice(0, 8), 16) % PAYEE_SHARDS;
  return ownAccount(db, 'partner', partnerId, currency, shard);
}

/** The registry's own accounts; these may be overdrawn, because their other side is outside this ledger. */
export function houseAccount(
  db: Database,
  kind: 'bank' | 'clearing' | 'suspense',
  currency: string,
): Promise<AccountId> {
  return ownAccount(db, kind, 'house', currency, 0);
}

async function ownAccount(
  db: Database,
  kind: string,
  owner: string,
  currency: string,
  shard: number,
): Promise<AccountId> {
  const find = () =>
    sql<{ id: AccountId }>`
      SELECT id FROM payments.accounts
      WHERE kind = ${kind} AND owner = ${owner} AND currency = ${currency} AND shard = ${shard}`.execute(db);
  const found = (await find()).rows[0];
  if (found) return found.id;
  await sql`
    INSERT INTO payments.accounts (kind, owner, currency, shard, may_overdraw)
    VALUES (${kind}, ${owner}, ${currency}, ${shard}, ${kind !== 'partner'})
    ON CONFLICT DO NOTHING`.execute(db);
  const opened = (await find()).rows[0];
  if (!opened) throw new TypeError('an account that was just opened is there');
  return opened.id;
}
