import { type LookupAddress, lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { isPublicAddress } from '../platform/index.ts';

/**
 * For `net.connect`: resolves once and connects to exactly what was checked, so a name that changes between check and
 * use (DNS rebinding) gains nothing. One address that is not public refuses them all.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || first === undefined) return done(error ?? new PorticoError('ERR_GATEWAY_UNREACHABLE'), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return done(new PorticoError('ERR_GATEWAY_PRIVATE_ADDRESS'), '', 0);
    }
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};

/** An address written into the URL is never looked up, so it is judged here. */
export function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PorticoError('ERR_GATEWAY_PRIVATE_ADDRESS');
}
