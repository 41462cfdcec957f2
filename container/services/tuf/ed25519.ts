import type { Bytes } from './bytes.ts';

/** Answers whether `signature` (64 bytes) is `publicKey`'s (32 bytes) over `message`: RFC 8032, pure Ed25519. Never throws. */
export type VerifyEd25519 = (publicKey: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>;

/** The browser's own Ed25519, or ours from JavaScript where it has none (before Chromium 137, Firefox 129, Safari 17). */
export const verifyEd25519: VerifyEd25519 = async (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  supported ??= hasWebCryptoEd25519();
  return (await supported) ? withWebCrypto(publicKey, message, signature) : withNoble(publicKey, message, signature);
};

let supported: Promise<boolean> | undefined;

/** Asks with the base point, a key every implementation takes, so that a no is about the algorithm and not the key. */
async function hasWebCryptoEd25519(): Promise<boolean> {
  const basePoint = new Uint8Array(32).fill(0x66);
  basePoint[0] = 0x58;
  try {
    await crypto.subtle.importKey('raw', basePoint, 'Ed25519', false, ['verify']);
    return true;
  } catch {
    // NotSupportedError is the answer to the question, not a fault.
    return false;
  }
}

export const withWebCrypto: VerifyEd25519 = async (publicKey, message, signature) => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, message);
  } catch {
    // A key that is no point of the curve verifies nothing.
    return false;
  }
};

/** Strict as WebCrypto is (no ZIP-215 leniency), so that both give one verdict. */
export const withNoble: VerifyEd25519 = async (publicKey, message, signature) => {
  const { verifyAsync } = await import('@noble/ed25519');
  try {
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    // It throws for malformed points and scalars, which verify nothing.
    return false;
  }
};
