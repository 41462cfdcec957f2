/** `net.request`: to the app's own declared back ends, by name, through the registry's gateway. */
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { RegistryClient } from '../services/registry/index.ts';

export function netCapability(registry: Pick<RegistryClient, 'gateway'>): Pick<CapabilityHandlers, 'net.request'> {
  return {
    'net.request': async ({ backend, method, path, headers, body, encoding }, { appId, releaseDigest, signal }) => {
      const call = { appId, release: releaseDigest, backend, method, path, headers: { ...headers }, body, encoding };
      const answer = await registry.gateway.send(call, signal);
      return { ...answer, headers: { ...answer.headers } };
    },
  };
}
