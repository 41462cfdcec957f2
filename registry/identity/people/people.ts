/**
 * Who may do what, entered by the people who run the database: partners, staff, their tokens and keys. There is no route
 * for it on purpose: an operator who could add reviewers over the API could approve releases alone.
 */
import { type AppId, type PartnerId, PorticoError, type StaffId } from '../../../sandbox/contract/index.ts';
import type { Database, Outbox, Random } from '../../platform/index.ts';
import { audit } from '../audit.ts';
import { newToken, storeToken } from '../callers/bearer.ts';
import { type Context, type IdentityTx, secondsAfter } from '../context.ts';
import type { KeyUse, PartnerScope, StaffRole } from '../identity.ts';
import { keyIdOf, parsePublicKey } from '../keys/ed25519.ts';
import { registerKey, webhookSecretContext } from '../partners/partner-store.ts';
import type { IdentityTables } from '../tables.ts';

const TOKEN_SECONDS = 90 * 24 * 60 * 60;
const WEBHOOK_SECRET_BYTES = 32;
export const PARTNER_SCOPES: readonly PartnerScope[] = [
  'submissions:read',
  'submissions:write',
  'keys:write',
  'orders:read',
  'webhooks:read',
  'webhooks:write',
];

export interface PeopleParts extends Pick<Context, 'clock' | 'secrets'> {
  readonly db: Database;
  readonly random: Random;
  readonly outbox: Pick<Outbox, 'add'>;
  /** Who does it, for the audit trail: `system` and the user of the machine. */
  readonly actor: string;
}

export interface NewPartner {
  readonly id: PartnerId;
  /** The verified legal name: what customers read as payee. */
  readonly name: string;
  readonly appIds: readonly AppId[];
  /** Ed25519, 32 raw bytes as base64url: signs requests and releases. */
  readonly publicKey: string;
  readonly webhookUrl: string | undefined;
}

export interface NewStaff {
  readonly id: StaffId;
  readonly role: StaffRole;
  /** A reviewer's approval key; operators have none. */
  readonly publicKey: string | undefined;
}

/** Shown once: only their digests are kept. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** All throw PorticoError ERR_IDENTITY_PEOPLE with a sentence, and then have changed nothing. */
export interface People {
  addPartner(partner: NewPartner): Promise<IssuedToken & { keyId: string; webhookSecret: string }>;
  addApp(partnerId: PartnerId, appId: AppId): Promise<void>;
  addStaff(staff: NewStaff): Promise<IssuedToken & { keyId: string | undefined }>;
  /** Tokens and keys of somebody who left count no longer; what they approved goes on opening. */
  retireStaff(id: StaffId): Promise<void>;
  /** A further token; with it the earlier ones end. */
  replaceToken(kind: 'partner' | 'staff', id: string): Promise<IssuedToken>;
  /** `stolen` also makes containers refuse what the key signed before; the registry publishes that at once. */
  revokeKey(keyId: string, how: 'retired' | 'stolen'): Promise<void>;
}

export function createPeople({ db: platformDb, clock, random, secrets, outbox, actor }: PeopleParts): People {
  const db = platformDb.withTables<IdentityTables>();
  async function issue(tx: IdentityTx, kind: 'partner' | 'staff', id: string): Promise<IssuedToken> {
    const now = clock.now();
    const token = newToken(kind, random);
    const expiresAt = secondsAfter(now, TOKEN_SECONDS);
    const scopes = kind === 'partner' ? PARTNER_SCOPES : [];
    await storeToken(tx, token, { kind, id, scopes, expiresAt }, { id: random.uuid(), now });
    await note(tx, 'token.issued', `${kind}:${id}`);
    return { token, expiresAt };
  }

  const note = (tx: IdentityTx, action: string, subject: string) =>
    audit(tx, { at: clock.now(), actor, action, subject });

  async function addKey(
    tx: IdentityTx,
    owner: { readonly kind: 'partner' | 'staff'; readonly id: string },
    text: string,
    uses: readonly (KeyUse | 'approval')[],
  ): Promise<string> {
    const publicKey = parsePublicKey(text);
    if (publicKey === undefined) throw refused('The public key is not 32 bytes of Ed25519 as base64url.');
    const isNew = await registerKey(tx, { publicKey, owner, uses, now: clock.now() });
    if (!isNew) throw refused('Somebody has this key already; every partner and person needs their own.');
    await note(tx, 'key.registered', `key:${keyIdOf(publicKey)}`);
    return keyIdOf(publicKey);
  }

  async function claim(tx: IdentityTx, partnerId: PartnerId, appId: AppId): Promise<void> {
    const row = { app_id: appId, partner_id: partnerId, claimed_at: clock.now() };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('identity.apps')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw refused(`${appId} belongs to somebody already.`);
    await note(tx, 'app.claimed', appId);
  }

  return {
    addPartner: ({ id, name, appIds, publicKey, webhookUrl }) =>
      db.transaction().execute(async (tx) => {
        const now = clock.now();
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('identity.partners')
          .values({ id, name, webhook_url: webhookUrl ?? null, created_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) throw refused(`There is a partner ${id} already.`);
        for (const appId of appIds) await claim(tx, id, appId);
        const keyId = await addKey(tx, { kind: 'partner', id }, publicKey, ['api', 'release']);
        const webhookSecret = `whsec_${Buffer.from(random.bytes(WEBHOOK_SECRET_BYTES)).toString('base64')}`;
        const sealed = (await secrets()).seal(webhookSecret, webhookSecretContext(id));
        const row = { partner_id: id, sealed, created_at: now, retired_at: null };
        await tx.insertInto('identity.webhook_secrets').values(row).execute();
        await note(tx, 'partner.added', `partner:${id}`);
        return { ...(await issue(tx, 'partner', id)), keyId, webhookSecret };
      }),

    addApp: (partnerId, appId) =>
      db.transaction().execute(async (tx) => {
        if (!(await exists(tx, 'partner', partnerId))) throw refused(`There is no partner ${partnerId}.`);
        await claim(tx, partnerId, appId);
      }),

    addStaff: ({ id, role, publicKey }) =>
      db.transaction().execute(async (tx) => {
        if ((role === 'reviewer') !== (publicKey !== undefined)) {
          throw refused('A reviewer needs a key that signs approvals; an operator has none.');
        }
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('identity.staff')
          .values({ id, roles: [role] })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        // One role a person: somebody who may both revoke and review is two people's control in one.
        if (numInsertedOrUpdatedRows !== 1n) throw refused(`There is somebody called ${id} already.`);
        const keyId = publicKey && (await addKey(tx, { kind: 'staff', id }, publicKey, ['approval']));
        await note(tx, `${role}.added`, `staff:${id}`);
        return { ...(await issue(tx, 'staff', id)), keyId };
      }),

    retireStaff: (id) =>
      db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('identity.staff')
          .set({ active: false })
          .where('id', '=', id)
          .where('active', '=', true)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw refused(`Nobody called ${id} works here.`);
        await note(tx, 'staff.retired', `staff:${id}`);
      }),

    replaceToken: (kind, id) =>
      db.transaction().execute(async (tx) => {
        if (!(await exists(tx, kind, id))) throw refused(`There is no ${kind} ${id}.`);
        await tx
          .updateTable('identity.tokens')
          .set({ revoked_at: clock.now() })
          .where('owner_kind', '=', kind)
          .where('owner_id', '=', id)
          .where('revoked_at', 'is', null)
          .execute();
        return issue(tx, kind, id);
      }),

    revokeKey: (keyId, how) =>
      platformDb.transaction().execute(async (bare) => {
        const tx = bare.withTables<IdentityTables>();
        const isStolen = how === 'stolen';
        const { numUpdatedRows } = await tx
          .updateTable('identity.keys')
          .set(({ fn, val }) => ({
            revoked_at: fn.coalesce('revoked_at', val(clock.now())),
            ...(isStolen && { stolen: true }),
          }))
          .where('id', '=', keyId)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw refused(`There is no key ${keyId}.`);
        await note(tx, isStolen ? 'key.stolen' : 'key.retired', `key:${keyId}`);
        if (isStolen) await outbox.add(bare, { topic: 'identity.key-stolen', key: keyId, payload: { keyId } });
      }),
  };
}

async function exists(tx: IdentityTx, kind: 'partner' | 'staff', id: string): Promise<boolean> {
  const ids =
    kind === 'partner'
      ? await tx.selectFrom('identity.partners').select('id').execute()
      : await tx.selectFrom('identity.staff').select('id').execute();
  return ids.some((row) => row.id === id);
}

const refused = (detail: string) => new PorticoError('ERR_IDENTITY_PEOPLE', { detail });
