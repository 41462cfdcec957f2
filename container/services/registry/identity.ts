/** Codes for mini-apps and the customer's passkeys. */
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import { moment, type Read, record, type Shaped, text } from './shape.ts';

const loginCodeShape = { code: text, expiresAt: moment };
export type LoginCode = Shaped<typeof loginCodeShape>;

/** PublicKeyCredentialCreationOptionsJSON (WebAuthn level 3); the browser is the one that reads it. */
const readOptions: Read<PublicKeyCredentialCreationOptionsJSON> = (value, where) => {
  record({ challenge: text })(value, where);
  return value as PublicKeyCredentialCreationOptionsJSON;
};

export interface IdentityApi {
  loginCode(appId: AppId, releaseDigest: ReleaseDigest, signal?: AbortSignal): Promise<LoginCode>;
  /** Refused with ERR_IDENTITY_… when the log-in is older than five minutes. */
  passkeyOptions(): Promise<PublicKeyCredentialCreationOptionsJSON>;
  addPasskey(attestation: unknown): Promise<void>;
}

export function createIdentityApi(request: Request): IdentityApi {
  return {
    loginCode: (appId, releaseDigest, signal) =>
      request({
        method: 'POST',
        path: '/api/v1/identity/login-code',
        body: { appId, releaseDigest },
        read: record(loginCodeShape),
        signal,
      }),
    passkeyOptions: () =>
      request({ method: 'POST', path: '/api/v1/identity/passkeys/options', body: {}, read: readOptions }),
    async addPasskey(attestation) {
      await request({
        method: 'POST',
        path: '/api/v1/identity/passkeys',
        body: { attestation },
        read: record({ credentialId: text }),
      });
    },
  };
}
