import type { Context, IdentityDb } from '../context.ts';

/** Whoever answers the phone owns the account; a number seen for the first time registers one. Returns the OIDC subject. */
export async function accountOfPhone(context: Context, db: IdentityDb, phone: string): Promise<string> {
  await db
    .insertInto('identity.issuer_accounts')
    .values({ subject: context.platform.random.uuid(), phone, created_at: context.clock.now() })
    .onConflict((conflict) => conflict.column('phone').doNothing())
    .execute();
  const { subject } = await db
    .selectFrom('identity.issuer_accounts')
    .select('subject')
    .where('phone', '=', phone)
    .executeTakeFirstOrThrow();
  return subject;
}

export async function phoneOfAccount(db: IdentityDb, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('identity.issuer_accounts')
    .select('phone')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.phone;
}
