import { PorticoError, type ReleaseDigest, type StaffId, type SubmissionId } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import { approvalText, type Publishing, type SubmissionRecord, verifyText } from '../publishing/index.ts';
import type { Review } from './review.ts';
import { reviewRoutes } from './routes.ts';
import { audit, findApprovals, insertApproval, lockDecisions, tablesOf } from './store.ts';

export interface Modules {
  readonly identity: Identity;
  readonly publishing: Publishing;
}

/** What a reviewer does to a submission; each is one transaction with its audit line in it. */
export interface Decisions {
  approve(given: {
    readonly staffId: StaffId;
    readonly submissionId: SubmissionId;
    readonly digest: ReleaseDigest;
    readonly keyId: string;
    readonly signature: string;
  }): Promise<SubmissionRecord>;
  reject(given: {
    readonly staffId: StaffId;
    readonly submissionId: SubmissionId;
    readonly reason: string;
  }): Promise<SubmissionRecord>;
}

export function createReview(platform: Platform, { identity, publishing }: Modules): Review {
  const decisions: Decisions = {
    async approve({ staffId, submissionId, digest, keyId, signature }) {
      const keys = await identity.staffKeys();
      const key = keys.find((candidate) => candidate.keyId === keyId && candidate.staffId === staffId);
      return await platform.db.transaction().execute(async (tx) => {
        const db = tablesOf(tx);
        await lockDecisions(db, submissionId);
        const submission = await publishing.submission(submissionId, tx);
        if (!submission) throw new PorticoError('ERR_PUBLISHING_UNKNOWN');
        if (submission.digest !== digest) throw new PorticoError('ERR_REVIEW_DIGEST');
        if (!key || !verifyText(key.publicKey, approvalText(submission.appId, digest), signature)) {
          throw new PorticoError('ERR_REVIEW_SIGNATURE');
        }
        const at = platform.clock.now();
        const before = await findApprovals(db, digest);
        // Said before the database says it, because one person approving twice reads better than "wrong state".
        if (before.some((approval) => approval.staffId === staffId)) throw new PorticoError('ERR_REVIEW_SAME_PERSON');
        const approval = { staffId, keyId, signature };
        await insertApproval(db, { submissionId, digest, ordinal: before.length + 1, at, ...approval });
        await audit(db, { at, actor: staffId, action: 'release.approved', submissionId, data: { digest, keyId } });
        if (before.length === 0) {
          await publishing.transition(tx, submissionId, 'IN_REVIEW', 'SECOND_APPROVAL', `staff:${staffId}`);
        } else {
          const { appId } = submission;
          await platform.outbox.add(tx, {
            topic: 'review.approved',
            key: appId,
            payload: { submissionId, appId, digest, approvals: [...before, approval] },
          });
        }
        return (await publishing.submission(submissionId, tx)) ?? submission;
      });
    },

    async reject({ staffId, submissionId, reason }) {
      return await platform.db.transaction().execute(async (tx) => {
        await lockDecisions(tablesOf(tx), submissionId);
        const submission = await publishing.submission(submissionId, tx);
        if (!submission) throw new PorticoError('ERR_PUBLISHING_UNKNOWN');
        const { state } = submission;
        const approvals = await findApprovals(tablesOf(tx), submission.digest);
        if ((state !== 'IN_REVIEW' && state !== 'SECOND_APPROVAL') || approvals.length > 1) {
          throw new PorticoError('ERR_REVIEW_STATE', { detail: `It is ${state}.` });
        }
        await publishing.transition(tx, submissionId, state, 'REJECTED', `staff:${staffId}`, reason);
        const at = platform.clock.now();
        await audit(tablesOf(tx), { at, actor: staffId, action: 'release.rejected', submissionId, data: { reason } });
        return (await publishing.submission(submissionId, tx)) ?? submission;
      });
    },
  };

  return {
    routes: reviewRoutes(platform, { identity, publishing, decisions }),
    approvals: (digest, tx = platform.db) => findApprovals(tablesOf(tx), digest),
  };
}
