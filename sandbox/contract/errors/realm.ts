import type { ErrorTable } from './entry.ts';

/** Why a mini-app could not be opened, or was ended. The container shows these; apps never see them. */
export const realmErrors = {
  ERR_REALM_UNREACHABLE: {
    status: 503,
    says: 'The page that holds this mini-app could not be loaded.',
    fix: 'Connect to the network and open the mini-app again.',
  },
  ERR_REALM_NOT_READY: {
    status: 504,
    says: 'The mini-app did not start in time.',
    fix: 'Open it again; if it happens every time, the partner must make it start faster.',
  },
  ERR_REALM_ENTRY: {
    status: 500,
    says: 'The entry page of the mini-app could not be started.',
    fix: 'Open it again; the partner should run `portico check` on the release.',
  },
  ERR_REALM_NAVIGATED: {
    status: 403,
    says: 'The mini-app tried to leave its page.',
    fix: 'Nothing to do; the partner must keep to history and hash routing inside its own page.',
  },
  ERR_REALM_NO_SERVICE_WORKER: {
    status: 501,
    says: 'This mini-app needs a service worker, which this browser or web view does not offer.',
    fix: 'Open it in another browser; the partner can publish it with isolation sealed, which needs none.',
  },
  ERR_REALM_REPLACED: {
    status: 409,
    says: 'A newer release of this mini-app was opened elsewhere and took its place.',
    fix: 'Open it again.',
  },
  ERR_REALM_NOT_CLEARED: {
    status: 503,
    says: 'What the last customer left in this mini-app could not be removed, so it stays closed.',
    fix: 'Connect to the network and open the mini-app again.',
  },
  ERR_REALM_UNRESPONSIVE: {
    status: 504,
    says: 'The mini-app stopped answering.',
    fix: 'Open it again.',
  },
} as const satisfies ErrorTable;
