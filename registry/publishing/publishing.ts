import type { FastifyPluginAsync } from 'fastify';
import type { AppId, FileDigest, PartnerId, ReleaseDigest, SubmissionId } from '../../sandbox/contract/index.ts';
import type { ReleaseFile, ReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import type { Database, Tx } from '../platform/platform.ts';
import type { Finding } from './engine/finding.ts';
import type { SubmissionState } from './states.ts';

export interface StateChange {
  readonly state: SubmissionState;
  readonly at: Date;
  /** `partner:<id>`, `staff:<id>` or the name of the module that moved it. */
  readonly by: string;
  /** What the partner is told about the step; only people give one. */
  readonly reason?: string;
}

export interface SubmissionRecord {
  readonly id: SubmissionId;
  readonly appId: AppId;
  readonly partnerId: PartnerId;
  readonly version: string;
  readonly digest: ReleaseDigest;
  readonly state: SubmissionState;
  readonly findings: readonly Finding[];
  readonly history: readonly StateChange[];
}

export interface ReleaseRecord {
  readonly submissionId: SubmissionId;
  readonly appId: AppId;
  readonly partnerId: PartnerId;
  readonly version: string;
  readonly digest: ReleaseDigest;
  readonly state: SubmissionState;
  readonly manifest: ReleaseManifest;
  /** The manifest's canonical bytes (JCS): the SHA-256 of exactly these is `digest`; trust publishes them as the target. */
  readonly manifestBytes: Uint8Array;
  readonly partnerSignature: { readonly keyId: string; readonly signature: string };
}

export interface Publishing {
  readonly routes: FastifyPluginAsync;
  submission(id: SubmissionId, tx?: Tx | Database): Promise<SubmissionRecord | undefined>;
  /** Oldest first. */
  submissionsIn(states: readonly SubmissionState[]): Promise<readonly SubmissionRecord[]>;
  /** Any submitted release, whatever its state: callers that serve must look at `state`. */
  release(digest: ReleaseDigest, tx?: Tx | Database): Promise<ReleaseRecord | undefined>;
  /**
   * Takes one step in the caller's transaction, with the row locked. `already` when the submission is in `to`: events come at least
   * once. Any other start than `from` is ERR_PUBLISHING_STATE, and so is a step that the table does not know.
   * `reason`, 1 to 2,000 characters, is read by the partner.
   * Trust moves SECOND_APPROVAL → SIGNED; rollout SIGNED → ROLLING → LIVE. A release that becomes LIVE supersedes the app's former one.
   */
  transition(
    tx: Tx,
    submissionId: SubmissionId,
    from: SubmissionState,
    to: SubmissionState,
    by: string,
    reason?: string,
  ): Promise<'moved' | 'already'>;
  /** One file of a submission, whatever its state and never for customers: reviewers read what they approve. */
  submittedFile(id: SubmissionId, path: string): Promise<Omit<ReleaseFile, 'path'> | undefined>;
  /** True when the file belongs to a release in one of SIGNED_STATES. */
  isServable(file: FileDigest): Promise<boolean>;
  /** As `isServable`, with what a response needs. */
  servableFile(file: FileDigest): Promise<{ readonly type: string; readonly size: number } | undefined>;
}
