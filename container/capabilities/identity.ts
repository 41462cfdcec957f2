/** `identity.login`: a one-time code for the partner's server; the app itself never learns who the customer is. */
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { TrustState } from '../state/trust.ts';
import { assertFresh } from './assert-fresh.ts';

export function identityCapability(
  app: OpenApp,
  registry: Pick<RegistryClient, 'identity'>,
  trust: TrustState,
): Pick<CapabilityHandlers, 'identity.login'> {
  return {
    'identity.login': async (_args, { appId, releaseDigest, signal }) => {
      await assertFresh(trust);
      if (appId !== app.release.appId) throw new PorticoError('ERR_BRIDGE_INTERNAL');
      const { code, expiresAt } = await registry.identity.loginCode(appId, releaseDigest, signal);
      return { code, expiresAt: expiresAt.toISOString() };
    },
  };
}
