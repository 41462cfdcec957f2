import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Bytes, bytesOfHex, sha256Of } from './bytes.ts';
import type { VerifyEd25519 } from './ed25519.ts';
import type { FileLine, Kind, PublicKey, RoleKeys, Signed } from './metadata.ts';

/** A threshold counts keys, not signatures. @throws PorticoError ERR_TRUST_SIGNATURE */
export async function assertSigned(
  metadata: Signed<Kind>,
  keys: ReadonlyMap<string, PublicKey>,
  role: RoleKeys,
  name: string,
  verify: VerifyEd25519,
): Promise<void> {
  const verdicts = await Promise.all(role.keyIds.map((keyId) => isSignedBy(metadata, keys.get(keyId), keyId, verify)));
  const valid = verdicts.filter(Boolean).length;
  if (valid < role.threshold) {
    throw new PorticoError('ERR_TRUST_SIGNATURE', { detail: `${name}: ${valid} of ${role.threshold} keys signed it.` });
  }
}

async function isSignedBy(metadata: Signed<Kind>, key: PublicKey | undefined, keyId: string, verify: VerifyEd25519) {
  if (key?.keytype !== 'ed25519' || key.scheme !== 'ed25519') return false;
  const publicKey = bytesOfHex(key.value);
  const signature = bytesOfHex(metadata.signatures.get(keyId) ?? '');
  return publicKey !== undefined && signature !== undefined && verify(publicKey, metadata.canonical, signature);
}

/** @throws PorticoError ERR_TRUST_MISMATCH */
export async function assertIsFile(
  bytes: Bytes,
  line: Pick<FileLine, 'length' | 'sha256'>,
  name: string,
): Promise<void> {
  if (line.length !== undefined && bytes.length !== line.length) {
    throw new PorticoError('ERR_TRUST_MISMATCH', { detail: `${name} has ${bytes.length} bytes, not ${line.length}.` });
  }
  if (line.sha256 !== undefined && (await sha256Of(bytes)) !== line.sha256) {
    throw new PorticoError('ERR_TRUST_MISMATCH', { detail: `${name} has another SHA-256.` });
  }
}

/** @throws PorticoError ERR_TRUST_EXPIRED */
export function assertCurrent(metadata: Signed<Kind>, name: string, now: Date): void {
  if (now >= metadata.document.expires) {
    throw new PorticoError('ERR_TRUST_EXPIRED', {
      detail: `${name} expired at ${metadata.document.expires.toISOString()}.`,
    });
  }
}

/** @throws PorticoError ERR_TRUST_ROLLBACK */
export function assertNotOlder(offered: number, seen: number, name: string): void {
  if (offered < seen) {
    throw new PorticoError('ERR_TRUST_ROLLBACK', { detail: `${name} ${offered} is older than ${seen}, seen before.` });
  }
}
