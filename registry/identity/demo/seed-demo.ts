import { join } from 'node:path';
import { parseAppId, parsePartnerId, parseStaffId } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import { newToken, storeToken } from '../callers/bearer.ts';
import { type Context, type IdentityTx, secondsAfter } from '../context.ts';
import type { KeyUse, StaffRole } from '../identity.ts';
import { accountOfPhone } from '../issuer/accounts.ts';
import { readOrCreatePrivateKey } from '../keys/key-files.ts';
import { registerKey, webhookSecretContext } from '../partners/partner-store.ts';
import { PARTNER_SCOPES } from '../people/people.ts';
import { customerOf } from '../sessions/customers.ts';
import { type DemoFile, earlierSecrets, writeDemoFile } from './demo-file.ts';
import { DEMO } from './people.ts';

const TOKEN_SECONDS = 90 * 24 * 60 * 60;
const WEBHOOK_SECRET_BYTES = 32;
/** Makes the demo people, once; starting again renews their tokens and changes nothing else. */
export async function seedDemo(context: Context): Promise<void> {
  const { config, random } = context.platform;
  const path = join(config.dataDir, 'demo.json');
  const earlier = await earlierSecrets(path);
  const secretOf = (name: string, make: () => string) => earlier.get(name) ?? make();

  const content = await context.db.transaction().execute(async (tx): Promise<DemoFile> => {
    const seed = createSeeder(context, tx, secretOf);
    const partners = await inTurn(DEMO.partners, seed.partner);
    const reviewers = await inTurn(DEMO.reviewers, seed.reviewer);
    const operators = await inTurn(DEMO.operators, seed.operator);
    const services = await inTurn(DEMO.services, seed.service);
    await seed.customer();
    return {
      container: config.publicOrigin,
      api: `http://127.0.0.1:${config.port}`,
      console: config.consoleOrigin,
      customer: { phone: DEMO.customer.phone },
      partners,
      reviewers,
      operators,
      services,
    };
  });
  await writeDemoFile(path, content, random);
}

function createSeeder(context: Context, tx: IdentityTx, secretOf: (name: string, make: () => string) => string) {
  const { platform, keyFiles } = context;
  const { config, random } = platform;
  const now = context.clock.now();

  async function token(kind: 'partner' | 'staff' | 'service', list: string, id: string, scopes: readonly string[]) {
    const secret = secretOf(`${list}/${id}/token`, () => newToken(kind, random));
    const owner = { kind, id, scopes, expiresAt: secondsAfter(now, TOKEN_SECONDS) };
    await storeToken(tx, secret, owner, { id: random.uuid(), now });
    return secret;
  }

  async function key(kind: 'partner' | 'staff', id: string, uses: readonly (KeyUse | 'approval')[]) {
    const keyFile = join(config.dataDir, 'keys', kind === 'partner' ? 'partners' : 'staff', `${id}.json`);
    const jwk = await readOrCreatePrivateKey(keyFile, keyFiles);
    await registerKey(tx, { publicKey: jwk.x, owner: { kind, id }, uses, now });
    return { keyId: jwk.kid, keyFile };
  }

  async function staff(name: string, list: string, role: StaffRole) {
    const id = parsed(parseStaffId(name));
    await tx
      .insertInto('identity.staff')
      .values({ id, roles: [role] })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { id, token: await token('staff', list, id, []) };
  }

  return {
    async partner(demo: (typeof DEMO.partners)[number]) {
      const id = parsed(parsePartnerId(demo.id));
      await tx
        .insertInto('identity.partners')
        .values({ id, name: demo.name, webhook_url: demo.webhookUrl, created_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      for (const name of demo.appIds) {
        await tx
          .insertInto('identity.apps')
          .values({ app_id: parsed(parseAppId(name)), partner_id: id, claimed_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      const webhookSecret = secretOf(
        `partners/${id}/webhookSecret`,
        () => `whsec_${Buffer.from(random.bytes(WEBHOOK_SECRET_BYTES)).toString('base64')}`,
      );
      await webhookSecretRow(context, tx, id, webhookSecret);
      const partnerToken = await token('partner', 'partners', id, PARTNER_SCOPES);
      const partnerKey = await key('partner', id, ['api', 'release']);
      return {
        id,
        name: demo.name,
        token: partnerToken,
        ...partnerKey,
        appIds: demo.appIds,
        backend: demo.backend,
        webhookSecret,
      };
    },
    async reviewer(name: string) {
      return { ...(await staff(name, 'reviewers', 'reviewer')), ...(await key('staff', name, ['approval'])) };
    },
    operator: (name: string) => staff(name, 'operators', 'operator'),
    async service({ id, scopes }: (typeof DEMO.services)[number]) {
      return { id, token: await token('service', 'services', id, scopes) };
    },
    /** Known at the issuer and here, at a level that pays, so that the first payment needs no visit to a branch. */
    async customer() {
      if (!config.embeddedIssuer) return;
      const { phone, level } = DEMO.customer;
      const subject = await accountOfPhone(context, tx, phone);
      await customerOf(context, tx, { issuer: config.issuerOrigin, subject, phone }, level);
    },
  };
}

/** One current secret: the demo file's. */
async function webhookSecretRow(context: Context, tx: IdentityTx, partnerId: string, secret: string): Promise<void> {
  const id = parsed(parsePartnerId(partnerId));
  const secrets = await context.secrets();
  const rows = await tx
    .selectFrom('identity.webhook_secrets')
    .select(['id', 'sealed'])
    .where('partner_id', '=', id)
    .where('retired_at', 'is', null)
    .execute();
  if (rows.some((row) => secrets.open(row.sealed, webhookSecretContext(id)) === secret)) return;
  const now = context.clock.now();
  const sealed = secrets.seal(secret, webhookSecretContext(id));
  await tx
    .insertInto('identity.webhook_secrets')
    .values({ partner_id: id, sealed, created_at: now, retired_at: null })
    .execute();
  await audit(tx, { at: now, actor: 'system', action: 'webhook_secret.created', subject: `partner:${id}` });
}

function parsed<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('the demo table names well-formed ids');
  return value;
}

async function inTurn<In, Out>(list: readonly In[], run: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (const item of list) results.push(await run(item));
  return results;
}
