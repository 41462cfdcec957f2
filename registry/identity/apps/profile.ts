import { type AppId, PorticoError, type ProfileScope, type UserId } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';
import type { IdentityLevel, SigningKeys } from '../identity.ts';
import { openidFor } from './grants.ts';

const TOKEN_SECONDS = 300;
/** L2 is reached by a verified real name; see the levels in the money page of the design. */
const REAL_NAME_LEVEL: IdentityLevel = 2;

export interface Profile {
  readonly phone?: string;
  readonly realnameVerified?: boolean;
  readonly token: string;
}

/** Only scopes that are granted now; one that is not makes the whole question ERR_IDENTITY_SCOPE_NOT_GRANTED. */
export async function profileOf(
  context: Context,
  signingKeys: Pick<SigningKeys, 'sign'>,
  asked: { readonly userId: UserId; readonly appId: AppId; readonly scopes: readonly ProfileScope[] },
): Promise<Profile> {
  const { db, clock, platform } = context;
  const { userId, appId, scopes } = asked;
  const rows = await db
    .selectFrom('identity.grants')
    .select('scope')
    .where('user_id', '=', userId)
    .where('app_id', '=', appId)
    .where('revoked_at', 'is', null)
    .execute();
  const granted = new Set(rows.map(({ scope }) => scope));
  const missing = scopes.find((scope) => !granted.has(scope));
  if (missing !== undefined) throw new PorticoError('ERR_IDENTITY_SCOPE_NOT_GRANTED', { detail: missing });

  const { phone, level } = await db
    .selectFrom('identity.customers')
    .select(['phone', 'level'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const told = {
    ...(scopes.includes('phone') && phone !== null && { phone }),
    ...(scopes.includes('realname.verified') && { realnameVerified: level >= REAL_NAME_LEVEL }),
  };
  const now = clock.now();
  const iat = Math.floor(now.getTime() / 1000);
  const sub = await openidFor(context, userId, appId);
  const token = await signingKeys.sign(
    {
      iss: platform.config.publicOrigin,
      aud: appId,
      ...(sub && { sub }),
      ...told,
      jti: platform.random.uuid(),
      iat,
      exp: iat + TOKEN_SECONDS,
    },
    { typ: 'portico-profile+jwt' },
  );
  const line = { at: now, actor: `app:${appId}`, action: 'profile.told', subject: `customer:${userId}` };
  await audit(db, { ...line, data: { scopes } });
  return { ...told, token };
}
