import type { UserId } from '../../../sandbox/contract/index.ts';
import type { Context, IdentityDb } from '../context.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly enrolledAt: Date;
}

export async function passkeysOf({ db }: Context, userId: UserId): Promise<readonly StoredPasskey[]> {
  const rows = await db
    .selectFrom('identity.passkeys')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('enrolled_at')
    .execute();
  return rows.map((row) => ({
    id: row.credential_id,
    publicKey: new Uint8Array(row.public_key),
    counter: Number(row.counter),
    transports: row.transports,
    enrolledAt: row.enrolled_at,
  }));
}

/** Whether the customer ever enrolled one, revoked ones included. */
export async function hadPasskeys({ db }: Context, userId: UserId): Promise<boolean> {
  const row = await db
    .selectFrom('identity.passkeys')
    .select('credential_id')
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the customer enrolled one at or after `moment`. Call it in the transaction that adds one: those take turns. */
export async function enrolledSince(tx: IdentityDb, userId: UserId, moment: Date): Promise<boolean> {
  await tx.selectFrom('identity.customers').select('id').where('id', '=', userId).forUpdate().execute();
  const row = await tx
    .selectFrom('identity.passkeys')
    .select('credential_id')
    .where('user_id', '=', userId)
    .where('enrolled_at', '>=', moment)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Counts a use. False when the passkey was revoked meanwhile, or when its counter did not grow: a copy may be about
 * (WebAuthn §6.1.1). Passkeys that do not count stay at zero for ever.
 */
export async function countUse({ db, clock }: Context, id: string, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identity.passkeys')
    .set({ counter, last_used_at: clock.now() })
    .where('credential_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('counter', counter === 0 ? '=' : '<', String(counter))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface NewPasskey {
  readonly id: string;
  readonly userId: UserId;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly enrolledAt: Date;
}

/** False when the credential is registered already, by whomever (WebAuthn §7.1 step 26). */
export async function addPasskey(db: IdentityDb, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identity.passkeys')
    .values({
      credential_id: passkey.id,
      user_id: passkey.userId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      backed_up: passkey.backedUp,
      enrolled_at: passkey.enrolledAt,
      last_used_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
