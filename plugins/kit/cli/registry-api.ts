import { PorticoError } from '../../../sandbox/contract/index.ts';

/** A refusal of the registry (RFC 9457), in its own words. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fix: string | undefined;
}

export type Answer = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly problem: Problem };

export interface RegistryApi {
  call(method: 'GET' | 'POST', path: string, options?: CallOptions): Promise<Answer>;
}
interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** Uploading 20 MB over a slow line takes a while. */
const TIMEOUT_MS = 120_000;

/** Speaks with a registry as a partner. Throws ERR_CLI_UNREACHABLE or ERR_CLI_ANSWER; refusals are answers. */
export function createRegistryApi(registry: string, token: string): RegistryApi {
  const base = parseAddress(registry);
  return {
    async call(method, path, { headers = {}, body } = {}) {
      const response = await send(new URL(path, base), {
        method,
        headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/json' },
        ...(body !== undefined && { body }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = await readJson(response);
      return response.ok ? { ok: true, body: answer } : { ok: false, problem: asProblem(response.status, answer) };
    },
  };
}

/** An https address, or http on this machine; ERR_CLI_USAGE for anything else. */
export function parseAddress(registry: string): URL {
  const address = URL.canParse(registry) ? new URL(registry) : undefined;
  const isLoopback = address !== undefined && /^(?:127\.0\.0\.1|\[::1\]|localhost)$/.test(address.hostname);
  // A token is worth as much as the line it travels on.
  if (address?.protocol === 'https:' || (address?.protocol === 'http:' && isLoopback)) return address;
  throw new PorticoError('ERR_CLI_USAGE', {
    detail: '--registry is an https address, or http on this machine, such as http://127.0.0.1:8080.',
  });
}

async function send(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new PorticoError('ERR_CLI_UNREACHABLE', { detail: `There is no answer from ${url.origin}.`, cause });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new PorticoError('ERR_CLI_ANSWER', { detail: `Status ${response.status}, and no JSON.`, cause });
  }
}

function asProblem(status: number, value: unknown): Problem {
  const { code, title, detail, fix } = isObject(value) ? value : {};
  const text = (part: unknown) => (typeof part === 'string' ? part : undefined);
  return {
    status,
    code: text(code) ?? 'ERR_CLI_ANSWER',
    title: text(title) ?? `The registry answered ${status}.`,
    detail: text(detail),
    fix: text(fix),
  };
}

export function problemText({ code, title, detail, fix }: Problem): string {
  return [`${[title, detail].filter(Boolean).join(' ')} [${code}]`, ...(fix ? [fix] : [])].join('\n');
}

export interface Submission {
  readonly id: string;
  readonly appId: string;
  readonly version: string;
  readonly digest: string;
  readonly state: string;
}

export function parseSubmission(value: unknown): Submission {
  const { id, appId, version, digest, state } = isObject(value) ? value : {};
  for (const member of [id, appId, version, digest, state]) {
    if (typeof member !== 'string') throw new PorticoError('ERR_CLI_ANSWER', { detail: 'It is no submission.' });
  }
  return { id, appId, version, digest, state } as Submission;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
