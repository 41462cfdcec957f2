import type { AppId, ErrorCode, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';

/** A release whose whole chain was verified on this device: root to bin, two approvals, audience, the signature of the partner that owns the app. */
export interface VerifiedRelease {
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  readonly manifest: ReleaseManifest;
  readonly partnerId: string;
  /** Verified legal name, for the app bar and the sheets. */
  readonly partnerName: string;
}

/** How old the trusted metadata is. `usable`: expired for at most 7 days; apps open, money and identity are refused. */
export type Freshness = 'fresh' | 'usable' | 'expired' | 'none';

export type AppResolution =
  | { readonly status: 'ready'; readonly release: VerifiedRelease }
  /** Opens, but `payment`, `identity` and `voucher` must be refused. `usableUntil` is 7 days after the expiry. */
  | {
      readonly status: 'expired-but-usable';
      readonly release: VerifiedRelease;
      readonly expiredAt: Date;
      readonly usableUntil: Date;
    }
  | { readonly status: 'revoked'; readonly reason: string; readonly at: Date }
  /** The registry's metadata says that there is no such app. */
  | { readonly status: 'unknown' }
  /** Nothing usable on this device and the registry is out of reach or lied; `code` says which. */
  | { readonly status: 'needs-network'; readonly code: ErrorCode };

export interface RefreshOutcome {
  readonly freshness: Freshness;
  /** Why the refresh did not bring fresh metadata; the state trusted before stays in use. */
  readonly error: ErrorCode | undefined;
}

export interface AppTrust {
  /**
   * Brings metadata up to date. Calls made while a round is under way share one further round, because what made them
   * may be newer. Never throws for what the network did: a failed refresh leaves the old state.
   */
  refresh(now: Date): Promise<RefreshOutcome>;
  /** Answers from trusted metadata, fetching only what is missing; refreshes first when it is not fresh. */
  resolveApp(appId: AppId, now: Date): Promise<AppResolution>;
  /** What `resolveApp` would answer, where that is known without asking anybody: of metadata that is fresh. */
  knownApp(appId: AppId, now: Date): AppResolution | undefined;
  /**
   * Whether the bank has taken back its trust in the app, or in any of these releases of it, as far as is known.
   * @throws PorticoError what reading the metadata throws
   */
  hasRevoked(appId: AppId, releases: readonly ReleaseDigest[], now: Date): Promise<boolean>;
  /** Ask before every payment, identity or voucher call: only `fresh` may go on. */
  freshness(now: Date): Freshness;
  /** Drops the pinned root and everything trusted since; development only, after ERR_TRUST_ROOT_CHANGED. */
  forget(): Promise<void>;
}
