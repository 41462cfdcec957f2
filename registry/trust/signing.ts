import {
  type AppId,
  PorticoError,
  parseAppId,
  parseReleaseDigest,
  parseStaffId,
  parseSubmissionId,
  type ReleaseDigest,
  type SubmissionId,
} from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import { assertSignable } from './approvals.ts';
import { releasePath } from './documents.ts';
import type { PartnerList } from './partner-list.ts';
import type { Repository } from './repository.ts';
import type { Reviewers } from './reviewers.ts';
import { audit, insertRelease, revocations, signedReleases } from './store.ts';
import type { Approval } from './trust.ts';

export interface ApprovedRelease {
  readonly submissionId: SubmissionId;
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  readonly approvals: readonly Approval[];
}

interface Signing {
  readonly platform: Platform;
  readonly identity: Pick<Identity, 'partners' | 'staffKeys'>;
  readonly publishing: Pick<Publishing, 'release' | 'transition'>;
  readonly repository: Repository;
  readonly reviewers: Reviewers;
  readonly partnerList: PartnerList;
}

/** The final word of these codes: trying again cannot change it, so the event is done. */
const REFUSALS: ReadonlySet<string> = new Set([
  'ERR_TRUST_RELEASE_UNKNOWN',
  'ERR_TRUST_RELEASE_MISMATCH',
  'ERR_TRUST_PARTNER_SIGNATURE_INVALID',
  'ERR_TRUST_APPROVALS_INVALID',
  'ERR_TRUST_REVOKED',
  // Withdrawn or rejected after the second approval.
  'ERR_PUBLISHING_STATE',
]);

/**
 * Answers `review.approved`: believes nothing of it but the names, checks all signatures again, and only then signs.
 * A refusal is audited and logged, and the submission stays where it is for people to look at.
 */
export function createSigning({ platform, identity, publishing, repository, reviewers, partnerList }: Signing) {
  const { db, clock, outbox, log, config } = platform;

  async function evidenceFor({ appId, digest, submissionId, approvals }: ApprovedRelease) {
    const release = await publishing.release(digest);
    if (!release || release.submissionId !== submissionId) {
      throw new PorticoError('ERR_TRUST_RELEASE_UNKNOWN', { data: { appId, digest } });
    }
    const [owner, partnerKey, staffKeys] = await Promise.all([
      identity.partners.ownerOf(appId),
      identity.partners.key(release.partnerSignature.keyId),
      identity.staffKeys(),
    ]);
    assertSignable({ appId, digest, release, owner, partnerKey, approvals, staffKeys });
    return { release, staffKeys };
  }

  async function signRelease(approved: ApprovedRelease): Promise<void> {
    const { appId, digest, submissionId } = approved;
    const { release, staffKeys } = await evidenceFor(approved);
    // Nothing beside the four members may get into signed metadata.
    const approvals = approved.approvals.map(({ staffId, keyId, signature }) => ({ staffId, keyId, signature }));
    const { partnerId } = release;
    const partnerSignature = { keyId: release.partnerSignature.keyId, signature: release.partnerSignature.signature };
    await db.transaction().execute(async (tx) => {
      const { epoch } = await repository.publish(tx, async (next) => {
        if ((await revocations(tx, { appId, digest })).length > 0) throw new PorticoError('ERR_TRUST_REVOKED');
        const audience = config.publicOrigin;
        return [
          ...(await reviewers.editsFor(tx, staffKeys)),
          // In the same publication: no container ever sees a release whose partner it cannot check.
          ...(await partnerList.editsFor(tx, [{ partnerId, appId, keyId: partnerSignature.keyId }])),
          {
            path: releasePath(appId, digest),
            bytes: release.manifestBytes,
            custom: { appId, audience, epoch: next, partnerId, partnerSignature, approvals },
          },
        ];
      });
      const signedAt = clock.now();
      await insertRelease(tx, { appId, digest, partnerId, submissionId, signedAt }, epoch);
      await publishing.transition(tx, submissionId, 'SECOND_APPROVAL', 'SIGNED', 'trust');
      await audit(tx, signedAt, 'trust', 'release.signed', { appId, digest, epoch });
      await outbox.add(tx, { topic: 'trust.signed', key: appId, payload: { submissionId, appId, digest } });
    });
    log.info({ appId, digest }, 'release signed');
  }

  return async function onApproved(payload: unknown): Promise<void> {
    const approved = parseApproved(payload);
    // Events come at least once; a release is signed once.
    if ((await signedReleases(db, { digest: approved.digest })).length > 0) return;
    try {
      await signRelease(approved);
    } catch (error) {
      if (!(error instanceof PorticoError) || !REFUSALS.has(error.code)) throw error;
      const { appId, digest } = approved;
      log.error({ code: error.code, appId, digest }, 'an approved release was not signed');
      await db
        .transaction()
        .execute((tx) => audit(tx, clock.now(), 'trust', 'release.refused', { appId, digest, code: error.code }));
    }
  };
}

/** @throws PorticoError ERR_TRUST_APPROVALS_INVALID: an event that review did not write. */
function parseApproved(payload: unknown): ApprovedRelease {
  const event = recordOf(payload);
  const submissionId = parseSubmissionId(event?.submissionId);
  const appId = parseAppId(event?.appId);
  const digest = parseReleaseDigest(event?.digest);
  const approvals = Array.isArray(event?.approvals) ? event.approvals.map(parseApproval) : [];
  if (!submissionId || !appId || !digest) throw new PorticoError('ERR_TRUST_APPROVALS_INVALID');
  return { submissionId, appId, digest, approvals: approvals.filter((approval) => approval !== undefined) };
}

function parseApproval(value: unknown): Approval | undefined {
  const approval = recordOf(value);
  const staffId = parseStaffId(approval?.staffId);
  const { keyId, signature } = approval ?? {};
  if (!staffId || typeof keyId !== 'string' || typeof signature !== 'string') return undefined;
  return { staffId, keyId, signature };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
