/** `private_key_jwt` (RFC 7523 §2.2, OIDC Core §9) of a partner's server, for one of its apps. */
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { type AppId, PorticoError } from '../../../sandbox/contract/index.ts';
import { type Context, secondsAfter } from '../context.ts';
import type { Partners } from '../identity.ts';
import { publicKeyObject } from '../keys/ed25519.ts';
import { seenFirst } from '../seen-once.ts';

export const TOKEN_PATH = '/api/v1/identity/token';
const LONGEST_LIFE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 5;
const JTI = /^[\x21-\x7e]{8,128}$/;

/** Closed: a header cannot talk the server into another algorithm, nor into taking a public key for an HMAC secret. */
const ALGORITHMS = ['EdDSA'];

/**
 * Resolves when a current `api` key of the app's partner signed it for this endpoint and its jti is new; everything
 * else is ERR_IDENTITY_CLIENT_REFUSED, without saying which check failed.
 */
export async function checkClientAssertion(
  context: Context,
  partners: Partners,
  { clientId, assertion }: { readonly clientId: AppId; readonly assertion: string },
): Promise<void> {
  const refused = (cause?: unknown) => new PorticoError('ERR_IDENTITY_CLIENT_REFUSED', { cause });
  try {
    const { kid } = decodeProtectedHeader(assertion);
    const key = kid === undefined ? undefined : await partners.key(kid);
    if (kid === undefined || !key?.uses.includes('api')) throw refused();
    if ((await partners.ownerOf(clientId)) !== key.partnerId) throw refused();

    const now = context.clock.now();
    const audience = context.platform.config.publicOrigin + TOKEN_PATH;
    const { payload } = await jwtVerify(assertion, publicKeyObject(key.publicKey), {
      algorithms: ALGORITHMS,
      issuer: clientId,
      subject: clientId,
      audience,
      requiredClaims: ['iat', 'exp', 'jti'],
      maxTokenAge: LONGEST_LIFE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    const { aud, exp = 0, jti = '' } = payload;
    const expires_at = new Date(exp * 1000);
    // A list of audiences would let one assertion be played against another service.
    if (aud !== audience || !JTI.test(jti) || expires_at > secondsAfter(now, LONGEST_LIFE_SECONDS)) throw refused();
    const remembered = secondsAfter(expires_at, CLOCK_TOLERANCE_SECONDS + 1);
    const row = { kind: 'assertion', owner: kid, nonce: jti, expires_at: remembered } as const;
    if (!(await seenFirst(context.db, row))) throw refused();
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw refused(error);
    throw error;
  }
}
