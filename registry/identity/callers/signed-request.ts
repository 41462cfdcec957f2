/**
 * Signed partner requests. The partner signs, with an `api` key (Ed25519), the text
 * `portico-request-v1\n<METHOD>\n<path?query>\n<SHA-256 of the body, hex>\n<unix seconds>\n<nonce>`
 * and sends it as Portico-Key-Id, Portico-Timestamp, Portico-Nonce and Portico-Signature (base64url).
 */
import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import type { FastifyRequest, preParsingHookHandler } from 'fastify';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Context, secondsAfter } from '../context.ts';
import type { PartnerKey, SignedPartnerCaller } from '../identity.ts';
import { verifyEd25519 } from '../keys/ed25519.ts';
import { seenFirst } from '../seen-once.ts';

export const LARGEST_CLOCK_DIFFERENCE_SECONDS = 300;

const KEY_ID = /^[0-9a-f]{32}$/;
const TIMESTAMP = /^[1-9][0-9]{9}$/;
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
const EMPTY_BODY = createHash('sha256').digest('hex');

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

const digests = new WeakMap<FastifyRequest, string>();

/**
 * Digests the body exactly as it arrived, while Fastify's parser reads it: once parsed, the bytes are gone and
 * re-serialising would sign something else.
 */
export const digestBody: preParsingHookHandler = (request, _reply, payload, done) => {
  if (request.headers['portico-signature'] === undefined || request.routeOptions.config.caller !== 'partner') {
    done(null, payload);
    return;
  }
  done(null, (payload as Readable).pipe(digesting(request)));
};

function digesting(request: FastifyRequest): Transform & { receivedEncodedLength: number } {
  const hash = createHash('sha256');
  const stream = Object.assign(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        stream.receivedEncodedLength += chunk.length;
        done(null, chunk);
      },
      flush(done) {
        digests.set(request, hash.digest('hex'));
        done();
      },
    }),
    { receivedEncodedLength: 0 },
  );
  return stream;
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
  const bodySha256 = digests.get(request) ?? (request.body === undefined ? EMPTY_BODY : undefined);
  const text =
    bodySha256 && textToSign({ method: request.method, target: request.raw.url ?? '', bodySha256, timestamp, nonce });
  if (!key?.uses.includes('api') || !text || !verifyEd25519(key.publicKey, text, signature)) {
    throw new PorticoError('ERR_IDENTITY_SIGNATURE_REFUSED');
  }

  const expires_at = secondsAfter(signedAt, LARGEST_CLOCK_DIFFERENCE_SECONDS + 1);
  if (!(await seenFirst(context.db, { kind: 'request', owner: keyId, nonce, expires_at }))) {
    throw new PorticoError('ERR_IDENTITY_NONCE_REUSED');
  }
  return { partnerId: key.partnerId, keyId };
}
