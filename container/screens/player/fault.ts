/** Why an app is not on the screen, in the few ways that mean something different to the customer. */
import { type ErrorCode, PorticoError } from '../../../sandbox/contract/index.ts';

export type PlayerFault =
  /** The network is away and the app, or what proves it, is not on the device. */
  | { readonly kind: 'needs-network' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'revoked'; readonly reason: string }
  | { readonly kind: 'unknown-app' }
  /** The release that was running is no longer the current one. */
  | { readonly kind: 'replaced' }
  /** Its bytes or signatures are not what the bank approved. */
  | { readonly kind: 'not-genuine'; readonly code: ErrorCode }
  /** It speaks another version of the bridge than this page, which may be older than the bank's newest. */
  | { readonly kind: 'outdated' }
  /** It is a site that this browser cannot keep apart: there is no service worker. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'slow' }
  /** It runs and no longer answers. */
  | { readonly kind: 'hung' }
  /** It sent more than any app may, and was ended for that. */
  | { readonly kind: 'flooding' }
  /** It tried to get out of its frame, and was ended for that. */
  | { readonly kind: 'stopped' }
  /** Out of sight it took the keyboard, and was ended for that. */
  | { readonly kind: 'intruding' }
  | { readonly kind: 'crashed'; readonly code: ErrorCode }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'level'; readonly level: number };

/** Kinds that say all there is to say. */
type Bare =
  | 'needs-network'
  | 'offline'
  | 'slow'
  | 'hung'
  | 'flooding'
  | 'stopped'
  | 'unsupported'
  | 'replaced'
  | 'outdated';
const kinds: Partial<Record<ErrorCode, Bare>> = {
  ERR_REALM_UNREACHABLE: 'needs-network',
  ERR_REALM_NOT_READY: 'slow',
  ERR_REALM_NO_SERVICE_WORKER: 'unsupported',
  ERR_REALM_REPLACED: 'replaced',
  ERR_REALM_NOT_CLEARED: 'needs-network',
  ERR_REALM_NAVIGATED: 'stopped',
  ERR_CONTAINER_OFFLINE: 'offline',
  ERR_CONTAINER_NEEDS_NETWORK: 'needs-network',
  ERR_TRUST_UNREACHABLE: 'needs-network',
  ERR_TRUST_EXPIRED: 'needs-network',
  ERR_TRUST_BLOB_UNAVAILABLE: 'needs-network',
  ERR_REALM_UNRESPONSIVE: 'hung',
  ERR_BRIDGE_VERSION: 'outdated',
  ERR_BRIDGE_DEADLINE: 'slow',
  ERR_BRIDGE_RATE: 'flooding',
  ERR_BRIDGE_TOO_LARGE: 'flooding',
};
const STORAGE_FAULTS: readonly ErrorCode[] = ['ERR_TRUST_STORAGE_FULL', 'ERR_TRUST_STORAGE_FAILED'];

export function faultOf(code: ErrorCode): PlayerFault {
  const kind = kinds[code];
  if (kind) return { kind };
  if (code === 'ERR_TRUST_REVOKED') return { kind: 'revoked', reason: '' };
  if (STORAGE_FAULTS.includes(code)) return { kind: 'crashed', code };
  return code.startsWith('ERR_TRUST_') ? { kind: 'not-genuine', code } : { kind: 'crashed', code };
}

export const faultOfError = (error: unknown): PlayerFault =>
  faultOf(error instanceof PorticoError ? error.code : 'ERR_BRIDGE_INTERNAL');
