import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** Who the gateway says is calling. */
export interface GatewayIdentity {
  /** Absent until the customer has agreed to `identity.login` in this app. */
  readonly openid: string | undefined;
  readonly release: string;
  readonly requestId: string;
}

export interface IdentityVerifierOptions {
  /** The container's public origin, which signs as issuer. */
  readonly issuer: string;
  /** The back end's own origin, as the manifest names it: a token for another back end is refused. */
  readonly audience: string;
  readonly appId: string;
  /** `https://…/.well-known/portico/jwks.json`, or a key lookup of jose's. */
  readonly keys: URL | JWTVerifyGetKey;
  readonly now?: () => Date;
}

/** Takes the header `Portico-Identity`; throws ERR_KIT_IDENTITY, or ERR_KIT_UNREACHABLE when the keys cannot be had. */
export type IdentityVerifier = (header: unknown) => Promise<GatewayIdentity>;

export function createIdentityVerifier(options: IdentityVerifierOptions): IdentityVerifier {
  const now = options.now ?? (() => new Date());
  const keys = options.keys instanceof URL ? createRemoteJWKSet(options.keys) : options.keys;
  const seen = new Map<string, number>();

  return async (header) => {
    if (typeof header !== 'string' || header.length > 8192) throw new PorticoError('ERR_KIT_IDENTITY');
    const { payload } = await verifyOrRefuse(header, keys, {
      issuer: options.issuer,
      audience: options.audience,
      // The algorithm is ours to choose, never the token's: anything but EdDSA is refused.
      algorithms: ['EdDSA', 'Ed25519'],
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: now(),
      clockTolerance: 5,
      maxTokenAge: 120,
    });
    const { sub, jti, exp, appId, release } = payload;
    if (appId !== options.appId || typeof release !== 'string' || jti === undefined || exp === undefined) {
      throw new PorticoError('ERR_KIT_IDENTITY');
    }
    spend(seen, jti, exp, now());
    return { openid: sub, release, requestId: jti };
  };
}

/** A token passes once. The ids are kept in memory only as long as the tokens live, a minute or so. */
function spend(seen: Map<string, number>, jti: string, exp: number, now: Date): void {
  const seconds = now.getTime() / 1000;
  for (const [id, until] of seen) {
    if (until >= seconds) break;
    seen.delete(id);
  }
  if (seen.has(jti)) throw new PorticoError('ERR_KIT_IDENTITY', { detail: 'It was used before.' });
  seen.set(jti, exp + 10);
}

async function verifyOrRefuse(token: string, keys: JWTVerifyGetKey, rules: Parameters<typeof jwtVerify>[2]) {
  try {
    return await jwtVerify(token, keys, rules);
  } catch (cause) {
    const outage = cause instanceof TypeError || isKeyOutage(cause);
    throw new PorticoError(outage ? 'ERR_KIT_UNREACHABLE' : 'ERR_KIT_IDENTITY', { cause });
  }
}

/** jose answers these when it could not fetch the key set at all, which is no fault of the caller. */
function isKeyOutage(cause: unknown): boolean {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC';
}
