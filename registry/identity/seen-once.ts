import type { IdentityDb } from './context.ts';

/**
 * Remembers a nonce or jti until `expiresAt`. True the first time, false ever after; two calls at once cannot both be
 * first, because the primary key decides.
 */
export async function seenFirst(
  db: IdentityDb,
  row: {
    readonly kind: 'request' | 'assertion';
    readonly owner: string;
    readonly nonce: string;
    readonly expires_at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identity.seen')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
