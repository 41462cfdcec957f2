import { createHash, createPublicKey, verify } from 'node:crypto';
import { type AppId, PorticoError, type ReleaseDigest } from '../../sandbox/contract/index.ts';
import type { PartnerKey, StaffKey } from '../identity/index.ts';
import type { ReleaseRecord } from '../publishing/index.ts';
import type { Approval } from './trust.ts';

/** Two people: the number is also a constraint of review's tables and of the container's verifier. */
const APPROVALS_NEEDED = 2;

export const approvalStatement = (appId: AppId, digest: ReleaseDigest): string =>
  `portico-approval-v1\n${appId}\n${digest}`;
export const releaseStatement = (appId: AppId, digest: string): string => `portico-release-v1\n${appId}\n${digest}`;

/** What trust signs must hold on its own, whatever another module said: everything is checked again from the bytes. */
export interface ReleaseEvidence {
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  readonly release: ReleaseRecord;
  readonly owner: string | undefined;
  readonly partnerKey: PartnerKey | undefined;
  readonly approvals: readonly Approval[];
  readonly staffKeys: readonly StaffKey[];
}

/** @throws PorticoError ERR_TRUST_RELEASE_MISMATCH, ERR_TRUST_PARTNER_SIGNATURE_INVALID, ERR_TRUST_APPROVALS_INVALID */
export function assertSignable(evidence: ReleaseEvidence): void {
  const { appId, digest, release, owner, partnerKey } = evidence;
  const hash = createHash('sha256').update(release.manifestBytes).digest('hex');
  if (hash !== digest || release.digest !== digest || release.appId !== appId || release.manifest.appId !== appId) {
    throw new PorticoError('ERR_TRUST_RELEASE_MISMATCH', { data: { appId, digest } });
  }
  const { signature } = release.partnerSignature;
  if (
    owner !== release.partnerId ||
    partnerKey?.partnerId !== release.partnerId ||
    !partnerKey.uses.includes('release') ||
    !isSignedBy(partnerKey.publicKey, releaseStatement(appId, digest), signature)
  ) {
    throw new PorticoError('ERR_TRUST_PARTNER_SIGNATURE_INVALID', { data: { appId, digest } });
  }
  const approvers = validApprovers(evidence);
  if (approvers < APPROVALS_NEEDED) {
    throw new PorticoError('ERR_TRUST_APPROVALS_INVALID', { data: { appId, digest, valid: approvers } });
  }
}

/** People, not signatures: somebody with two keys is one, and one key shared by two names is one. */
function validApprovers({ appId, digest, approvals, staffKeys }: ReleaseEvidence): number {
  const valid = approvals.filter(({ staffId, keyId, signature }) => {
    const key = staffKeys.find((candidate) => candidate.keyId === keyId && candidate.staffId === staffId);
    return key !== undefined && isSignedBy(key.publicKey, approvalStatement(appId, digest), signature);
  });
  const people = new Set(valid.map((approval) => approval.staffId)).size;
  const keys = new Set(valid.map((approval) => approval.keyId)).size;
  return Math.min(people, keys);
}

/** Ed25519 (RFC 8032); key and signature are base64url. Anything malformed is no signature. */
export function isSignedBy(publicKey: string, statement: string, signature: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url');
  const sig = Buffer.from(signature, 'base64url');
  if (raw.length !== 32 || sig.length !== 64) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(statement, 'utf8'), key, sig);
}
