import type { UserId } from '../../../sandbox/contract/index.ts';
import { type Context, type IdentityDb, secondsAfter } from '../context.ts';
import type { CustomerSession } from '../identity.ts';
import { hashSecret } from '../keys/secrets.ts';

/** A session nobody used for this long has ended. */
export const IDLE_SECONDS = 30 * 60;
/** A session ends after this long however much it is used. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** `last_seen_at` is written at most this often, so that reading does not mean writing. */
const SEEN_EVERY_SECONDS = 60;
const SECRET_BYTES = 32;

export interface NewSession {
  readonly userId: UserId;
  readonly authenticatedAt: Date;
  /** The bank's own app handed the customer over, so the bank itself vouches for them. */
  readonly handedOver: boolean;
}

/** Returns what goes into the cookie. Always a new value: a session is never handed over to another login. */
export async function startSession(context: Context, db: IdentityDb, session: NewSession): Promise<string> {
  const secret = context.platform.random.token(SECRET_BYTES);
  const now = context.clock.now();
  await db
    .insertInto('identity.sessions')
    .values({
      id: context.platform.random.uuid(),
      hash: hashSecret(secret),
      user_id: session.userId,
      authenticated_at: session.authenticatedAt,
      handed_over: session.handedOver,
      created_at: now,
      last_seen_at: now,
      expires_at: secondsAfter(now, ABSOLUTE_SECONDS),
      ended_at: null,
    })
    .execute();
  return secret;
}

export async function findSession(context: Context, secret: string): Promise<CustomerSession | undefined> {
  const now = context.clock.now();
  const row = await context.db
    .selectFrom('identity.sessions as session')
    .innerJoin('identity.customers as customer', 'customer.id', 'session.user_id')
    .select(['session.id', 'session.user_id', 'session.authenticated_at', 'session.last_seen_at', 'customer.level'])
    .where('session.hash', '=', hashSecret(secret))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', secondsAfter(now, -IDLE_SECONDS))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.last_seen_at < secondsAfter(now, -SEEN_EVERY_SECONDS)) {
    await context.db
      .updateTable('identity.sessions')
      .set({ last_seen_at: now })
      .where('id', '=', row.id)
      .where('ended_at', 'is', null)
      .execute();
  }
  return { userId: row.user_id, sessionId: row.id, level: row.level, authenticatedAt: row.authenticated_at };
}

export async function isHandedOver(
  { db }: Context,
  { sessionId }: Pick<CustomerSession, 'sessionId'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('identity.sessions')
    .select('handed_over')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.handed_over === true;
}

/** Ends the session and with it every login code that was not exchanged yet (the exchange looks at the session). */
export async function endSession(context: Context, secret: string): Promise<void> {
  await context.db
    .updateTable('identity.sessions')
    .set({ ended_at: context.clock.now() })
    .where('hash', '=', hashSecret(secret))
    .where('ended_at', 'is', null)
    .execute();
}
