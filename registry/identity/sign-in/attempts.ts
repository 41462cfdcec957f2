import { type Context, secondsAfter } from '../context.ts';
import { hashSecret } from '../keys/secrets.ts';
import type { LoginAttempt } from './relying-party.ts';

/** Long enough to fetch a phone from another room and wait for a second OTP. */
export const ATTEMPT_SECONDS = 600;
const SECRET_BYTES = 32;

/** Remembers one sign-in until its callback and returns the value that ties it to this browser. */
export async function rememberAttempt(context: Context, attempt: LoginAttempt, returnTo: string): Promise<string> {
  const secret = context.platform.random.token(SECRET_BYTES);
  await context.db
    .insertInto('identity.login_attempts')
    .values({
      hash: hashSecret(secret),
      state: attempt.state,
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_to: returnTo,
      expires_at: secondsAfter(context.clock.now(), ATTEMPT_SECONDS),
    })
    .execute();
  return secret;
}

/** Deletes while reading: an attempt ends once, whatever its outcome. */
export async function takeAttempt(
  context: Context,
  secret: string,
): Promise<(LoginAttempt & { readonly returnTo: string }) | undefined> {
  const row = await context.db
    .deleteFrom('identity.login_attempts')
    .where('hash', '=', hashSecret(secret))
    .where('expires_at', '>', context.clock.now())
    .returningAll()
    .executeTakeFirst();
  return row && { state: row.state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to };
}
