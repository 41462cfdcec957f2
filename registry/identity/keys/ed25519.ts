/** Ed25519 (RFC 8032) as Portico writes it: public keys as base64url of 32 raw bytes, private ones as OKP JWK (RFC 8037). */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Point } from '@noble/ed25519';

export interface PrivateJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
  readonly kid: string;
}

/** PKCS #8 (RFC 8410) header in front of a raw 32-byte seed. */
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');
const BASE64URL_32_BYTES = /^[A-Za-z0-9_-]{43}$/;
const BASE64URL_64_BYTES = /^[A-Za-z0-9_-]{86}$/;

/** First 32 hex digits of SHA-256 over the raw public key. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 32);
}

/** `seed` is 32 random bytes. */
export function privateJwkFromSeed(seed: Uint8Array): PrivateJwk {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEADER, seed]), format: 'der', type: 'pkcs8' });
  const { x, d } = key.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new TypeError('an Ed25519 key always exports x and d');
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid: keyIdOf(x) };
}

/** Reads a private JWK and checks that its public half belongs to it; `undefined` for anything else. */
export function parsePrivateJwk(value: unknown): PrivateJwk | undefined {
  if (typeof value !== 'object' || value === null || !('d' in value) || !('x' in value)) return undefined;
  if (typeof value.d !== 'string' || !BASE64URL_32_BYTES.test(value.d)) return undefined;
  const jwk = privateJwkFromSeed(Buffer.from(value.d, 'base64url'));
  return jwk.x === value.x ? jwk : undefined;
}

export function privateKeyObject(jwk: PrivateJwk): KeyObject {
  return createPrivateKey({ key: { ...jwk }, format: 'jwk' });
}

/**
 * `undefined` when the text is not the canonical base64url of 32 bytes, or these are no point of the curve that a private
 * key could belong to. Under a point of small order signatures verify that nobody made (RFC 8032 leaves it to the caller).
 */
export function parsePublicKey(value: unknown): string | undefined {
  if (typeof value !== 'string' || !BASE64URL_32_BYTES.test(value)) return undefined;
  const raw = Buffer.from(value, 'base64url');
  return raw.toString('base64url') === value && isStrong(raw) ? value : undefined;
}

function isStrong(raw: Uint8Array): boolean {
  try {
    return !Point.fromBytes(new Uint8Array(raw)).isSmallOrder();
  } catch {
    return false; // the library throws for what is no point of the curve
  }
}

export function publicKeyObject(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}

export function signEd25519(jwk: PrivateJwk, message: string | Uint8Array): string {
  return sign(null, Buffer.from(message), privateKeyObject(jwk)).toString('base64url');
}

/** `signature` is base64url of 64 bytes; anything else is simply not a valid signature. */
export function verifyEd25519(publicKey: string, message: string | Uint8Array, signature: string): boolean {
  if (!BASE64URL_64_BYTES.test(signature)) return false;
  return verify(null, Buffer.from(message), publicKeyObject(publicKey), Buffer.from(signature, 'base64url'));
}
