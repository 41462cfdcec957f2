/**
 * One-time passwords by phone: six digits, five tries, a new one after 60 s, so many a day (limits.ts).
 * The code exists in clear only in the message; at rest it is an HMAC under a key that the database does not hold.
 */
import { sql } from 'kysely';
import { networkOf, type Random } from '../../platform/index.ts';
import { type Context, type IdentityTx, secondsAfter } from '../context.ts';
import { hashSecret, sameBytes } from '../keys/secrets.ts';
import { LIFETIME_SECONDS, type Refusal, refusalOf, secondsUntilResend, TRIES } from './limits.ts';
import type { OtpSender } from './otp-sender.ts';
import type { Language } from './pages/language.ts';

const DAY_SECONDS = 24 * 60 * 60;

export interface OtpRequest {
  readonly interaction: string;
  readonly phone: string;
  /** The browser's own cookie value. */
  readonly device: string;
  /** Where the request came from, as the proxies in front tell. */
  readonly address: string;
  readonly language: Language;
}
export type Sent = { readonly kind: 'sent' } | Refusal;
export type Checked =
  | { readonly kind: 'accepted'; readonly phone: string }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'spent' };

export interface Otps {
  send(request: OtpRequest): Promise<Sent>;
  check(interaction: string, code: string): Promise<Checked>;
  /** The number that a code was last sent to in this interaction, and how long until another may be. */
  pending(interaction: string): Promise<{ phone: string; waitSeconds: number } | undefined>;
}

export function createOtps(context: Context, sender: OtpSender): Otps {
  const { db, clock, platform } = context;
  const macOf = async (id: string, code: string) => (await context.secrets()).mac(`otp:${id}:${code}`);
  /** Addresses can be guessed from a plain digest of them. */
  const networkMac = async (address: string) => (await context.secrets()).mac(`otp-network:${networkOf(address)}`);

  return {
    async send({ interaction, phone, device, address, language }) {
      const now = clock.now();
      const id = platform.random.uuid();
      const code = sixDigits(platform.random);
      const code_mac = await macOf(id, code);
      const deviceHash = hashSecret(device);
      const network = await networkMac(address);
      const refused = await db.transaction().execute(async (tx): Promise<Refusal | undefined> => {
        await lockInOrder(tx, [
          `otp:phone:${phone}`,
          `otp:device:${device}`,
          `otp:network:${network.toString('base64url')}`,
        ]);
        const today = await tx
          .selectFrom('identity.otps')
          .select(['phone', 'device', 'network', 'known', 'created_at'])
          .where('created_at', '>', secondsAfter(now, -DAY_SECONDS))
          .where((where) =>
            where.or([
              where('phone', '=', phone),
              where('device', '=', deviceHash),
              where.and([where('network', '=', network), where('known', '=', false)]),
            ]),
          )
          .execute();
        const known = await hasAnswered(tx, phone, deviceHash);
        const refusal = refusalOf(today, { phone, device: deviceHash, network, known }, now);
        if (refusal) return refusal;
        await tx
          .insertInto('identity.otps')
          .values({
            id,
            interaction,
            phone,
            device: deviceHash,
            code_mac,
            created_at: now,
            expires_at: secondsAfter(now, LIFETIME_SECONDS),
            used_at: null,
            network,
            known,
          })
          .execute();
        return undefined;
      });
      if (refused !== undefined) return refused;
      // After the commit: a code that was counted may fail to arrive, but none arrives uncounted.
      await sender.send({ phone, code, language });
      return { kind: 'sent' };
    },

    async check(interaction, code) {
      const now = clock.now();
      // Counting the try first and in one statement means that parallel guesses cannot share one.
      const row = await db
        .updateTable('identity.otps')
        .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('id', '=', ({ selectFrom }) =>
          selectFrom('identity.otps as latest')
            .select('latest.id')
            .where('latest.interaction', '=', interaction)
            .orderBy('latest.created_at', 'desc')
            .limit(1),
        )
        .where('tries', '<', TRIES)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning(['id', 'phone', 'device', 'code_mac', 'tries'])
        .executeTakeFirst();
      if (row === undefined) return { kind: 'spent' };
      if (!sameBytes(row.code_mac, await macOf(row.id, code))) {
        const triesLeft = TRIES - row.tries;
        return triesLeft === 0 ? { kind: 'spent' } : { kind: 'wrong', triesLeft };
      }
      const { numUpdatedRows } = await db
        .updateTable('identity.otps')
        .set({ used_at: now })
        .where('id', '=', row.id)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return { kind: 'spent' };
      await db
        .insertInto('identity.otp_devices')
        .values({ phone: row.phone, device: row.device, answered_at: now })
        .onConflict((conflict) => conflict.columns(['phone', 'device']).doUpdateSet({ answered_at: now }))
        .execute();
      return { kind: 'accepted', phone: row.phone };
    },

    async pending(interaction) {
      const row = await db
        .selectFrom('identity.otps')
        .select(['phone', 'created_at'])
        .where('interaction', '=', interaction)
        .where('used_at', 'is', null)
        .orderBy('created_at', 'desc')
        .executeTakeFirst();
      return row && { phone: row.phone, waitSeconds: secondsUntilResend(row.created_at, clock.now()) };
    },
  };
}

async function hasAnswered(tx: IdentityTx, phone: string, device: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.otp_devices')
    .select('phone')
    .where('phone', '=', phone)
    .where('device', '=', device)
    .executeTakeFirst();
  return row !== undefined;
}

/** Two requests for one phone, or from one device or network, are counted one after the other. */
async function lockInOrder(tx: IdentityTx, names: readonly string[]): Promise<void> {
  for (const name of [...names].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  }
}

/** Draws again above the largest multiple of a million, so that every code is equally likely. */
function sixDigits(random: Random): string {
  const CODES = 1_000_000;
  const limit = Math.floor(2 ** 32 / CODES) * CODES;
  const drawn = Buffer.from(random.bytes(4)).readUInt32BE();
  return drawn < limit ? String(drawn % CODES).padStart(6, '0') : sixDigits(random);
}
