import type { Config } from '../config.ts';

/** Which of our hosts a request names. Anything else is answered 421 before any route sees it. */
export type HostKind = 'container' | 'app' | 'console' | 'issuer' | 'loopback';

const LABEL = /^a-[a-z2-7]{20}$/;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/** Reads the Host header (or HTTP/2 authority). Exact text only: no trailing dot, no other port, no user part. */
export function hostKindReader(config: Config): (host: string | undefined) => HostKind | undefined {
  const container = new URL(config.publicOrigin).host;
  const staffed = new URL(config.consoleOrigin).host;
  const issuer = config.embeddedIssuer ? new URL(config.issuerOrigin).host : undefined;
  const suffix = `.${config.contentDomain}`;
  return (header) => {
    const host = header?.toLowerCase();
    if (host === undefined) return undefined;
    if (host === container) return 'container';
    if (host === staffed) return 'console';
    if (host === issuer) return 'issuer';
    if (host.endsWith(suffix) && LABEL.test(host.slice(0, -suffix.length))) return 'app';
    return LOOPBACK.test(host) ? 'loopback' : undefined;
  };
}
