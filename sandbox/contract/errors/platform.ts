import type { ErrorTable } from './entry.ts';

/** Errors of the server's foundations: configuration, database, blobs, HTTP. */
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
  ERR_PLATFORM_TOO_LARGE: {
    status: 413,
    says: 'The body of the request is larger than this address takes.',
    fix: 'Send less, or check the limit in the API reference at /api/docs.',
  },
  ERR_PLATFORM_MEDIA_TYPE: {
    status: 415,
    says: 'This address does not take a body of that type.',
    fix: 'Send the Content-Type that the API reference at /api/docs names.',
  },
  ERR_PLATFORM_HEADERS_TOO_LARGE: {
    status: 431,
    says: 'The headers of the request are too large, most often because of too many cookies.',
    fix: 'Try again once: the answer asks the browser to clear the cookies of this host.',
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
  ERR_PLATFORM_UPSTREAM: {
    status: 502,
    says: 'Another server could not be reached.',
    fix: 'Check that the server named in the detail is running and try again.',
  },
  ERR_PLATFORM_UPSTREAM_TIMEOUT: {
    status: 504,
    says: 'Another server took too long to answer.',
    fix: 'Try again in a few seconds.',
  },
  ERR_PLATFORM_BLOB_DAMAGED: {
    status: 500,
    says: 'A stored file no longer has the digest it was stored under.',
    fix: 'Restore the file named in the detail from a backup; its name is its SHA-256.',
  },
  ERR_PLATFORM_MIGRATION: {
    status: 500,
    says: 'The database could not be brought to the schema of this version.',
    fix: 'Read the detail; a migration that has run may never be changed, only followed by another.',
  },
  ERR_PLATFORM_DATABASE_START: {
    status: 500,
    says: 'The embedded PostgreSQL did not start.',
    fix: 'Read the detail and the log files it names, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  ERR_PLATFORM_CONFIG_VALUE: {
    status: 500,
    says: 'A setting cannot be used as it is.',
    fix: 'Correct the environment variable named in the detail; docs/guide/integrator.md lists them all.',
  },
  ERR_PLATFORM_CONFIG_PORT_IN_USE: {
    status: 500,
    says: 'Another program listens on this port.',
    fix: 'Stop the other program, or set PORTICO_PORT to a free port.',
  },
  ERR_PLATFORM_CONFIG_DATA_DIR: {
    status: 500,
    says: 'The data folder cannot be written.',
    fix: 'Give this account the right to write there, or set PORTICO_DATA_DIR to another folder.',
  },
  ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE: {
    status: 500,
    says: 'Another Portico server uses this data folder.',
    fix: 'Stop the other server, or set PORTICO_DATA_DIR to another folder.',
  },
  ERR_PLATFORM_DATA_DIR_LOST: {
    status: 500,
    says: 'The data folder was deleted or taken by another server while this one was running.',
    fix: 'Start again; the server makes a new folder, or restore the old one from a backup first.',
  },
  ERR_PLATFORM_CONFIG_DATABASE: {
    status: 500,
    says: 'The database cannot be used.',
    fix: 'Check that DATABASE_URL names a running PostgreSQL 15 or later and a user who may create schemas.',
  },
  ERR_PLATFORM_CONFIG_DEMO: {
    status: 500,
    says: 'The demo parts run only where every public origin is under .localhost.',
    fix: 'Set PORTICO_DEMO=off, or use *.localhost origins.',
  },
  ERR_PLATFORM_CONFIG_BANK_PARTS: {
    status: 500,
    says: 'The bank’s own parts cannot be used.',
    fix: 'Correct the module that PORTICO_BANK_PARTS names; docs/guide/integrator.md says what it exports. On *.localhost, PORTICO_DEMO=on runs without one.',
  },
  ERR_PLATFORM_CONFIG_BACKEND_MAP: {
    status: 500,
    says: 'Partner back ends may be mapped to this machine only where every public origin is under .localhost.',
    fix: 'Remove PORTICO_BACKEND_MAP, or use *.localhost origins.',
  },
  ERR_PLATFORM_CONFIG_ROUTE: {
    status: 500,
    says: 'A route of the server does not say who may call it.',
    fix: 'Add config.caller to the route named in the detail; the table is in registry/platform/platform.ts.',
  },
} as const satisfies ErrorTable;
