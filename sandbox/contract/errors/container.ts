import type { ErrorTable } from './entry.ts';

/** Errors that begin in the customer's container: the network it stands on, what it was told, and what it keeps. */
export const containerErrors = {
  ERR_CONTAINER_OFFLINE: {
    status: 503,
    says: 'The container cannot reach the network.',
    fix: 'Check the connection and try again.',
  },
  ERR_CONTAINER_BAD_ANSWER: {
    status: 502,
    says: 'The answer does not have the form that the container expects.',
    fix: 'Update the container; if it happens again, report the time and the address.',
  },
  ERR_CONTAINER_NEEDS_NETWORK: {
    status: 503,
    says: 'This mini-app is not yet on the device and needs the network once.',
    fix: 'Connect to the network and open it again.',
  },
  ERR_CONTAINER_INTENT_MISMATCH: {
    status: 409,
    says: 'What would be signed is not what is shown.',
    fix: 'Do not pay; close the cashier and start the payment again from the mini-app.',
  },
  ERR_CONTAINER_PASSKEY_UNSUPPORTED: {
    status: 501,
    says: 'This device cannot make or use a passkey.',
    fix: 'Use a device with a screen lock and a current browser.',
  },
  ERR_CONTAINER_PASSKEY_DECLINED: {
    status: 403,
    says: 'The passkey was not confirmed on this device.',
    fix: 'Try again and confirm with the fingerprint, face or screen lock.',
  },
  ERR_CONTAINER_SHEET_OPEN: {
    status: 409,
    says: 'Another sheet of the container is already open.',
    fix: 'Wait until the customer has finished with it.',
  },
  ERR_CONTAINER_STORAGE_FULL: {
    status: 507,
    says: 'The mini-app has used up its storage on this device.',
    fix: 'Remove entries that are no longer needed; an app has 10 MB, a key 1 MB.',
  },
  ERR_CONTAINER_STORAGE_KEYS: {
    status: 507,
    says: 'The mini-app keeps as many keys as it may on this device.',
    fix: 'Remove keys that are no longer needed, or keep more under one of them; an app has 8,000.',
  },
  ERR_CONTAINER_DEVICE_FULL: {
    status: 507,
    says: 'There is no room left on this device.',
    fix: 'Free some space on the device and try again.',
  },
  ERR_CONTAINER_STORAGE_BLOCKED: {
    status: 503,
    says: 'The browser does not let the container keep anything on this device.',
    fix: 'Leave private browsing or allow storage for the bank’s site.',
  },
} as const satisfies ErrorTable;
