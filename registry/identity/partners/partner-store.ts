import { PorticoError, parsePartnerId, parseStaffId } from '../../../sandbox/contract/index.ts';
import type { Tx } from '../../platform/index.ts';
import { audit } from '../audit.ts';
import type { Context, IdentityDb } from '../context.ts';
import type { KeyUse, Partner, PartnerKey, Partners, StaffKey } from '../identity.ts';
import { keyIdOf } from '../keys/ed25519.ts';
import type { IdentityTables } from '../tables.ts';

/** What a webhook secret is sealed for; a row moved to another partner would not open. */
export const webhookSecretContext = (partnerId: string): string => `webhook-secret:${partnerId}`;

export function createPartners(context: Context): Partners {
  const { db, clock } = context;
  return {
    async get(id): Promise<Partner | undefined> {
      const row = await db.selectFrom('identity.partners').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const sealed = await db
        .selectFrom('identity.webhook_secrets')
        .select('sealed')
        .where('partner_id', '=', id)
        .where('retired_at', 'is', null)
        .orderBy('id', 'desc')
        .execute();
      const secrets = await context.secrets();
      const webhookSecrets = sealed.map((secret) => secrets.open(secret.sealed, webhookSecretContext(id)));
      return { id: row.id, name: row.name, webhookUrl: row.webhook_url ?? undefined, webhookSecrets };
    },

    async ownerOf(appId) {
      return (await ownerRow(db, appId))?.partner_id;
    },

    async claimApp(tx: Tx, partnerId, appId) {
      const own = tx.withTables<IdentityTables>();
      const claim = await own
        .insertInto('identity.apps')
        .values({ app_id: appId, partner_id: partnerId, claimed_at: clock.now() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (claim.numInsertedOrUpdatedRows === 1n) {
        await audit(own, { at: clock.now(), actor: `partner:${partnerId}`, action: 'app.claimed', subject: appId });
      } else if ((await ownerRow(own, appId))?.partner_id !== partnerId) {
        throw new PorticoError('ERR_IDENTITY_APP_TAKEN');
      }
    },

    async key(keyId) {
      const row = await keyRow(db, keyId);
      return row && row.revoked_at === null ? partnerKeyOf(row) : undefined;
    },

    async keyOnRecord(keyId) {
      const row = await keyRow(db, keyId);
      return row && !row.stolen ? partnerKeyOf(row) : undefined;
    },
  };
}

function keyRow(db: IdentityDb, keyId: string) {
  return db
    .selectFrom('identity.keys')
    .select(['owner_id', 'public_key', 'uses', 'revoked_at', 'stolen'])
    .where('id', '=', keyId)
    .where('owner_kind', '=', 'partner')
    .executeTakeFirst();
}

function partnerKeyOf(row: {
  readonly owner_id: string;
  readonly public_key: string;
  readonly uses: readonly (KeyUse | 'approval')[];
}): PartnerKey | undefined {
  const partnerId = parsePartnerId(row.owner_id);
  return partnerId && { partnerId, publicKey: row.public_key, uses: row.uses.filter((use) => use !== 'approval') };
}

function ownerRow(db: IdentityDb, appId: IdentityTables['identity.apps']['app_id']) {
  return db.selectFrom('identity.apps').select('partner_id').where('app_id', '=', appId).executeTakeFirst();
}

export interface NewKey {
  readonly publicKey: string;
  readonly owner: { readonly kind: 'partner' | 'staff'; readonly id: string };
  readonly uses: readonly (KeyUse | 'approval')[];
  readonly now: Date;
}

/** True when the key is new. A key that somebody else already has stays theirs: the caller is told false. */
export async function registerKey(db: IdentityDb, { publicKey, owner, uses, now }: NewKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identity.keys')
    .values({
      id: keyIdOf(publicKey),
      public_key: publicKey,
      owner_kind: owner.kind,
      owner_id: owner.id,
      uses: [...uses],
      created_at: now,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function approvalKeys(db: IdentityDb): Promise<readonly StaffKey[]> {
  const rows = await db
    .selectFrom('identity.keys as key')
    .innerJoin('identity.staff as person', 'person.id', 'key.owner_id')
    .select(['key.id', 'key.public_key', 'person.id as staff_id', 'person.roles', 'key.uses'])
    .where('key.owner_kind', '=', 'staff')
    .where('key.revoked_at', 'is', null)
    .where('person.active', '=', true)
    .orderBy('person.id')
    .orderBy('key.id')
    .execute();
  return rows.flatMap(({ id, public_key, staff_id, roles, uses }) => {
    const staffId = parseStaffId(staff_id);
    const approves = roles.includes('reviewer') && uses.includes('approval');
    return staffId && approves ? [{ staffId, keyId: id, publicKey: public_key }] : [];
  });
}
