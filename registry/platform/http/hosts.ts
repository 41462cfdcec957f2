import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';

/** Which of our hosts a request names. Anything else is answered 421 before any route sees it. */
export type HostKind = 'container' | 'app' | 'console' | 'issuer' | 'loopback';

const LABEL = /^a-[a-z2-7]{20}$/;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/** What a request says of where it wants to go and where it comes from; Node's own message has this form. */
export type Addressed = Pick<IncomingMessage, 'url' | 'headers' | 'rawHeaders'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Reads the Host header. Exact text only: no trailing dot, no other port, no user part. A request that names its host
 * twice, or another one in its request line, is nobody's: whoever stands in front of us may have judged the other name
 * (RFC 9112 sections 3.2 and 3.2.2). The loopback hosts are for callers on this machine, whatever their Host header says.
 */
export function hostKindReader(config: Config): (request: Addressed) => HostKind | undefined {
  const container = new URL(config.publicOrigin).host;
  const staffed = new URL(config.consoleOrigin).host;
  const issuer = config.embeddedIssuer ? new URL(config.issuerOrigin).host : undefined;
  const suffix = `.${config.contentDomain}`;
  return (request) => {
    const host = request.headers.host?.toLowerCase();
    if (host === undefined || !request.url?.startsWith('/') || timesNamed(request, 'host') > 1) return undefined;
    if (host === container) return 'container';
    if (host === staffed) return 'console';
    if (host === issuer) return 'issuer';
    if (host.endsWith(suffix) && LABEL.test(host.slice(0, -suffix.length))) return 'app';
    return LOOPBACK.test(host) && isFromThisMachine(request) ? 'loopback' : undefined;
  };
}

function timesNamed({ rawHeaders }: Addressed, wanted: string): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === wanted).length;
}

const THIS_MACHINE = /^(?:::ffff:)?127\.|^::1$/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** A proxy on this machine is a local peer too, so what it passes on for others does not count. */
function isFromThisMachine({ socket, headers }: Addressed): boolean {
  return THIS_MACHINE.test(socket.remoteAddress ?? '') && !FORWARDED.some((name) => name in headers);
}
