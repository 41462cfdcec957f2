import type { FastifyRequest } from 'fastify';
import { PorticoError, parsePartnerId, parseStaffId } from '../../../sandbox/contract/index.ts';
import type { Random } from '../../platform/index.ts';
import type { Context, IdentityDb } from '../context.ts';
import type { PartnerCaller, PartnerScope, StaffCaller, StaffRole } from '../identity.ts';
import { hashSecret } from '../keys/secrets.ts';

/** Prefixes let secret scanners and people tell at a glance whose token leaked. */
const PREFIXES = { partner: 'pt_', staff: 'st_', service: 'sv_' } as const;
type OwnerKind = keyof typeof PREFIXES;

/** What a service of the bank's own may do with its token. */
export type ServiceScope = 'handoff:write';

const SECRET_BYTES = 32;
const BEARER = /^Bearer ((?:pt|st|sv)_[A-Za-z0-9_-]{43})$/;

export function newToken(kind: OwnerKind, random: Random): string {
  return `${PREFIXES[kind]}${random.token(SECRET_BYTES)}`;
}

export interface TokenOwner {
  readonly kind: OwnerKind;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

/** Stores the token's hash. Storing the same token again renews its expiry and scopes, but never its owner. */
export async function storeToken(
  db: IdentityDb,
  token: string,
  owner: TokenOwner,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  const fresh = { scopes: [...owner.scopes], expires_at: owner.expiresAt };
  await db
    .insertInto('identity.tokens')
    .values({
      id,
      hash: hashSecret(token),
      owner_kind: owner.kind,
      owner_id: owner.id,
      created_at: now,
      revoked_at: null,
      ...fresh,
    })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet(fresh))
    .execute();
}

async function ownerOf(context: Context, request: FastifyRequest, kind: OwnerKind) {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (token?.startsWith(PREFIXES[kind]) !== true) throw new PorticoError('ERR_IDENTITY_TOKEN_REFUSED');
  const row = await context.db
    .selectFrom('identity.tokens')
    .select(['id', 'owner_id', 'scopes'])
    .where('hash', '=', hashSecret(token))
    .where('owner_kind', '=', kind)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', context.clock.now())
    .executeTakeFirst();
  if (row === undefined) throw new PorticoError('ERR_IDENTITY_TOKEN_REFUSED');
  return row;
}

function requireScope(scopes: readonly string[], scope: string): void {
  if (!scopes.includes(scope)) throw new PorticoError('ERR_IDENTITY_SCOPE_MISSING', { detail: `Needed: ${scope}.` });
}

export async function partnerByToken(
  context: Context,
  request: FastifyRequest,
  scope: PartnerScope,
): Promise<PartnerCaller> {
  const token = await ownerOf(context, request, 'partner');
  const partnerId = parsePartnerId(token.owner_id);
  if (partnerId === undefined) throw new PorticoError('ERR_IDENTITY_TOKEN_REFUSED');
  requireScope(token.scopes, scope);
  return { partnerId, tokenId: token.id };
}

export async function staffByToken(context: Context, request: FastifyRequest, role: StaffRole): Promise<StaffCaller> {
  const token = await ownerOf(context, request, 'staff');
  const staffId = parseStaffId(token.owner_id);
  if (staffId === undefined) throw new PorticoError('ERR_IDENTITY_TOKEN_REFUSED');
  const person = await context.db
    .selectFrom('identity.staff')
    .select('roles')
    .where('id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (person === undefined) throw new PorticoError('ERR_IDENTITY_TOKEN_REFUSED');
  if (!person.roles.includes(role)) throw new PorticoError('ERR_IDENTITY_ROLE_MISSING', { detail: `Needed: ${role}.` });
  return { staffId };
}

export async function serviceByToken(
  context: Context,
  request: FastifyRequest,
  scope: ServiceScope,
): Promise<{ readonly serviceId: string }> {
  const token = await ownerOf(context, request, 'service');
  requireScope(token.scopes, scope);
  return { serviceId: token.owner_id };
}
