/**
 * Signed partner requests. The partner signs, with an `api` key (Ed25519), the text
 * `portico-request-v1\n<METHOD>\n<path?query>\n<SHA-256 of the body, hex>\n<unix seconds>\n<nonce>`
 * and sends it as Portico-Key-Id, Portico-Timestamp, Portico-Nonce and Portico-Signature (base64url).
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Context, secondsAfter } from '../context.ts';
import type { PartnerKey, SignedPartnerCaller } from '../identity.ts';
import { verifyEd25519 } from '../keys/ed25519.ts';
import { seenFirst } from '../seen-once.ts';

export const LARGEST_CLOCK_DIFFERENCE_SECONDS = 300;

const KEY_ID = /^[0-9a-f]{32}$/;
const TIMESTAMP = /^[1-9][0-9]{9}$/;
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;

export interface RequestToSign {
  readonly method: string;
  /** As on the request line: path and query. */
  readonly target: string;
  readonly bodySha256: string;
  readonly timestamp: string;
  readonly nonce: string;
}

export function textToSign({ method, target, bodySha256, timestamp, nonce }: RequestToSign): string {
  return ['portico-request-v1', method, target, bodySha256, timestamp, nonce].join('\n');
}

function header(request: FastifyRequest, name: string, form: RegExp): string {
  const value = request.headers[name];
  if (typeof value !== 'string' || !form.test(value)) {
    throw new PorticoError('ERR_IDENTITY_SIGNATURE_REFUSED', { detail: `Header ${name} is missing or malformed.` });
  }
  return value;
}

/** The nonce is spent last, and only by a signature that verifies, so that nobody else can spend it. */
export async function partnerBySignature(
  context: Context,
  findKey: (keyId: string) => Promise<PartnerKey | undefined>,
  request: FastifyRequest,
): Promise<SignedPartnerCaller> {
  const keyId = header(request, 'portico-key-id', KEY_ID);
  const timestamp = header(request, 'portico-timestamp', TIMESTAMP);
  const nonce = header(request, 'portico-nonce', NONCE);
  const signature = header(request, 'portico-signature', /^[A-Za-z0-9_-]{86}$/);

  const signedAt = new Date(Number(timestamp) * 1000);
  const difference = Math.abs(context.clock.now().getTime() - signedAt.getTime()) / 1000;
  if (difference > LARGEST_CLOCK_DIFFERENCE_SECONDS) {
    throw new PorticoError('ERR_IDENTITY_TIMESTAMP_REFUSED', {
      data: { serverTime: context.clock.now().toISOString() },
    });
  }

  const key = await findKey(keyId);
  const text = textToSign({
    method: request.method,
    target: request.raw.url ?? '',
    bodySha256: createHash('sha256').update(bodyOf(request)).digest('hex'),
    timestamp,
    nonce,
  });
  if (!key?.uses.includes('api') || !verifyEd25519(key.publicKey, text, signature)) {
    throw new PorticoError('ERR_IDENTITY_SIGNATURE_REFUSED');
  }

  const expires_at = secondsAfter(signedAt, LARGEST_CLOCK_DIFFERENCE_SECONDS + 1);
  if (!(await seenFirst(context.db, { kind: 'request', owner: keyId, nonce, expires_at }))) {
    throw new PorticoError('ERR_IDENTITY_NONCE_REUSED');
  }
  return { partnerId: key.partnerId, keyId };
}

/** The bytes as they came. A body that was read without keeping them cannot be verified, so it is refused. */
function bodyOf(request: FastifyRequest): Uint8Array {
  if (request.rawBody !== undefined) return request.rawBody;
  if (request.body === undefined || request.body === null) return new Uint8Array();
  throw new PorticoError('ERR_IDENTITY_SIGNATURE_REFUSED', { detail: 'Signed requests carry JSON.' });
}
