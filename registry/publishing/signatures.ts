import { createPublicKey, verify } from 'node:crypto';
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';

/** What a partner signs: this very app in this very form. */
export const releaseText = (appId: AppId, digest: ReleaseDigest): string => `portico-release-v1\n${appId}\n${digest}`;
/** What a reviewer signs; another first line, so that one signature never passes for the other. */
export const approvalText = (appId: AppId, digest: ReleaseDigest): string => `portico-approval-v1\n${appId}\n${digest}`;

const KEY = /^[A-Za-z0-9_-]{43}$/;
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;

/** Ed25519 (RFC 8032) over UTF-8 text; key and signature are base64url. Anything malformed is simply not a valid signature. */
export function verifyText(publicKey: string, text: string, signature: string): boolean {
  if (!KEY.test(publicKey) || !SIGNATURE.test(signature)) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
}
