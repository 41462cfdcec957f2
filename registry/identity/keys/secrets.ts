/** Secrets at rest: bearer values are hashed, what must be read back is sealed, short codes are keyed. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Random } from '../../platform/index.ts';
import { type KeyFileOptions, readOrCreate } from './key-files.ts';

/** For secrets of at least 128 random bits, which a plain digest protects well enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export interface Secrets {
  /** AES-256-GCM; `context` is authenticated, so that a sealed value cannot be moved to another row's meaning. */
  seal(text: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
  /** HMAC-SHA-256 for values that could be guessed (OTPs): the database alone is not enough to guess them. */
  mac(text: string): Buffer;
  /** Text for libraries that want a key of their own. */
  derive(purpose: string): string;
}

const FORM = /^[A-Za-z0-9_-]{43}\s*$/;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export async function createSecrets(path: string, options: KeyFileOptions): Promise<Secrets> {
  const text = await readOrCreate(path, () => `${options.random.token(32)}\n`, options);
  if (!FORM.test(text)) throw new PorticoError('ERR_IDENTITY_KEY_FILE', { detail: path });
  return secretsFrom(Buffer.from(text.trim(), 'base64url'), options.random);
}

export function secretsFrom(root: Uint8Array, random: Random): Secrets {
  const subkey = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `portico-identity-${purpose}`, 32));
  const sealing = subkey('seal');
  const guessable = subkey('mac');
  return {
    seal(text, context) {
      const iv = random.bytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(context));
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, context) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG_BYTES));
      const body = sealed.subarray(IV_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    mac: (text) => createHmac('sha256', guessable).update(text).digest(),
    derive: (purpose) => subkey(`derived-${purpose}`).toString('base64url'),
  };
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
