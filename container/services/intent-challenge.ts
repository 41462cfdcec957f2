/**
 * The challenge of a payment, computed here from the intent that is shown. A server, or anyone between, that shows one
 * intent and has another one signed is found out because the two challenges differ.
 */

import { PorticoError } from '../../sandbox/contract/index.ts';
import { canonicalJson } from '../../sandbox/contract/json/index.ts';
import type { Intent } from './registry/payments.ts';

/** Keeps a signature for a payment from being one for anything else. */
const DOMAIN_TAG = 'portico-intent-v1\n';

/** base64url of SHA-256(domain tag ‖ JCS(intent)), RFC 8785. */
export async function intentChallenge(intent: Intent): Promise<string> {
  const bytes = new TextEncoder().encode(DOMAIN_TAG + canonicalJson(intent));
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/**
 * Throws ERR_CONTAINER_INTENT_MISMATCH unless `challenge` is the one of this intent, the intent is for the app that
 * asked and the customer who is signed in, and its funding adds up to its amount.
 */
export async function assertIntent(
  intent: Intent,
  offered: { readonly challenge: string; readonly attemptId: string },
  asker: { readonly appId: string; readonly userId: string },
): Promise<void> {
  const funded = intent.fundingLines.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n);
  const faults = [
    intent.appId !== asker.appId && 'another app',
    intent.userId !== asker.userId && 'another customer',
    intent.attemptId !== offered.attemptId && 'another attempt',
    funded !== BigInt(intent.amountMinor) && 'funding that does not add up',
    (await intentChallenge(intent)) !== offered.challenge && 'another challenge',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new PorticoError('ERR_CONTAINER_INTENT_MISMATCH', { detail: `It names ${faults[0]}.` });
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
