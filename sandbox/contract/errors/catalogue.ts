import type { ErrorTable } from './entry.ts';

/** Errors of the customer's catalogue. */
export const catalogueErrors = {
  ERR_CATALOGUE_NO_APP: {
    status: 404,
    says: 'There is no mini-app of this name that can be opened now.',
    fix: 'Look for it in the catalogue; it may have been withdrawn.',
  },
} as const satisfies ErrorTable;
