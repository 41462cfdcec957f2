/** What the container believes about apps, and why: TUF 1.0 metadata verified on this device. */
export type { AppResolution, AppTrust, Freshness, RefreshOutcome, VerifiedRelease } from './app-trust.ts';
export { type AppTrustOptions, createAppTrust } from './create-app-trust.ts';
export { createIdbTrustStore } from './idb-trust-store.ts';
export type { TrustStore } from './trust-store.ts';
