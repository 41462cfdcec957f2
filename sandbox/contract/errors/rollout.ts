import type { ErrorTable } from './entry.ts';

export const rolloutErrors = {
  ERR_ROLLOUT_NOT_SIGNED: {
    status: 409,
    says: 'Customers can only be pointed at a release that has been signed.',
    fix: 'Wait until two reviewers have approved the release and it is signed.',
  },
  ERR_ROLLOUT_OTHER_APP: {
    status: 409,
    says: 'The release belongs to another mini-app.',
    fix: 'Use the digest of a release of this mini-app.',
  },
  ERR_ROLLOUT_NOT_LIVE: {
    status: 404,
    says: 'No release of this mini-app is rolled out.',
    fix: 'Check the app id; a release is rolled out after two approvals, unless it is revoked.',
  },
} as const satisfies ErrorTable;
