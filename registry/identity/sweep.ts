import type { Context } from './context.ts';

/** Codes are counted by the day, so their rows stay a little longer than one. */
const OTP_SECONDS = 2 * 24 * 60 * 60;

/** As long as the cookie that tells a device. */
const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** Deletes what has expired. Nothing depends on it for correctness: every reader looks at the expiry itself. */
export async function sweep({ db, clock }: Context): Promise<void> {
  const now = clock.now();
  await db.deleteFrom('identity.seen').where('expires_at', '<', now).execute();
  await db.deleteFrom('identity.login_attempts').where('expires_at', '<', now).execute();
  await db.deleteFrom('identity.handoff_codes').where('expires_at', '<', now).execute();
  await db.deleteFrom('identity.passkey_challenges').where('expires_at', '<', now).execute();
  // oidc-provider counts by the machine's own clock, so its records are swept by that too.
  await db.deleteFrom('identity.issuer_records').where('expires_at', '<', new Date()).execute();
  await db
    .deleteFrom('identity.otps')
    .where('created_at', '<', new Date(now.getTime() - OTP_SECONDS * 1000))
    .execute();
  await db
    .deleteFrom('identity.otp_devices')
    .where('answered_at', '<', new Date(now.getTime() - DEVICE_SECONDS * 1000))
    .execute();
}
