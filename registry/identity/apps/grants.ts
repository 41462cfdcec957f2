import type { AppId, OpenId, UserId } from '../../../sandbox/contract/index.ts';
import { PorticoError, parseOpenId } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import type { Context, IdentityTx } from '../context.ts';
import type { IdentityTables } from '../tables.ts';

/** Longer than a guess, short enough for a log line. */
const OPENID_BYTES = 24;

/** The customer's id in this app: drawn once and kept, so that no key can ever link or recompute it. */
export async function ensureOpenid(context: Context, tx: IdentityTx, userId: UserId, appId: AppId): Promise<void> {
  const openid = parseOpenId(context.platform.random.token(OPENID_BYTES));
  if (openid === undefined) throw new TypeError('random.token() is base64url');
  await tx
    .insertInto('identity.openids')
    .values({ app_id: appId, user_id: userId, openid, created_at: context.clock.now() })
    .onConflict((conflict) => conflict.columns(['app_id', 'user_id']).doNothing())
    .execute();
}

/** Granting what is granted already changes nothing; granting again after a revocation starts afresh. */
export async function grantBase(context: Context, tx: IdentityTx, userId: UserId, appId: AppId): Promise<void> {
  const now = context.clock.now();
  const row = await tx
    .insertInto('identity.grants')
    .values({ user_id: userId, app_id: appId, scope: 'base', granted_at: now, revoked_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'app_id', 'scope'])
        .doUpdateSet({ granted_at: now, revoked_at: null })
        .where('identity.grants.revoked_at', 'is not', null),
    )
    .returning('app_id')
    .executeTakeFirst();
  if (row === undefined) return;
  const data = { scope: 'base' };
  await audit(tx, { at: now, actor: `customer:${userId}`, action: 'grant.given', subject: `app:${appId}`, data });
}

/**
 * Ends what the app may know: its sessions die now, codes that were not exchanged are worth nothing, and the partner is
 * told. Payments made before can still be refunded, because orders keep their own records.
 */
export async function revokeGrant(context: Context, userId: UserId, appId: AppId): Promise<void> {
  const { platform, clock } = context;
  await platform.db.transaction().execute(async (shared) => {
    const tx = shared.withTables<IdentityTables>();
    const now = clock.now();
    const revoked = await tx
      .updateTable('identity.grants')
      .set({ revoked_at: now })
      .where('user_id', '=', userId)
      .where('app_id', '=', appId)
      .where('revoked_at', 'is', null)
      .returning('scope')
      .execute();
    if (revoked.length === 0) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
    await tx
      .updateTable('identity.app_sessions')
      .set({ ended_at: now })
      .where('user_id', '=', userId)
      .where('app_id', '=', appId)
      .where('ended_at', 'is', null)
      .execute();
    const { openid } = await tx
      .selectFrom('identity.openids')
      .select('openid')
      .where('user_id', '=', userId)
      .where('app_id', '=', appId)
      .executeTakeFirstOrThrow();
    await audit(tx, { at: now, actor: `customer:${userId}`, action: 'grant.revoked', subject: `app:${appId}` });
    await platform.outbox.add(shared, { topic: 'identity.grant_revoked', key: openid, payload: { appId, openid } });
  });
}

export async function openidFor({ db }: Context, userId: UserId, appId: AppId): Promise<OpenId | undefined> {
  const row = await db
    .selectFrom('identity.openids as id')
    .innerJoin('identity.grants as grant', (join) =>
      join.onRef('grant.user_id', '=', 'id.user_id').onRef('grant.app_id', '=', 'id.app_id'),
    )
    .select('id.openid')
    .where('id.user_id', '=', userId)
    .where('id.app_id', '=', appId)
    .where('grant.scope', '=', 'base')
    .where('grant.revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.openid;
}

export async function userOfOpenid({ db }: Context, appId: AppId, openid: OpenId): Promise<UserId | undefined> {
  const row = await db
    .selectFrom('identity.openids')
    .select('user_id')
    .where('app_id', '=', appId)
    .where('openid', '=', openid)
    .executeTakeFirst();
  return row?.user_id;
}
