import type { ErrorTable } from './entry.ts';

/** Errors of `net.request`: a mini-app's calls to its own declared back ends. */
export const gatewayErrors = {
  ERR_GATEWAY_RELEASE_REFUSED: {
    status: 403,
    says: 'This version of the mini-app may not call its back end.',
    fix: 'Close and reopen the mini-app to get the current version.',
  },
  ERR_GATEWAY_BACKEND_UNKNOWN: {
    status: 404,
    says: 'The manifest declares no back end of this name.',
    fix: 'Add it to “backends” in manifest.json, or check the spelling.',
  },
  ERR_GATEWAY_PATH_REFUSED: {
    status: 400,
    says: 'The path of the call is not allowed.',
    fix: 'Give an absolute path that starts with one slash, with an optional query and no fragment.',
  },
  ERR_GATEWAY_HEADER_REFUSED: {
    status: 400,
    says: 'A header of the call is malformed.',
    fix: 'Use token characters in names and no line breaks in values.',
  },
  ERR_GATEWAY_BODY_REFUSED: {
    status: 400,
    says: 'The body of the call cannot be sent.',
    fix: 'Leave the body out of GET and HEAD, and encode bytes as base64 with encoding "base64".',
  },
  ERR_GATEWAY_REQUEST_TOO_LARGE: {
    status: 413,
    says: 'The call’s body is larger than 1 MB.',
    fix: 'Send less at once.',
  },
  ERR_GATEWAY_RESPONSE_TOO_LARGE: {
    status: 502,
    says: 'The back end’s answer is larger than the method passes on.',
    fix: 'Answer in pages, or take it with another method: net.request and net.upload pass on 1,000,000 characters (bytes count as base64), net.download 5 MB, net.stream 20 MB.',
  },
  ERR_GATEWAY_ANSWER_REFUSED: {
    status: 502,
    says: 'The back end’s answer has a status or headers that cannot be passed on.',
    fix: 'Answer with a status of 599 at most, and with at most 32 headers beside those for browsers, of 64 characters in the name and 4,096 in the value.',
  },
  ERR_GATEWAY_TIMEOUT: {
    status: 504,
    says: 'The back end did not answer in time.',
    fix: 'Try again; the partner should answer within ten seconds.',
  },
  ERR_GATEWAY_UNREACHABLE: {
    status: 502,
    says: 'The back end could not be reached.',
    fix: 'Try again; the partner should check that its server is up and its certificate valid.',
  },
  ERR_GATEWAY_REDIRECT: {
    status: 502,
    says: 'The back end answered with a redirect, which the gateway does not follow.',
    fix: 'Answer at the declared origin and path directly.',
  },
  ERR_GATEWAY_PRIVATE_ADDRESS: {
    status: 502,
    says: 'The back end’s name leads to an address that is not public.',
    fix: 'Point the declared origin at a public address only.',
  },
  ERR_GATEWAY_BUSY: {
    status: 429,
    says: 'The mini-app has too many calls under way or made too many in the last minute.',
    fix: 'Wait as long as retryAfterSeconds says, and make fewer calls at once.',
  },
  ERR_GATEWAY_ABANDONED: {
    status: 499,
    says: 'The caller hung up before the back end had answered.',
    fix: 'Nothing; the call to the back end was stopped too, but it may have acted on it.',
  },
  ERR_GATEWAY_CIRCUIT_OPEN: {
    status: 503,
    says: 'The back end failed repeatedly, so calls to it are paused.',
    fix: 'Try again after retryAfterSeconds; the partner should look at its server.',
  },
} as const satisfies ErrorTable;
