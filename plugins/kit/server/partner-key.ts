import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** A partner's Ed25519 key. The private half stays inside `privateKey`, which refuses to be printed. */
export interface PartnerKey {
  /** First 32 hex digits of SHA-256 over the raw public key. */
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** Raw Ed25519 signature (RFC 8032) over the UTF-8 text, base64url without padding. */
  sign(text: string): string;
}

/**
 * Reads the text of a key file: one private JWK (RFC 8037, `kty` OKP, `crv` Ed25519).
 * Throws ERR_KIT_KEY without quoting the file, which is secret.
 */
export function readPartnerKey(jwkText: string): PartnerKey {
  const privateKey = parsePrivateKey(jwkText);
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new PorticoError('ERR_KIT_KEY');
  return {
    keyId: createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 32),
    privateKey,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
  };
}

function parsePrivateKey(jwkText: string): KeyObject {
  try {
    const key = createPrivateKey({ key: JSON.parse(jwkText), format: 'jwk' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The cause may quote the key, so it is dropped on purpose.
  }
  throw new PorticoError('ERR_KIT_KEY');
}
