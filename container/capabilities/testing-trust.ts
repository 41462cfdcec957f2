import type { AppTrust, Freshness } from '../services/tuf/index.ts';

/** Metadata of one age, whatever is asked of it. */
export function trustBeing(freshness: Freshness): AppTrust {
  return {
    refresh: async () => ({ freshness, error: undefined }),
    knownApp: () => undefined,
    resolveApp: async () => ({ status: 'unknown' }),
    hasRevoked: async () => false,
    freshness: () => freshness,
    forget: async () => undefined,
  };
}
