import type { Logger } from 'pino';
import { Agent, type Dispatcher, errors, request } from 'undici';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import { headersDown } from './headers.ts';
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
interface AnswerHead {
  /** 200 to 599. */
  readonly status: number;
  /** As they may reach the app. */
  readonly headers: Readonly<Record<string, string>>;
}
export interface BackendAnswer extends AnswerHead {
  readonly body: Uint8Array;
}
export interface StreamedAnswer extends AnswerHead {
  /** Throws as the client does. Leaving it early, or aborting the call, hangs up on the back end. */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface BackendClient {
  /** Throws ERR_GATEWAY_TIMEOUT, _UNREACHABLE, _PRIVATE_ADDRESS, _REDIRECT, _ANSWER_REFUSED, _RESPONSE_TOO_LARGE or _ABANDONED. */
  send(call: BackendCall): Promise<BackendAnswer>;
  /** Answers once the head is there; a longer body and longer silences are allowed, the whole time is the same. */
  stream(call: BackendCall): Promise<StreamedAnswer>;
  close(): Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HIGHEST_STATUS = 599;
const TIMEOUTS = [errors.HeadersTimeoutError, errors.BodyTimeoutError, errors.ConnectTimeoutError];
const LIMITS: Readonly<Record<'firstByteMs' | 'wholeAnswerMs', number>> = netQuotas;

/**
 * The registry's usual client cannot be used here: it may reach private addresses, and a partner chooses these names.
 * Mapped back ends (development) go to loopback; all others to public addresses only. Redirects are not followed.
 */
export function createBackendClient(log: Logger, { firstByteMs, wholeAnswerMs } = LIMITS): BackendClient {
  const timing = { headersTimeout: firstByteMs, keepAliveTimeout: 4_000 };
  const toPublic = new Agent({ connect: { lookup: lookupPublic, timeout: firstByteMs }, ...timing });
  const toLoopback = new Agent({ connect: { timeout: firstByteMs }, ...timing });

  /** @param bodyTimeout longest silence inside the body, in ms; time in which nobody reads it does not count */
  async function open(
    { target, method, headers, body, signal }: BackendCall,
    largest: number,
    bodyTimeout: number,
  ): Promise<StreamedAnswer> {
    if (!target.mapped) refusePrivateLiteral(target.url);
    const deadline = AbortSignal.timeout(wholeAnswerMs);
    const failure = (cause: unknown): PorticoError => {
      if (signal.aborted) return new PorticoError('ERR_GATEWAY_ABANDONED', { cause });
      if (cause instanceof PorticoError) return cause;
      if (cause instanceof errors.HeadersOverflowError) {
        return new PorticoError('ERR_GATEWAY_ANSWER_REFUSED', { detail: 'Its headers are larger than 16 kB.' });
      }
      const timedOut = deadline.aborted || TIMEOUTS.some((kind) => cause instanceof kind);
      // Logged here and not carried as `cause`: a refused connection there would be taken for one to our database.
      log.warn({ backend: target.audience, err: cause }, 'a back end did not answer');
      return new PorticoError(timedOut ? 'ERR_GATEWAY_TIMEOUT' : 'ERR_GATEWAY_UNREACHABLE');
    };
    try {
      const answer = await request(target.url, {
        dispatcher: target.mapped ? toLoopback : toPublic,
        method,
        headers: { ...headers, 'accept-encoding': 'identity' },
        body: body ?? null,
        bodyTimeout,
        signal: AbortSignal.any([signal, deadline]),
      });
      // Its reader hears of a fault by reading. A body that is left early, or that nobody has begun to read when the app
      // hangs up, tells by an event as well, which without a listener would end the process.
      answer.body.on('error', () => undefined);
      try {
        return { ...headOf(answer), body: capped(answer.body, largest, failure) };
      } catch (refusal) {
        answer.body.destroy();
        throw refusal;
      }
    } catch (cause) {
      throw failure(cause);
    }
  }

  return {
    async send(call) {
      const { body, ...head } = await open(call, netQuotas.response, firstByteMs);
      const parts: Uint8Array[] = [];
      for await (const bytes of body) parts.push(bytes);
      return { ...head, body: Buffer.concat(parts) };
    },
    stream: (call) => open(call, netQuotas.stream, wholeAnswerMs),
    async close() {
      await Promise.all([toPublic.close(), toLoopback.close()]);
    },
  };
}

/** @throws PorticoError for a head that is not passed on */
function headOf({ statusCode, headers }: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>): AnswerHead {
  if (REDIRECTS.has(statusCode)) throw new PorticoError('ERR_GATEWAY_REDIRECT');
  if (statusCode > HIGHEST_STATUS) {
    throw new PorticoError('ERR_GATEWAY_ANSWER_REFUSED', { detail: `Its status is ${statusCode}.` });
  }
  return { status: statusCode, headers: headersDown(headers) };
}

/** Stops reading, and so the sender, at the first byte too many. */
async function* capped(
  body: AsyncIterable<Uint8Array>,
  largest: number,
  failure: (cause: unknown) => PorticoError,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const bytes of body) {
      size += bytes.length;
      if (size > largest) throw new PorticoError('ERR_GATEWAY_RESPONSE_TOO_LARGE');
      yield bytes;
    }
  } catch (cause) {
    throw failure(cause);
  }
}
