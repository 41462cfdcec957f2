import { type AppId, type OpenId, PorticoError, type ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import { type Context, secondsAfter } from '../context.ts';
import type { CustomerSession, LoginCode, Partners } from '../identity.ts';
import { hashSecret } from '../keys/secrets.ts';
import { ensureOpenid, grant } from './grants.ts';

export const CODE_SECONDS = 60;
export const APP_SESSION_SECONDS = 2 * 60 * 60;
const SECRET_BYTES = 32;

export async function mintLoginCode(
  context: Context,
  partners: Partners,
  session: CustomerSession,
  { appId, release }: { readonly appId: AppId; readonly release: ReleaseDigest },
): Promise<LoginCode> {
  const { db, clock, platform } = context;
  if ((await partners.ownerOf(appId)) === undefined) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
  const code = platform.random.token(SECRET_BYTES);
  const expiresAt = await db.transaction().execute(async (tx) => {
    await grant(context, tx, { userId: session.userId, appId, scopes: ['base'], declared: null });
    await ensureOpenid(context, tx, session.userId, appId);
    const now = clock.now();
    const expires_at = secondsAfter(now, CODE_SECONDS);
    await tx
      .insertInto('identity.login_codes')
      .values({
        id: platform.random.uuid(),
        hash: hashSecret(code),
        app_id: appId,
        release_digest: release,
        user_id: session.userId,
        session_id: session.sessionId,
        created_at: now,
        expires_at,
        used_at: null,
      })
      .execute();
    return expires_at;
  });
  return { code, expiresAt };
}

export interface AppSession {
  readonly openid: OpenId;
  readonly session: string;
  readonly expiresInSeconds: number;
}

/**
 * Swaps a code for the customer's openid and a session, once. One statement decides: the code is this app's, unused, in
 * time, its container session still runs, and the grant it was made under was not revoked since. All refusals look
 * alike from outside. A code that comes a second time ends the session that the first time gave (RFC 6749 §4.1.2).
 */
export async function exchangeLoginCode(context: Context, appId: AppId, code: string): Promise<AppSession> {
  const { db, clock, platform } = context;
  const now = clock.now();
  const hash = hashSecret(code);
  const exchanged = await db.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('identity.login_codes as code')
      .from('identity.sessions as session')
      .from('identity.grants as grant')
      .set({ used_at: now })
      .where('code.hash', '=', hash)
      .where('code.app_id', '=', appId)
      .where('code.used_at', 'is', null)
      .where('code.expires_at', '>', now)
      .whereRef('session.id', '=', 'code.session_id')
      .where('session.ended_at', 'is', null)
      .where('session.expires_at', '>', now)
      .whereRef('grant.user_id', '=', 'code.user_id')
      .whereRef('grant.app_id', '=', 'code.app_id')
      .where('grant.scope', '=', 'base')
      .where('grant.revoked_at', 'is', null)
      .whereRef('grant.granted_at', '<=', 'code.created_at')
      .returning(['code.id', 'code.user_id'])
      .executeTakeFirst();
    if (used === undefined) return undefined;
    const { openid } = await tx
      .selectFrom('identity.openids')
      .select('openid')
      .where('app_id', '=', appId)
      .where('user_id', '=', used.user_id)
      .executeTakeFirstOrThrow();
    const session = `ps_${platform.random.token(SECRET_BYTES)}`;
    await tx
      .insertInto('identity.app_sessions')
      .values({
        id: platform.random.uuid(),
        hash: hashSecret(session),
        code_id: used.id,
        app_id: appId,
        user_id: used.user_id,
        created_at: now,
        expires_at: secondsAfter(now, APP_SESSION_SECONDS),
        ended_at: null,
      })
      .execute();
    await audit(tx, { at: now, actor: `app:${appId}`, action: 'code.exchanged', subject: `customer:${used.user_id}` });
    return { openid, session, expiresInSeconds: APP_SESSION_SECONDS };
  });
  if (exchanged !== undefined) return exchanged;
  await endSessionsOfReusedCode(context, appId, hash, now);
  throw new PorticoError('ERR_IDENTITY_GRANT_REFUSED');
}

async function endSessionsOfReusedCode({ db }: Context, appId: AppId, hash: Buffer, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('identity.app_sessions as session')
      .from('identity.login_codes as code')
      .set({ ended_at: now })
      .whereRef('code.id', '=', 'session.code_id')
      .where('code.hash', '=', hash)
      .where('code.app_id', '=', appId)
      .where('session.ended_at', 'is', null)
      .returning('session.user_id')
      .execute();
    for (const { user_id } of ended) {
      await audit(tx, { at: now, actor: `app:${appId}`, action: 'code.reused', subject: `customer:${user_id}` });
    }
  });
}

/** `undefined` when the session is unknown, another app's, over, or its grant was revoked. */
export async function findAppSession(
  { db, clock }: Context,
  session: string,
): Promise<{ readonly appId: AppId; readonly openid: OpenId; readonly expiresAt: Date } | undefined> {
  const row = await db
    .selectFrom('identity.app_sessions as session')
    .innerJoin('identity.openids as id', (join) =>
      join.onRef('id.app_id', '=', 'session.app_id').onRef('id.user_id', '=', 'session.user_id'),
    )
    .select(['session.app_id', 'id.openid', 'session.expires_at'])
    .where('session.hash', '=', hashSecret(session))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', clock.now())
    .executeTakeFirst();
  return row && { appId: row.app_id, openid: row.openid, expiresAt: row.expires_at };
}
