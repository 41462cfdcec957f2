import type { ErrorTable } from './entry.ts';

export const reviewErrors = {
  ERR_REVIEW_DIGEST: {
    status: 409,
    says: 'The digest is not that of the submission.',
    fix: 'Reload the submission and read the release again before you approve it.',
  },
  ERR_REVIEW_SIGNATURE: {
    status: 403,
    says: 'The approval is not signed by a key of this reviewer.',
    fix: 'Sign the text "portico-approval-v1", app id and digest, each on a line, with your registered approval key.',
  },
  ERR_REVIEW_SAME_PERSON: {
    status: 409,
    says: 'You have approved this release already; a second person must read it.',
    fix: 'Leave it to another reviewer.',
  },
  ERR_REVIEW_AFFILIATED: {
    status: 403,
    says: 'You belong to the partner of this release.',
    fix: 'Leave it to a reviewer who has no part in that partner.',
  },
  ERR_REVIEW_STATE: {
    status: 409,
    says: 'The submission is not waiting for a review.',
    fix: 'Reload the queue; somebody else may have decided.',
  },
  ERR_REVIEW_FILE_UNKNOWN: {
    status: 404,
    says: 'The submission has no such file.',
    fix: 'Take the path from the list of files of the submission.',
  },
} as const satisfies ErrorTable;
