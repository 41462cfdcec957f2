import type { ErrorTable } from './entry.ts';

/** Errors of people, partners and staff: sign-in, tokens, signatures, passkeys, login codes. */
export const identityErrors = {
  ERR_IDENTITY_SIGNED_OUT: {
    status: 401,
    says: 'Nobody is signed in.',
    fix: 'Send the customer to /api/v1/session/login and try again afterwards.',
  },
  ERR_IDENTITY_TOKEN_REFUSED: {
    status: 401,
    says: 'The bearer token is missing, unknown, expired or revoked.',
    fix: 'Send “Authorization: Bearer …” with a token that is still valid, or have a new one issued.',
  },
  ERR_IDENTITY_SCOPE_MISSING: {
    status: 403,
    says: 'The token does not allow this.',
    fix: 'Use a token with the scope that “detail” names.',
  },
  ERR_IDENTITY_ROLE_MISSING: {
    status: 403,
    says: 'This member of staff does not have the role for this.',
    fix: 'Ask a colleague with the role that “detail” names.',
  },
  ERR_IDENTITY_SIGNATURE_REFUSED: {
    status: 401,
    says: 'The request’s signature was refused.',
    fix: 'Sign method, path, body digest, timestamp and nonce with an unrevoked “api” key, as the API reference shows.',
  },
  ERR_IDENTITY_TIMESTAMP_REFUSED: {
    status: 401,
    says: 'The request was signed more than 300 seconds away from the server’s clock.',
    fix: 'Set the clock of the machine that signs, and sign each try afresh.',
  },
  ERR_IDENTITY_NONCE_REUSED: {
    status: 409,
    says: 'This signed request was already received.',
    fix: 'Use a new random nonce for each request, also when you try again.',
  },
  ERR_IDENTITY_APP_TAKEN: {
    status: 409,
    says: 'This app name belongs to another partner.',
    fix: 'Choose an app_id under a domain of your own.',
  },
  ERR_IDENTITY_APP_UNKNOWN: {
    status: 404,
    says: 'No app has this name.',
    fix: 'Check the app_id; the first submission of an app registers it.',
  },
  ERR_IDENTITY_KEY_REFUSED: {
    status: 400,
    says: 'This is not a usable Ed25519 public key.',
    fix: 'Send the 32 raw bytes of the public key as unpadded base64url.',
  },
  ERR_IDENTITY_KEY_TAKEN: {
    status: 409,
    says: 'This key is already registered.',
    fix: 'Make a new key pair; a key belongs to one owner and is never registered twice.',
  },
  ERR_IDENTITY_RETURN_REFUSED: {
    status: 400,
    says: 'After signing in, the customer can only return to a page of the container.',
    fix: 'Give returnTo as a path that starts with one slash, such as /orders.',
  },
  ERR_IDENTITY_LOGIN_FAILED: {
    status: 400,
    says: 'Signing in did not finish.',
    fix: 'Start again from /api/v1/session/login in the same browser; each attempt is valid once and for ten minutes.',
  },
  ERR_IDENTITY_ISSUER_UNAVAILABLE: {
    status: 503,
    says: 'The bank’s sign-in service does not answer.',
    fix: 'Try again in a moment; the operator can check the issuer’s discovery document.',
  },
  ERR_IDENTITY_HANDOFF_REFUSED: {
    status: 400,
    says: 'The hand-off code is unknown, used or expired.',
    fix: 'Have the bank’s app fetch a new code; it is valid once and for 60 seconds.',
  },
  ERR_IDENTITY_GRANT_REFUSED: {
    status: 400,
    says: 'The login code cannot be exchanged.',
    fix: 'Call identity.login() again and exchange the new code at once, once, from the server of the app that got it.',
  },
  ERR_IDENTITY_RELEASE_REFUSED: {
    status: 403,
    says: 'This release of the mini-app may not ask who the customer is.',
    fix: 'Use the release that the signed metadata names; a revoked app cannot identify customers.',
  },
  ERR_IDENTITY_CLIENT_REFUSED: {
    status: 401,
    says: 'The client assertion was refused.',
    fix: 'Sign a new private_key_jwt (EdDSA) with an “api” key of the app’s partner, a new jti and an exp within five minutes.',
  },
  ERR_IDENTITY_SCOPE_NOT_GRANTED: {
    status: 403,
    says: 'The customer has not agreed that this app learns this.',
    fix: 'Ask the customer first; “detail” names what is missing.',
  },
  ERR_IDENTITY_SCOPE_UNKNOWN: {
    status: 400,
    says: 'There is nothing of this name that a customer could agree to.',
    fix: 'Use the names of the API reference.',
  },
  ERR_IDENTITY_LOGIN_TOO_OLD: {
    status: 403,
    says: 'Adding the first passkey needs a sign-in of the last five minutes.',
    fix: 'Sign in again, then add the passkey straight away.',
  },
  ERR_IDENTITY_PASSKEY_PROOF_NEEDED: {
    status: 403,
    says: 'Adding another passkey needs an existing one.',
    fix: 'Confirm with the passkey you have: sign the challenge in “data” and send it as “proof”.',
  },
  ERR_IDENTITY_PASSKEY_REMOVED: {
    status: 403,
    says: 'A passkey was removed, so signing in is not enough to add a new one.',
    fix: 'Open this page from the bank’s own app and add the passkey within five minutes, or ask at a branch.',
  },
  ERR_IDENTITY_ATTESTATION_REFUSED: {
    status: 400,
    says: 'The new passkey could not be accepted.',
    fix: 'Start again; the device must verify its user by fingerprint, face or screen lock.',
  },
  ERR_IDENTITY_ASSERTION_REFUSED: {
    status: 400,
    says: 'The passkey did not confirm this.',
    fix: 'Try again with a passkey that is listed in your settings; the device must verify its user.',
  },
  ERR_IDENTITY_PASSKEY_UNKNOWN: {
    status: 404,
    says: 'This passkey is not one of yours.',
    fix: 'Reload the list of passkeys.',
  },
  ERR_IDENTITY_OTP_SENDER: {
    status: 500,
    says: 'The embedded issuer has nobody to deliver one-time passwords.',
    fix: 'Give createIdentity an otpSender, or use the bank’s issuer by PORTICO_OIDC_ISSUER.',
  },
  ERR_IDENTITY_PEOPLE: {
    status: 400,
    says: 'Nothing was changed about partners and staff.',
    fix: 'Correct what was said and run the command again.',
  },
  ERR_IDENTITY_KEY_FILE: {
    status: 500,
    says: 'A key file of the identity service is missing or unreadable.',
    fix: 'Provide the file that “detail” names, mode 0600; only a demo installation makes its own.',
  },
} as const satisfies ErrorTable;
