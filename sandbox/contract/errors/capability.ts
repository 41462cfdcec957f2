import type { ErrorTable } from './entry.ts';

/** What a mini-app is told when a capability came to nothing. */
export const capabilityErrors = {
  ERR_CAPABILITY_CANCELLED: {
    status: 499,
    says: 'The customer closed the sheet.',
    fix: 'Carry on without it; call again when the customer asks for it.',
  },
  ERR_CAPABILITY_DENIED: {
    status: 403,
    says: 'The device does not let the bank use this.',
    fix: 'Offer another way; the customer can allow it in the settings of the device.',
  },
  ERR_CAPABILITY_UNSUPPORTED: {
    status: 501,
    says: 'This device cannot do this.',
    fix: 'Offer another way.',
  },
  ERR_CAPABILITY_UNAVAILABLE: {
    status: 503,
    says: 'The device could not do this just now.',
    fix: 'Try again in a moment, or offer another way.',
  },
  ERR_CAPABILITY_TOO_OFTEN: {
    status: 429,
    says: 'The mini-app opened too many sheets that the customer did not ask for.',
    fix: 'Open sheets in answer to a tap.',
  },
  ERR_CAPABILITY_NO_FILE: {
    status: 404,
    says: 'The container keeps no such file for this mini-app.',
    fix: 'Use a fileId of this visit; files are let go when the app is left, the oldest first when there are many.',
  },
  ERR_CAPABILITY_FILE_TOO_LARGE: {
    status: 413,
    says: 'The file is too large.',
    fix: 'Send or fetch a smaller one; the reference states the sizes.',
  },
  ERR_CAPABILITY_NOT_A_PICTURE: {
    status: 415,
    says: 'This is not a picture that the container can show.',
    fix: 'Use PNG, JPEG or WebP.',
  },
  ERR_CAPABILITY_LEVEL: {
    status: 403,
    says: 'The customer’s identity level stays below what was asked for.',
    fix: 'Offer what the level allows, which “data” names.',
  },
  ERR_CAPABILITY_ADDRESS: {
    status: 400,
    says: 'The container does not open this address.',
    fix: 'Use an https address with a host name and without user name or password.',
  },
  ERR_CAPABILITY_NO_APP: {
    status: 404,
    says: 'There is no mini-app of this name that can be opened now.',
    fix: 'Check the appId, and hide the link when it happens.',
  },
  ERR_CAPABILITY_NO_TEMPLATE: {
    status: 404,
    says: 'The manifest names no message of this kind.',
    fix: 'Name it under “portico.messages” and submit a new release.',
  },
  ERR_CAPABILITY_NATIVE: {
    status: 502,
    says: 'The bank’s own app did not answer as agreed.',
    fix: 'Update the bank’s app; its engineers find the protocol in docs/guide/native-shell.md.',
  },
} as const satisfies ErrorTable;
