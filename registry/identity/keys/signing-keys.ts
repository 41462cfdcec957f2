import { CompactSign, compactVerify, createLocalJWKSet, errors } from 'jose';
import type { Clock } from '../../platform/index.ts';
import type { PublicJwk, SigningKeys } from '../identity.ts';
import { type PrivateJwk, privateKeyObject } from './ed25519.ts';
import { parseJson } from './key-files.ts';

/** The closed table of algorithms; SM2 would join here. */
const ALGORITHMS = ['EdDSA'] as const;

/**
 * `load` gives the service's private keys, the signing one first; older ones stay in the JWKS until what they signed
 * has expired.
 */
export function createSigningKeys(load: () => Promise<readonly PrivateJwk[]>, clock: Clock): SigningKeys {
  const publicKeys = async () => (await load()).map(publicHalf);
  return {
    async sign(claims, { typ }) {
      const [key] = await load();
      if (key === undefined) throw new TypeError('a key file always holds one key');
      return await new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'EdDSA', typ, kid: key.kid })
        .sign(privateKeyObject(key));
    },
    async verify(jws, { typ }) {
      try {
        const keys = createLocalJWKSet({ keys: (await publicKeys()).map((key) => ({ ...key })) });
        const { payload, protectedHeader } = await compactVerify(jws, keys, { algorithms: [...ALGORITHMS] });
        const claims = parseJson(Buffer.from(payload).toString('utf8'));
        if (protectedHeader.typ !== typ || !isObject(claims)) return undefined;
        return typeof claims.exp === 'number' && claims.exp * 1000 <= clock.now().getTime() ? undefined : claims;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
    async jwks() {
      return { keys: await publicKeys() };
    },
  };
}

function publicHalf({ x, kid }: PrivateJwk): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
