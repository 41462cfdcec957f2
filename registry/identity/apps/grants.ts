import type { AppId, GrantScope, OpenId, UserId } from '../../../sandbox/contract/index.ts';
import { PorticoError, parseOpenId } from '../../../sandbox/contract/index.ts';
import type { Tx } from '../../platform/index.ts';
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

export interface Agreement {
  readonly userId: UserId;
  readonly appId: AppId;
  readonly scopes: readonly GrantScope[];
  /** Names of all capabilities that the release declared when the customer agreed; `null`: not known. */
  readonly declared: readonly string[] | null;
}

/**
 * Granting what is granted already changes at most what it was agreed under; granting again after a revocation starts
 * afresh, so that what was made under the old grant stays dead.
 */
export async function grant(context: Context, tx: IdentityTx, agreement: Agreement): Promise<void> {
  const { userId, appId, scopes, declared } = agreement;
  const now = context.clock.now();
  for (const scope of scopes) {
    const fresh = { granted_at: now, revoked_at: null, declared: declared ? [...declared] : null };
    const row = await tx
      .insertInto('identity.grants')
      .values({ user_id: userId, app_id: appId, scope, ...fresh })
      .onConflict((conflict) =>
        conflict
          .columns(['user_id', 'app_id', 'scope'])
          .doUpdateSet(fresh)
          .where('identity.grants.revoked_at', 'is not', null),
      )
      .returning('app_id')
      .executeTakeFirst();
    const at = { at: now, actor: `customer:${userId}`, subject: `app:${appId}` };
    if (row !== undefined) await audit(tx, { ...at, action: 'grant.given', data: { scope } });
    else if (declared !== null) await agreeAnew(tx, { ...agreement, scope, declared });
  }
}

async function agreeAnew(
  tx: IdentityTx,
  { userId, appId, scope, declared }: Agreement & { readonly scope: GrantScope; readonly declared: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('identity.grants')
    .set({ declared: [...declared] })
    .where('user_id', '=', userId)
    .where('app_id', '=', appId)
    .where('scope', '=', scope)
    .execute();
}

/**
 * Ends what the app may know: one scope, or without one all of them. With `base` its sessions die now, codes that were
 * not exchanged are worth nothing, and the partner is told. Payments made before can still be refunded, because orders
 * keep their own records.
 */
export async function revokeGrant(
  context: Context,
  { userId, appId, scope }: { readonly userId: UserId; readonly appId: AppId; readonly scope?: GrantScope },
): Promise<void> {
  const { platform, clock } = context;
  await platform.db.transaction().execute(async (shared) => {
    const tx = shared.withTables<IdentityTables>();
    const now = clock.now();
    let ending = tx
      .updateTable('identity.grants')
      .set({ revoked_at: now })
      .where('user_id', '=', userId)
      .where('app_id', '=', appId)
      .where('revoked_at', 'is', null);
    if (scope !== undefined) ending = ending.where('scope', '=', scope);
    const revoked = (await ending.returning('scope').execute()).map((row) => row.scope);
    if (revoked.length === 0) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
    const line = { at: now, actor: `customer:${userId}`, action: 'grant.revoked', subject: `app:${appId}` };
    await audit(tx, { ...line, data: { scopes: revoked } });
    if (revoked.includes('base')) await endSessions(context, shared, { userId, appId });
  });
}

async function endSessions(
  { platform, clock }: Context,
  shared: Tx,
  { userId, appId }: { readonly userId: UserId; readonly appId: AppId },
): Promise<void> {
  const tx = shared.withTables<IdentityTables>();
  await tx
    .updateTable('identity.app_sessions')
    .set({ ended_at: clock.now() })
    .where('user_id', '=', userId)
    .where('app_id', '=', appId)
    .where('ended_at', 'is', null)
    .execute();
  // An app that never asked for a code has no openid, and nobody to tell.
  const known = await tx
    .selectFrom('identity.openids')
    .select('openid')
    .where('user_id', '=', userId)
    .where('app_id', '=', appId)
    .executeTakeFirst();
  if (known === undefined) return;
  const { openid } = known;
  await platform.outbox.add(shared, { topic: 'identity.grant_revoked', key: openid, payload: { appId, openid } });
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
