import type { ErrorTable } from './entry.ts';

/** Errors about what may be believed: signing and revoking on the server, verifying and storing in the container. */
export const trustErrors = {
  ERR_TRUST_SIGNER_REFUSED: {
    status: 500,
    says: 'Signing keys in plain files are for development only.',
    fix: 'Configure a signer that keeps its keys in an HSM or KMS, or run with *.localhost origins.',
  },
  ERR_TRUST_KEY_UNUSABLE: {
    status: 500,
    says: 'A signing key cannot be used.',
    fix: 'Restore the key file from the ceremony’s copy, readable by its owner only (mode 0600).',
  },
  ERR_TRUST_ROOT_FILE: {
    status: 500,
    says: 'The root of trust that the build should ship cannot be used.',
    fix: 'Let PORTICO_TRUST_ROOT name a file with exactly the bytes of /tuf/1.root.json of your registry, or remove it to build for development.',
  },
  ERR_TRUST_NO_SUCH_METADATA: {
    status: 404,
    says: 'There is no metadata of this name and version.',
    fix: 'Start from timestamp.json, which names the current snapshot.',
  },
  ERR_TRUST_RELEASE_UNKNOWN: {
    status: 404,
    says: 'No such release has been signed.',
    fix: 'Check the digest; a release is signed after two approvals.',
  },
  ERR_TRUST_APPROVALS_INVALID: {
    status: 409,
    says: 'The release does not carry the valid signatures of two different reviewers.',
    fix: 'Have two reviewers with registered keys approve exactly this digest.',
  },
  ERR_TRUST_PARTNER_SIGNATURE_INVALID: {
    status: 409,
    says: 'The partner’s signature does not match the release.',
    fix: 'Submit the package again, signed with a registered key of the partner that owns the app.',
  },
  ERR_TRUST_RELEASE_MISMATCH: {
    status: 409,
    says: 'The release on record is not the one that was approved.',
    fix: 'Submit the package again and have that digest reviewed.',
  },
  ERR_TRUST_REVOKED: {
    status: 410,
    says: 'The release or its mini-app has been revoked.',
    fix: 'Submit a new release, or ask the bank why it was revoked.',
  },
  ERR_TRUST_ROOT_CHANGED: {
    status: 409,
    says: 'The registry has another root of trust than the one this container pinned.',
    fix: 'If the development data was reset, clear this site’s data; otherwise stop and report it.',
  },
  ERR_TRUST_SIGNATURE: {
    status: 409,
    says: 'The metadata is not signed by enough of the keys it needs.',
    fix: 'Refresh on another network; if it happens again, report it.',
  },
  ERR_TRUST_MALFORMED: {
    status: 409,
    says: 'The metadata does not have the shape the TUF specification gives it.',
    fix: 'Refresh on another network: a sign-in page of the network may have answered instead.',
  },
  ERR_TRUST_ROLLBACK: {
    status: 409,
    says: 'The registry offered metadata older than what was seen before.',
    fix: 'Refresh on another network; if it happens again, report it.',
  },
  ERR_TRUST_MISMATCH: {
    status: 409,
    says: 'A file is not the one its metadata describes.',
    fix: 'Refresh on another network; if it happens again, report it.',
  },
  ERR_TRUST_EXPIRED: {
    status: 409,
    says: 'The metadata is older than it may be.',
    fix: 'Check the device’s clock and its connection, and try again.',
  },
  ERR_TRUST_TOO_LARGE: {
    status: 413,
    says: 'A download is larger than its metadata allows.',
    fix: 'Refresh on another network; if it happens again, report it.',
  },
  ERR_TRUST_UNREACHABLE: {
    status: 503,
    says: 'The registry could not be reached.',
    fix: 'Check the connection and try again.',
  },
  ERR_TRUST_RELEASE_INVALID: {
    status: 409,
    says: 'The release fails the container’s own checks of approvals, audience or digest.',
    fix: 'Do not open it; report the app and the time.',
  },
  ERR_TRUST_BLOB_TAMPERED: {
    status: 409,
    says: 'A file of the mini-app is not the one that was reviewed.',
    fix: 'Try again on another network; if it happens again, report it.',
  },
  ERR_TRUST_BLOB_UNAVAILABLE: {
    status: 503,
    says: 'A file of the mini-app could not be fetched.',
    fix: 'Check the connection and try again.',
  },
  ERR_TRUST_STORAGE_FULL: {
    status: 507,
    says: 'There is no room left on this device for the mini-app.',
    fix: 'Free some space on the device and try again.',
  },
  ERR_TRUST_STORAGE_FAILED: {
    status: 500,
    says: 'The browser’s storage did not work.',
    fix: 'Close other tabs of this site and try again; private windows may not store anything.',
  },
  ERR_TRUST_WORKER_FAILED: {
    status: 500,
    says: 'The part of the container that checks files stopped working.',
    fix: 'Try again; if it happens again, reload the page.',
  },
} as const satisfies ErrorTable;
