import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { Agent, errors, request } from 'undici';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { FIRST_BYTE_MS, LARGEST_RESPONSE_BYTES, WHOLE_ANSWER_MS } from './limits.ts';
import { lookupPublic, refusePrivateLiteral } from './public-addresses.ts';
import type { Target } from './target.ts';

export interface BackendCall {
  readonly target: Target;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** Aborted when the app went away. */
  readonly signal: AbortSignal;
}
export interface BackendAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

export interface BackendClient {
  /** Throws ERR_GATEWAY_TIMEOUT, _UNREACHABLE, _PRIVATE_ADDRESS, _REDIRECT, _RESPONSE_TOO_LARGE or _ABANDONED. */
  send(call: BackendCall): Promise<BackendAnswer>;
  close(): Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TIMEOUTS = [errors.HeadersTimeoutError, errors.BodyTimeoutError, errors.ConnectTimeoutError];
const LIMITS = { firstByteMs: FIRST_BYTE_MS, wholeAnswerMs: WHOLE_ANSWER_MS };

/**
 * The registry's usual client cannot be used here: it may reach private addresses, and a partner chooses these names.
 * Mapped back ends (development) go to loopback; all others to public addresses only. Redirects are not followed.
 */
export function createBackendClient(log: Logger, { firstByteMs, wholeAnswerMs } = LIMITS): BackendClient {
  const timing = { headersTimeout: firstByteMs, bodyTimeout: firstByteMs, keepAliveTimeout: 4_000 };
  const toPublic = new Agent({ connect: { lookup: lookupPublic, timeout: firstByteMs }, ...timing });
  const toLoopback = new Agent({ connect: { timeout: firstByteMs }, ...timing });
  return {
    async send({ target, method, headers, body, signal }) {
      if (!target.mapped) refusePrivateLiteral(target.url);
      const deadline = AbortSignal.timeout(wholeAnswerMs);
      try {
        const answer = await request(target.url, {
          dispatcher: target.mapped ? toLoopback : toPublic,
          method,
          headers: { ...headers, 'accept-encoding': 'identity' },
          body: body ?? null,
          signal: AbortSignal.any([signal, deadline]),
        });
        if (REDIRECTS.has(answer.statusCode)) {
          answer.body.destroy();
          throw new PorticoError('ERR_GATEWAY_REDIRECT');
        }
        return { status: answer.statusCode, headers: answer.headers, body: await readCapped(answer.body) };
      } catch (cause) {
        if (signal.aborted) throw new PorticoError('ERR_GATEWAY_ABANDONED', { cause });
        if (cause instanceof PorticoError) throw cause;
        const timedOut = deadline.aborted || TIMEOUTS.some((kind) => cause instanceof kind);
        // Logged here and not carried as `cause`: a refused connection there would be taken for one to our database.
        log.warn({ backend: target.audience, err: cause }, 'a back end did not answer');
        throw new PorticoError(timedOut ? 'ERR_GATEWAY_TIMEOUT' : 'ERR_GATEWAY_UNREACHABLE');
      }
    },
    async close() {
      await Promise.all([toPublic.close(), toLoopback.close()]);
    },
  };
}

/** Stops reading, and so the sender, at the first byte too many. */
async function readCapped(body: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_RESPONSE_BYTES) throw new PorticoError('ERR_GATEWAY_RESPONSE_TOO_LARGE');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
