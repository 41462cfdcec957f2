import { PorticoError } from '../../sandbox/contract/index.ts';
import type { TrustState } from '../state/trust.ts';

/** Money and identity wait for fresh metadata: an app that was revoked while we could not hear of it must not get either. */
export async function assertFresh(trust: TrustState): Promise<void> {
  if ((await trust.freshness()) !== 'fresh') throw new PorticoError('ERR_CONTAINER_OFFLINE');
}
