import { createHash } from 'node:crypto';
import { canonicalJson } from '../../sandbox/contract/json/index.ts';

/**
 * What the customer agrees to, complete: whoever changes any member asks for another signature. Amounts are decimal
 * strings in minor units. Canonical form is JCS (RFC 8785).
 */
export interface Intent {
  readonly orderId: string;
  readonly orderVersion: number;
  readonly attemptId: string;
  readonly appId: string;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly currency: string;
  readonly exponent: number;
  readonly amountMinor: string;
  readonly fundingLines: readonly { readonly kind: 'account'; readonly label: string; readonly amountMinor: string }[];
  readonly userId: string;
  /** 32 random bytes, base64url. */
  readonly nonce: string;
  /** ISO 8601 with milliseconds, UTC, database clock. */
  readonly expiresAt: string;
}

/** Keeps this signature from meaning anything in another protocol. */
const DOMAIN_TAG = 'portico-intent-v1\n';

export function canonicalIntent(intent: Intent): string {
  return canonicalJson(intent);
}

/** The 32 bytes a passkey signs for the canonical text of an intent: SHA-256(domain tag ‖ JCS). */
export function intentChallenge(canonical: string): Uint8Array {
  return createHash('sha256').update(DOMAIN_TAG).update(canonical, 'utf8').digest();
}
