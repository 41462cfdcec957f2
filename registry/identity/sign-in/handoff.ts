/**
 * Signing in from inside the bank's native app: its server, which already knows the customer, mints a one-time code;
 * the app opens the container with it; the container's page swaps it for the session cookie.
 */
import type { UserId } from '../../../sandbox/contract/index.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import { type Context, secondsAfter } from '../context.ts';
import { hashSecret } from '../keys/secrets.ts';
import { customerOf, type Person } from '../sessions/customers.ts';
import { startSession } from '../sessions/session-store.ts';

export const HANDOFF_SECONDS = 60;
const SECRET_BYTES = 32;

export async function mintHandoffCode(
  context: Context,
  serviceId: string,
  person: Person,
  authenticatedAt: Date,
): Promise<{ code: string; expiresAt: Date }> {
  const now = context.clock.now();
  const code = context.platform.random.token(SECRET_BYTES);
  const expiresAt = secondsAfter(now, HANDOFF_SECONDS);
  await context.db.transaction().execute(async (tx) => {
    const userId = await customerOf(context, tx, person);
    await tx
      .insertInto('identity.handoff_codes')
      .values({
        hash: hashSecret(code),
        user_id: userId,
        // A time ahead of ours would keep counting as fresh for longer than it is.
        authenticated_at: authenticatedAt < now ? authenticatedAt : now,
        expires_at: expiresAt,
        used_at: null,
      })
      .execute();
    await audit(tx, {
      at: now,
      actor: `service:${serviceId}`,
      action: 'handoff.minted',
      subject: `customer:${userId}`,
    });
  });
  return { code, expiresAt };
}

/** Returns the new session's cookie value. */
export async function redeemHandoffCode(context: Context, code: string): Promise<string> {
  const now = context.clock.now();
  return await context.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('identity.handoff_codes')
      .set({ used_at: now })
      .where('hash', '=', hashSecret(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['user_id', 'authenticated_at'])
      .executeTakeFirst();
    if (row === undefined) throw new PorticoError('ERR_IDENTITY_HANDOFF_REFUSED');
    return await beginSession(context, tx, row.user_id, row.authenticated_at, 'handoff');
  });
}

export async function beginSession(
  context: Context,
  tx: Context['db'],
  userId: UserId,
  authenticatedAt: Date,
  by: 'issuer' | 'handoff',
): Promise<string> {
  const subject = `customer:${userId}`;
  await audit(tx, { at: context.clock.now(), actor: subject, action: 'session.started', subject, data: { by } });
  return await startSession(context, tx, { userId, authenticatedAt, handedOver: by === 'handoff' });
}
