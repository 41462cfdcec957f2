import type { ErrorTable } from './entry.ts';

/** What `portico` says when it cannot do what it was asked; its exit code is then 2. */
export const cliErrors = {
  ERR_CLI_USAGE: {
    status: 400,
    says: 'The command line does not fit this command.',
    fix: 'See `portico --help`, or `portico <command> --help` for its options and examples.',
  },
  ERR_CLI_UNREADABLE: {
    status: 404,
    says: 'A file or folder cannot be read.',
    fix: 'Check the path and its permissions.',
  },
  ERR_CLI_UNWRITABLE: {
    status: 403,
    says: 'A file or folder cannot be written.',
    fix: 'Choose another place, or check its permissions.',
  },
  ERR_CLI_NOT_EMPTY: {
    status: 409,
    says: 'The folder is not empty.',
    fix: 'Name a new folder; nothing is overwritten.',
  },
  ERR_CLI_BUNDLE: {
    status: 422,
    says: 'The app cannot be bundled.',
    fix: 'Correct the source at the place named.',
  },
  ERR_CLI_UNREACHABLE: {
    status: 503,
    says: 'The registry cannot be reached.',
    fix: 'Check the address given to --registry, and that the registry is running.',
  },
  ERR_CLI_ANSWER: {
    status: 502,
    says: 'The registry answered in a form that this kit does not know.',
    fix: 'Check that --registry is the address of a Portico registry, and update the kit.',
  },
  ERR_CLI_VERIFY: {
    status: 422,
    says: 'The registry’s metadata does not prove this app.',
    fix: 'Do not use the release; report what is said here to the bank.',
  },
} as const satisfies ErrorTable;
