/** One request to the registry: same origin, JSON both ways, a deadline, and every failure a `PorticoError`. */
import { type ErrorCode, isErrorCode, PorticoError } from '../../../sandbox/contract/index.ts';
import type { Read } from './shape.ts';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call is given up; 15 000 unless told. */
  readonly deadlineMs?: number;
  /** Goes on when the page is left; 64 kB at most. */
  readonly keepalive?: boolean;
  /** Media type of the answer; JSON unless told. */
  readonly accept?: string;
}
export interface Call<T> extends Omit<Asked, 'accept'> {
  readonly read: Read<T>;
}
export type Open = (asked: Asked) => Promise<Response>;
export type Request = <T>(call: Call<T>) => Promise<T>;

const JSON_TYPE = 'application/json';

const DEADLINE_MS = 15_000;
/** Cookies that grew too large are answered with 431 and cleared by the server; the same request then fits. */
const HEADERS_TOO_LARGE = 431;

const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'ERR_PLATFORM_BAD_REQUEST',
  403: 'ERR_PLATFORM_CROSS_SITE',
  404: 'ERR_PLATFORM_NOT_FOUND',
  421: 'ERR_PLATFORM_WRONG_HOST',
  429: 'ERR_PLATFORM_RATE',
  500: 'ERR_PLATFORM_INTERNAL',
};

/** Sends a request and gives the response once its head is there and says success. Deadline and signal hold for its body. */
export function createOpen(fetch: typeof globalThis.fetch): Open {
  return async ({
    method = 'GET',
    path,
    body,
    signal,
    deadlineMs = DEADLINE_MS,
    keepalive = false,
    accept = JSON_TYPE,
  }) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const init: RequestInit = {
      method,
      keepalive,
      credentials: 'same-origin',
      headers: { accept, ...(body === undefined ? {} : { 'content-type': JSON_TYPE }) },
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    let response: Response;
    let received: string;
    try {
      response = await fetch(path, init);
      if (response.status === HEADERS_TOO_LARGE) response = await fetch(path, init);
      if (response.ok) return response;
      received = await response.text();
    } catch (cause) {
      throw networkFault(cause, signal);
    }
    throw readProblem(response.status, parseProblem(received));
  };
}

export function createRequest(fetch: typeof globalThis.fetch): Request {
  const open = createOpen(fetch);
  return async ({ read, ...call }) => {
    const response = await open(call);
    const received = await response.text().catch((cause: unknown) => {
      throw networkFault(cause, call.signal);
    });
    return read(received === '' ? undefined : parseJson(received, call.path), call.path);
  };
}

function parseJson(received: string, path: string): unknown {
  try {
    return JSON.parse(received);
  } catch (cause) {
    throw new PorticoError('ERR_CONTAINER_BAD_ANSWER', { detail: `${path} is not JSON.`, cause });
  }
}

/** A proxy's error page is not JSON; its status says enough. */
function parseProblem(received: string): unknown {
  try {
    return JSON.parse(received);
  } catch {
    return undefined;
  }
}

export function networkFault(cause: unknown, signal: AbortSignal | undefined): PorticoError {
  return new PorticoError(signal?.aborted ? 'ERR_BRIDGE_ABORTED' : 'ERR_CONTAINER_OFFLINE', { cause });
}

/** Reads problem+json (RFC 9457) with our `code` member, all of it kept as `data`; anything else is judged by its status. */
export function readProblem(status: number, answer: unknown): PorticoError {
  const problem = typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {};
  const code = isErrorCode(problem.code) ? problem.code : (byStatus[status] ?? 'ERR_PLATFORM_UNAVAILABLE');
  const { detail } = problem;
  return new PorticoError(code, { data: problem, ...(typeof detail === 'string' ? { detail } : {}) });
}
