/**
 * Enrolling a passkey. The first one needs a sign-in of the last five minutes; every further one needs an assertion by
 * one that is there already, because whoever has the SIM card must not thereby have the wallet. Removing a passkey needs
 * no proof (it may be in a stolen phone), so somebody who removed them all is not at their first one again: then the
 * bank has to vouch, which it does by handing the customer over from its own app.
 */
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import { type Context, secondsAfter } from '../context.ts';
import type { CustomerSession, Passkeys } from '../identity.ts';
import { maskPhone } from '../sessions/customers.ts';
import { isHandedOver } from '../sessions/session-store.ts';
import { addPasskey, enrolledSince, hadPasskeys, passkeysOf } from './passkey-store.ts';
import { parseAttestation } from './responses.ts';

export const FRESH_LOGIN_SECONDS = 300;
const CHALLENGE_SECONDS = 300;
const CHALLENGE_BYTES = 32;
/** COSE algorithms: EdDSA, ES256, RS256 (older Windows). */
const ALGORITHMS = [-8, -7, -257];

type Purpose = 'enrol' | 'prove';

async function newChallenge({ db, clock, platform }: Context, { sessionId }: CustomerSession, purpose: Purpose) {
  const challenge = new Uint8Array(platform.random.bytes(CHALLENGE_BYTES));
  const row = { challenge: Buffer.from(challenge), expires_at: secondsAfter(clock.now(), CHALLENGE_SECONDS) };
  await db
    .insertInto('identity.passkey_challenges')
    .values({ session_id: sessionId, purpose, ...row })
    .onConflict((conflict) => conflict.columns(['session_id', 'purpose']).doUpdateSet(row))
    .execute();
  return challenge;
}

/** Deletes while reading, so that a challenge is answered once. */
async function takeChallenge({ db, clock }: Context, { sessionId }: CustomerSession, purpose: Purpose) {
  const row = await db
    .deleteFrom('identity.passkey_challenges')
    .where('session_id', '=', sessionId)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', clock.now())
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst();
  return row && { challenge: row.challenge, issuedAt: secondsAfter(row.expires_at, -CHALLENGE_SECONDS) };
}

async function mayEnrol(
  context: Context,
  passkeys: Passkeys,
  customer: CustomerSession,
  proof: unknown,
): Promise<void> {
  const existing = await passkeys.allowCredentials(customer.userId);
  if (existing.length === 0) {
    if ((await hadPasskeys(context, customer.userId)) && !(await isHandedOver(context, customer))) {
      throw new PorticoError('ERR_IDENTITY_PASSKEY_REMOVED');
    }
    const oldest = secondsAfter(context.clock.now(), -FRESH_LOGIN_SECONDS);
    if (customer.authenticatedAt < oldest) throw new PorticoError('ERR_IDENTITY_LOGIN_TOO_OLD');
    return;
  }
  if (proof === undefined) {
    const challenge = Buffer.from(await newChallenge(context, customer, 'prove')).toString('base64url');
    const data = { challenge, rpId: passkeys.rpId, allowCredentials: existing, userVerification: 'required' };
    throw new PorticoError('ERR_IDENTITY_PASSKEY_PROOF_NEEDED', { data });
  }
  const asked = await takeChallenge(context, customer, 'prove');
  if (asked === undefined) throw new PorticoError('ERR_IDENTITY_ASSERTION_REFUSED');
  await passkeys.verify(customer.userId, proof, asked.challenge);
}

/** `proof`: an assertion over the challenge that ERR_IDENTITY_PASSKEY_PROOF_NEEDED carried. Returns creation options (WebAuthn §5.4). */
export async function enrolmentOptions(
  context: Context,
  passkeys: Passkeys,
  customer: CustomerSession,
  proof: unknown,
) {
  await mayEnrol(context, passkeys, customer, proof);
  const { phone } = await context.db
    .selectFrom('identity.customers')
    .select('phone')
    .where('id', '=', customer.userId)
    .executeTakeFirstOrThrow();
  const userName = phone === null ? 'Portico' : maskPhone(phone);
  return await generateRegistrationOptions({
    rpName: 'Portico',
    rpID: passkeys.rpId,
    userName,
    userDisplayName: userName,
    userID: new Uint8Array(Buffer.from(customer.userId.replaceAll('-', ''), 'hex')),
    challenge: await newChallenge(context, customer, 'enrol'),
    attestationType: 'none',
    excludeCredentials: (await passkeysOf(context, customer.userId)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

export async function enrol(
  context: Context,
  passkeys: Passkeys,
  customer: CustomerSession,
  attestation: unknown,
): Promise<{ readonly credentialId: string }> {
  const refused = (cause?: unknown) => new PorticoError('ERR_IDENTITY_ATTESTATION_REFUSED', { cause });
  const response = parseAttestation(attestation);
  const asked = await takeChallenge(context, customer, 'enrol');
  if (!response || !asked) throw refused();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: asked.challenge.toString('base64url'),
    expectedOrigin: context.platform.config.publicOrigin,
    expectedRPID: passkeys.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((cause: unknown) => {
    throw refused(cause);
  });
  if (!verified) throw refused();
  const { credential, credentialBackedUp } = registrationInfo;
  const now = context.clock.now();
  await context.db.transaction().execute(async (tx) => {
    // Whoever was let in as the first is no longer, once another passkey was there before them.
    if (await enrolledSince(tx, customer.userId, asked.issuedAt)) throw refused();
    const added = await addPasskey(tx, {
      id: credential.id,
      userId: customer.userId,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: response.response.transports ?? [],
      backedUp: credentialBackedUp,
      enrolledAt: now,
    });
    if (!added) throw refused();
    const actor = `customer:${customer.userId}`;
    await audit(tx, { at: now, actor, action: 'passkey.enrolled', subject: `passkey:${credential.id}` });
  });
  return { credentialId: credential.id };
}

/** A revoked passkey confirms nothing from this moment; its row stays, for what it confirmed before. */
export async function revokePasskey(context: Context, customer: CustomerSession, credentialId: string): Promise<void> {
  const now = context.clock.now();
  await context.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('identity.passkeys')
      .set({ revoked_at: now })
      .where('credential_id', '=', credentialId)
      .where('user_id', '=', customer.userId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new PorticoError('ERR_IDENTITY_PASSKEY_UNKNOWN');
    const actor = `customer:${customer.userId}`;
    await audit(tx, { at: now, actor, action: 'passkey.revoked', subject: `passkey:${credentialId}` });
  });
}
