import type { ErrorTable } from './entry.ts';

export const publishingErrors = {
  ERR_PUBLISHING_UNKNOWN: {
    status: 404,
    says: 'There is no such submission.',
    fix: 'Check the id; a submission is visible to its own partner only.',
  },
  ERR_PUBLISHING_RELEASE_KEY: {
    status: 403,
    says: 'The release key is not a release key of this partner.',
    fix: 'Register a key with `portico submit` without --key, or name one of your registered release keys.',
  },
  ERR_PUBLISHING_SIGNATURE: {
    status: 403,
    says: 'The release signature does not fit this package.',
    fix: 'Sign the text "portico-release-v1", app id and release digest, each on a line; `portico submit` does.',
  },
  ERR_PUBLISHING_VERSION: {
    status: 409,
    says: 'The version is not greater than the app’s latest one.',
    fix: 'Raise version.name in manifest.json and pack again.',
  },
  ERR_PUBLISHING_STATE: {
    status: 409,
    says: 'The submission is not in a state that allows this.',
    fix: 'Ask for its state and history, and do what that state allows.',
  },
} as const satisfies ErrorTable;
