import type { ErrorTable } from './entry.ts';

/** Errors of the bridge; these are the ones a mini-app sees, beside those of the capability it called. */
export const bridgeErrors = {
  ERR_BRIDGE_UNKNOWN_METHOD: {
    status: 404,
    says: 'The container has no method of this name.',
    fix: 'Call a method listed in the bridge reference, and check the spelling.',
  },
  ERR_BRIDGE_BAD_MESSAGE: {
    status: 400,
    says: 'The message does not have the shape the bridge speaks.',
    fix: 'Use the SDK of the kit rather than posting messages by hand.',
  },
  ERR_BRIDGE_BAD_ARGUMENTS: {
    status: 400,
    says: 'The arguments do not match the schema of the method.',
    fix: 'Compare the arguments with the method’s schema in the bridge reference; unknown fields are refused.',
  },
  ERR_BRIDGE_NOT_DECLARED: {
    status: 403,
    says: 'The manifest of this mini-app does not declare the capability.',
    fix: 'Add the capability with a reason to the manifest and submit a new release.',
  },
  ERR_BRIDGE_NOT_GRANTED: {
    status: 403,
    says: 'The customer has not agreed to this.',
    fix: 'Explain to the customer why it is needed and ask again later.',
  },
  ERR_BRIDGE_NEEDS_GESTURE: {
    status: 403,
    says: 'This may only follow a tap of the customer inside the mini-app.',
    fix: 'Call the method from a click handler, once for each click.',
  },
  ERR_BRIDGE_HIDDEN: {
    status: 409,
    says: 'This may only be done while the mini-app is on the screen.',
    fix: 'Do it after the event `show`.',
  },
  ERR_BRIDGE_SUSPENDED: {
    status: 423,
    says: 'The mini-app has been out of sight for five minutes and is not served until it is shown again.',
    fix: 'Call again after the event `show`; stop polling on `hide`.',
  },
  ERR_BRIDGE_BUSY: {
    status: 429,
    says: 'Too many calls are waiting for an answer.',
    fix: 'Wait for earlier calls to finish; at most 128 may be in flight.',
  },
  ERR_BRIDGE_RATE: {
    status: 429,
    says: 'The mini-app called faster than its quota allows.',
    fix: 'Spread the calls out, or ask once and keep the answer.',
  },
  ERR_BRIDGE_TOO_LARGE: {
    status: 413,
    says: 'The message is larger than the bridge carries.',
    fix: 'Send less than 1 MB, or send it in parts.',
  },
  ERR_BRIDGE_DEADLINE: {
    status: 504,
    says: 'The call took longer than its deadline.',
    fix: 'Try again, or pass a longer deadline where the method allows it.',
  },
  ERR_BRIDGE_ABORTED: {
    status: 499,
    says: 'The call was cancelled.',
    fix: 'Nothing to do if you cancelled it; otherwise call again.',
  },
  ERR_BRIDGE_CLOSED: {
    status: 410,
    says: 'The connection to the container has ended.',
    fix: 'Re-enter the mini-app.',
  },
  ERR_BRIDGE_VERSION: {
    status: 426,
    says: 'The mini-app and the container speak different versions of the bridge.',
    fix: 'Build the mini-app with a kit of the version the container supports.',
  },
  ERR_BRIDGE_HANDSHAKE: {
    status: 400,
    says: 'The handshake with the container did not succeed.',
    fix: 'Re-enter the mini-app; if it happens again, update the kit.',
  },
  ERR_BRIDGE_INTERNAL: {
    status: 500,
    says: 'The container could not finish the call.',
    fix: 'Try again; if it happens again, report it with the time and the method.',
  },
} as const satisfies ErrorTable;
