import { parseUserId, type UserId } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import type { Context, IdentityDb } from '../context.ts';
import type { IdentityLevel } from '../identity.ts';

/** What an issuer says about somebody. */
export interface Person {
  readonly issuer: string;
  readonly subject: string;
  /** Eleven digits, when the issuer verified it. */
  readonly phone: string | undefined;
}

/** A verified phone is L1; more takes proof that the issuer's claims do not carry. */
const levelOf = (person: Person): IdentityLevel => (person.phone === undefined ? 0 : 1);

/** Finds the customer or registers them; a changed phone number is taken over, the level never goes down here. */
export async function customerOf(
  context: Context,
  db: IdentityDb,
  person: Person,
  level: IdentityLevel = levelOf(person),
): Promise<UserId> {
  const now = context.clock.now();
  const id = parseUserId(context.platform.random.uuid());
  if (id === undefined) throw new TypeError('random.uuid() makes UUIDs');
  const row = await db
    .insertInto('identity.customers')
    .values({
      id,
      issuer: person.issuer,
      subject: person.subject,
      phone: person.phone ?? null,
      level,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'subject']).doUpdateSet(({ ref, fn, val }) => ({
        phone: fn.coalesce(ref('excluded.phone'), ref('identity.customers.phone')),
        level: fn<IdentityLevel>('greatest', [ref('identity.customers.level'), val(level)]),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  if (row.id === id) await audit(db, { at: now, actor: 'system', action: 'customer.registered', subject: id });
  return row.id;
}

/** `138****0001`: enough to recognise one's own number by, as Chinese apps show it. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

const CHINA_MOBILE_NUMBER = /^(?:\+?86)?(1[3-9][0-9]{9})$/;

/** Eleven digits without country code, spaces or dashes; `undefined` when it is no mainland mobile number. */
export function parsePhone(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 30) return undefined;
  return CHINA_MOBILE_NUMBER.exec(value.normalize('NFKC').replaceAll(/[\s-]/g, ''))?.[1];
}
