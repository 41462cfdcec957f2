import { type LookupAddress, type LookupOptions, lookup as resolveName } from 'node:dns';
import { Agent, fetch as undiciFetch } from 'undici';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { HttpFetch } from '../platform.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * The registry's own HTTP client. Node does not resolve `*.localhost`; browsers do, to loopback, and so do we
 * (RFC 6761 section 6.3). A fault of the network ends in ERR_PLATFORM_UPSTREAM, running out of `timeoutMs`
 * (default 10 s, body included) in ERR_PLATFORM_UPSTREAM_TIMEOUT; the caller's own abort is passed on as it is.
 */
export function createFetch(): { fetch: HttpFetch; close: () => Promise<void> } {
  const agent = new Agent({ connect: { lookup }, keepAliveTimeout: 4_000, headersTimeout: 60_000 });
  const fetch: HttpFetch = async (url, init = {}) => {
    const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, ...rest } = init;
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      // The two declarations of the same web API (undici's, and the one @types/node brings) are not assignable.
      const options = { ...rest, signal: either, dispatcher: agent } as unknown as Parameters<typeof undiciFetch>[1];
      return (await undiciFetch(url, options)) as unknown as Response;
    } catch (cause) {
      if (signal?.aborted) throw cause;
      const { host } = new URL(url);
      if (timeout.aborted) throw new PorticoError('ERR_PLATFORM_UPSTREAM_TIMEOUT', { detail: host, cause });
      throw new PorticoError('ERR_PLATFORM_UPSTREAM', { detail: host, cause });
    }
  };
  return { fetch, close: () => agent.close() };
}

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

function lookup(hostname: string, options: LookupOptions, done: LookupCallback): void {
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost')) {
    resolveName(hostname, options, done);
    return;
  }
  const loopback: LookupAddress[] = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  if (options.all) done(null, loopback);
  else done(null, '127.0.0.1', 4);
}
