/** Codes for mini-apps and the customer's passkeys. */
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import {
  type AppId,
  type GrantScope,
  PorticoError,
  type ProfileScope,
  parseAppId,
  parseGrantScope,
  type ReleaseDigest,
} from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import { branded, flag, list, maybe, moment, type Read, record, type Shaped, text } from './shape.ts';

const loginCodeShape = { code: text, expiresAt: moment };
export type LoginCode = Shaped<typeof loginCodeShape>;

/** PublicKeyCredentialCreationOptionsJSON (WebAuthn level 3); the browser is the one that reads it. */
const readOptions: Read<PublicKeyCredentialCreationOptionsJSON> = (value, where) => {
  record({ challenge: text })(value, where);
  return value as PublicKeyCredentialCreationOptionsJSON;
};

const readProof = record({
  challenge: text,
  rpId: text,
  allowCredentials: list(record({ id: text, transports: maybe(list(text)) })),
});
export type PasskeyProof = ReturnType<typeof readProof>;

const grantShape = {
  appId: branded(parseAppId, 'an app id'),
  scope: branded(parseGrantScope, 'something to agree to'),
  grantedAt: moment,
  declared: maybe(list(text)),
};
export type RegistryGrant = Shaped<typeof grantShape>;

const profileShape = { phone: maybe(text), realnameVerified: maybe(flag), token: text };
export type Profile = Shaped<typeof profileShape>;

const nothing: Read<undefined> = () => undefined;

export interface IdentityApi {
  grants(signal?: AbortSignal): Promise<readonly RegistryGrant[]>;
  grant(appId: AppId, scopes: readonly GrantScope[], declared: readonly string[]): Promise<void>;
  /** Without a scope: everything. ERR_IDENTITY_APP_UNKNOWN when nothing of it is granted. */
  revoke(appId: AppId, scope?: GrantScope): Promise<void>;
  profile(appId: AppId, scopes: readonly ProfileScope[], signal?: AbortSignal): Promise<Profile>;
  loginCode(appId: AppId, releaseDigest: ReleaseDigest, signal?: AbortSignal): Promise<LoginCode>;
  /**
   * A first passkey needs a sign-in of the last five minutes, else ERR_IDENTITY_LOGIN_TOO_OLD. A further one needs an
   * existing passkey's word: `prove` is asked to sign a challenge for it.
   */
  passkeyOptions(prove: (wanted: PasskeyProof) => Promise<unknown>): Promise<PublicKeyCredentialCreationOptionsJSON>;
  addPasskey(attestation: unknown): Promise<void>;
}

const GRANTS = '/api/v1/identity/grants';

export function createIdentityApi(request: Request): IdentityApi {
  const options = (body: unknown): Promise<PublicKeyCredentialCreationOptionsJSON> =>
    request({ method: 'POST', path: '/api/v1/identity/passkeys/options', body, read: readOptions });
  return {
    grants: async (signal) =>
      (await request({ path: GRANTS, read: record({ grants: list(record(grantShape)) }), signal })).grants,
    grant: (appId, scopes, declared) =>
      request({ method: 'PUT', path: `${GRANTS}/${appId}`, body: { scopes, declared }, read: nothing }),
    revoke: (appId, scope) =>
      request({ method: 'DELETE', path: [GRANTS, appId, ...(scope ? [scope] : [])].join('/'), read: nothing }),
    profile: (appId, scopes, signal) =>
      request({
        method: 'POST',
        path: '/api/v1/identity/profile',
        body: { appId, scopes },
        read: record(profileShape),
        signal,
      }),
    loginCode: (appId, releaseDigest, signal) =>
      request({
        method: 'POST',
        path: '/api/v1/identity/login-code',
        body: { appId, releaseDigest },
        read: record(loginCodeShape),
        signal,
      }),
    async passkeyOptions(prove) {
      try {
        return await options({});
      } catch (error) {
        if (!(error instanceof PorticoError) || error.code !== 'ERR_IDENTITY_PASSKEY_PROOF_NEEDED') throw error;
        return options({ proof: await prove(readProof(error.data, 'passkey proof')) });
      }
    },
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
