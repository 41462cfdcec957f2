import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { isPublicAddress } from '../platform/index.ts';

export interface Post {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}
/** Sends a POST and returns the status; the answer's body is not read. */
export type Send = (post: Post) => Promise<{ readonly status: number }>;

/** A host name's addresses, as the system's resolver sees them. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const systemResolve: Resolve = (host) =>
  new Promise((done, fail) => {
    resolve(host, { all: true }, (error, addresses) => (error ? fail(error) : done(addresses)));
  });

/**
 * Requests to addresses that partners chose, from inside the bank's network. A name is resolved once, by the connection
 * itself, and the connection goes to the very address that was checked, so a name that changes between two look-ups
 * (DNS rebinding) gains nothing. One address that is not public refuses the name. https only; no redirects; no proxy.
 */
export function createPublicSend(resolveHost: Resolve = systemResolve): { send: Send; close: () => Promise<void> } {
  const lookup: LookupFunction = (host, options, done) => {
    resolveHost(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
          done(new PorticoError('ERR_WEBHOOK_ADDRESS'), '', 0);
        } else if (options.all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
  // Every request resolves anew and no connection outlives it, so nothing is reused across partners.
  const agent = new Agent({ connect: { lookup }, pipelining: 0, maxResponseSize: 65_536 });

  return {
    async send({ url, headers, body, timeoutMs }) {
      if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
        throw new PorticoError('ERR_WEBHOOK_URL');
      // Literal addresses are connected to without a look-up, so they are checked here.
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PorticoError('ERR_WEBHOOK_ADDRESS');
      try {
        const response = await undiciFetch(url, {
          method: 'POST',
          headers,
          body,
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          dispatcher: agent,
        });
        await response.body?.cancel();
        return { status: response.status };
      } catch (error) {
        throw refusal(error) ?? error;
      }
    },
    close: () => agent.close(),
  };
}

/** fetch hides what the connection said in `cause`. */
function refusal(error: unknown): PorticoError | undefined {
  if (error instanceof PorticoError) return error;
  return error instanceof Error && error.cause !== undefined ? refusal(error.cause) : undefined;
}
