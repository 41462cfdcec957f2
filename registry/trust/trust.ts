import type { FastifyPluginAsync } from 'fastify';
import type { AppId, PartnerId, ReleaseDigest, StaffId, SubmissionId } from '../../sandbox/contract/index.ts';
import type { Tx } from '../platform/platform.ts';

/** A reviewer's signature over `portico-approval-v1\n<appId>\n<digest>`. */
export interface Approval {
  readonly staffId: StaffId;
  readonly keyId: string;
  /** base64url, Ed25519 (RFC 8032). */
  readonly signature: string;
}

/** What `custom` of a release target says (TUF 1.0 §4.5). The container checks each member. */
export interface ReleaseCustom {
  readonly appId: AppId;
  /** Public origin of the bank this release was signed for; a container of another bank refuses it. */
  readonly audience: string;
  /** Grows with every publication; equal to the version of the snapshot that first listed the target. */
  readonly epoch: number;
  readonly partnerId: PartnerId;
  readonly partnerSignature: { readonly keyId: string; readonly signature: string };
  readonly approvals: readonly Approval[];
}

/** Contents of `apps/<appId>.json`. */
export interface Pointer {
  readonly appId: AppId;
  readonly epoch: number;
  readonly releases: readonly { readonly digest: ReleaseDigest; readonly percent: number }[];
}

/** One line of `revocations.json`; exactly one of `appId` and `digest` is set. */
export interface Revocation {
  readonly appId: AppId | undefined;
  readonly digest: ReleaseDigest | undefined;
  readonly reason: string;
  readonly at: Date;
}

export interface SignedRelease {
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  readonly partnerId: PartnerId;
  readonly submissionId: SubmissionId;
  readonly signedAt: Date;
}

/** The kinds of change that other modules may ask to be published; trust alone adds releases, reviewers and revocations. */
export type TargetChange = {
  readonly kind: 'pointer';
  readonly appId: AppId;
  readonly releases: Pointer['releases'];
};

export interface Trust {
  /** `GET /tuf/…` and `POST /api/v1/trust/revocations`. */
  readonly routes: FastifyPluginAsync;
  /** Runs the first-start ceremony and brings metadata up to date. Idempotent; also run by the first request. */
  prepare(): Promise<void>;
  /**
   * Signs new metadata inside the caller's transaction, so that it becomes visible together with the caller's rows.
   * Takes the one-writer lock until the transaction ends. Refuses pointers at unsigned (ERR_ROLLOUT_NOT_SIGNED),
   * foreign (ERR_ROLLOUT_OTHER_APP) or revoked (ERR_TRUST_REVOKED) releases.
   */
  publish(tx: Tx, changes: readonly TargetChange[]): Promise<{ epoch: number }>;
  /** True once the release is signed; still true after a revocation, so ask `isRevoked` too. */
  isApproved(digest: ReleaseDigest): Promise<boolean>;
  isRevoked(appId: AppId, digest: ReleaseDigest): Promise<boolean>;
  /** The revocation in force for the app or the digest, the app's first. */
  revocation(appId: AppId, digest?: ReleaseDigest): Promise<Revocation | undefined>;
  signedRelease(digest: ReleaseDigest): Promise<SignedRelease | undefined>;
  pointer(appId: AppId): Promise<Pointer | undefined>;
}
