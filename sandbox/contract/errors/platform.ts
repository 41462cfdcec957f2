import type { ErrorTable } from './entry.ts';

/** Errors of the server's foundations: configuration, database, HTTP. */
export const platformErrors = {
  ERR_PLATFORM_INTERNAL: {
    status: 500,
    says: 'The server could not finish the request.',
    fix: 'Try again in a moment; if it happens again, report the trace id.',
  },
  ERR_PLATFORM_NOT_FOUND: {
    status: 404,
    says: 'There is nothing at this address.',
    fix: 'Check the address against the API reference at /api/docs.',
  },
  ERR_PLATFORM_BAD_REQUEST: {
    status: 400,
    says: 'The request does not match its schema.',
    fix: 'Compare the request with the API reference at /api/docs.',
  },
  ERR_PLATFORM_WRONG_HOST: {
    status: 421,
    says: 'This host does not serve this address.',
    fix: 'Use the host that the API reference names for it.',
  },
  ERR_PLATFORM_CROSS_SITE: {
    status: 403,
    says: 'The request came from a page that may not make it.',
    fix: 'Make the request from the container’s own page.',
  },
  ERR_PLATFORM_RATE: {
    status: 429,
    says: 'Too many requests.',
    fix: 'Wait as long as the Retry-After header says and try again.',
  },
  ERR_PLATFORM_UNAVAILABLE: {
    status: 503,
    says: 'The server cannot answer just now.',
    fix: 'Try again in a few seconds.',
  },
} as const satisfies ErrorTable;
