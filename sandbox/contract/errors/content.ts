import type { ErrorTable } from './entry.ts';

/** Errors of what app hosts and the container's host serve as files. */
export const contentErrors = {
  ERR_CONTENT_NOT_SERVED: {
    status: 404,
    says: 'This file or page is not part of a release that may be opened.',
    fix: 'Check that the release is signed and not revoked, and that the host belongs to this app.',
  },
  ERR_CONTENT_SERVICE_WORKER: {
    status: 403,
    says: 'A sealed mini-app may not install a service worker.',
    fix: 'Remove the registration; the container keeps the app’s files for offline use by itself.',
  },
  ERR_CONTENT_NOT_BUILT: {
    status: 500,
    says: 'The container has not been built.',
    fix: 'Run npm run build and start the server again.',
  },
  ERR_CONTENT_TOO_MANY_STREAMS: {
    status: 503,
    says: 'Too many pages listen for news at this server.',
    fix: 'Try again in a minute; the container asks for news by itself meanwhile.',
  },
} as const satisfies ErrorTable;
