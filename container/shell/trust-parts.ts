/** One chunk: what is believed about apps, and their verified files. Looked into before the player is needed. */
export { createPackageStore } from '../services/package-store/index.ts';
export { createAppTrust, createIdbTrustStore } from '../services/tuf/index.ts';
export { trustedAddress } from './trusted-address.ts';
