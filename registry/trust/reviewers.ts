import type { Identity, StaffKey } from '../identity/index.ts';
import type { Tx } from '../platform/platform.ts';
import { parseReviewers, REVIEWERS_PATH, reviewersDocument } from './documents.ts';
import type { TargetEdit } from './repository.ts';
import { currentTarget } from './store.ts';

export interface Reviewers {
  /** What must be published so that containers know every one of `keys`; empty when they do already. */
  editsFor(tx: Tx, keys?: readonly StaffKey[]): Promise<readonly TargetEdit[]>;
}

/**
 * `reviewers.json` only grows: somebody who left the bank did approve what they approved, and their releases must go on
 * opening. New approvals are checked against active people before anything is signed.
 */
export function createReviewers(identity: Pick<Identity, 'staffKeys'>): Reviewers {
  return {
    async editsFor(tx, keys) {
      const active = keys ?? (await identity.staffKeys());
      const current = await currentTarget(tx, REVIEWERS_PATH);
      const listed = current ? parseReviewers(current) : [];
      const added = active.filter((key) => !listed.some((known) => known.keyId === key.keyId));
      if (current && added.length === 0) return [];
      return [{ role: 'targets', path: REVIEWERS_PATH, bytes: reviewersDocument([...listed, ...added]) }];
    },
  };
}
