/** What the container believes about apps, and why: TUF 1.0 metadata verified on this device. */
export type { AppResolution, AppTrust, Freshness, RefreshOutcome, VerifiedRelease } from './app-trust.ts';
