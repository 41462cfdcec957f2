import { createHash } from 'node:crypto';
import type { PartnerKey } from './partner-key.ts';

export type SignedHeaders = Readonly<
  Record<'Portico-Key-Id' | 'Portico-Timestamp' | 'Portico-Nonce' | 'Portico-Signature', string>
>;

/**
 * Headers that prove a request to the registry comes from the partner.
 * The signature covers method, path with query, body, time and nonce, so none can be changed or used again.
 */
export function signRequest(
  key: PartnerKey,
  request: {
    readonly method: string;
    /** Path with query, exactly as sent, e.g. `/api/v1/orders?state=PAID`. */
    readonly path: string;
    /** The exact bytes sent, as text; empty when there is no body. */
    readonly body: string;
    readonly now: Date;
    /** Used once; at least 16 random bytes as text. */
    readonly nonce: string;
  },
): SignedHeaders {
  const timestamp = Math.floor(request.now.getTime() / 1000).toString();
  const bodyDigest = createHash('sha256').update(request.body, 'utf8').digest('hex');
  const signed = ['portico-request-v1', request.method, request.path, bodyDigest, timestamp, request.nonce].join('\n');
  return {
    'Portico-Key-Id': key.keyId,
    'Portico-Timestamp': timestamp,
    'Portico-Nonce': request.nonce,
    'Portico-Signature': key.sign(signed),
  };
}
