/** What the rest of the registry may ask about people, partners and staff. `createIdentity` builds it. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { AppId, OpenId, PartnerId, ReleaseDigest, StaffId, UserId } from '../../sandbox/contract/index.ts';
import type { Tx } from '../platform/index.ts';

/** L0 device … L5 class I account; the table is in the money page of the design. */
export type IdentityLevel = 0 | 1 | 2 | 3 | 4 | 5;

export interface CustomerSession {
  readonly userId: UserId;
  /** Row id of the session. It is not the cookie and cannot be turned into it. */
  readonly sessionId: string;
  /** Read from the customer's record at every call, so a lowered level counts at once. */
  readonly level: IdentityLevel;
  /** When the customer last proved who they are to the issuer (OIDC `auth_time`). */
  readonly authenticatedAt: Date;
}

/** What a partner's bearer token may be used for. */
export type PartnerScope =
  | 'submissions:read'
  | 'submissions:write'
  | 'keys:write'
  | 'orders:read'
  | 'webhooks:read'
  | 'webhooks:write';

/** `api` signs requests and client assertions; `release` signs packages. A key registered by token can only be `release`. */
export type KeyUse = 'api' | 'release';
export type StaffRole = 'reviewer' | 'operator';

export interface PartnerCaller {
  readonly partnerId: PartnerId;
  readonly tokenId: string;
}
export interface SignedPartnerCaller {
  readonly partnerId: PartnerId;
  readonly keyId: string;
}
export interface StaffCaller {
  readonly staffId: StaffId;
}

export interface Partner {
  readonly id: PartnerId;
  /** The verified legal name: what a customer reads as payee. */
  readonly name: string;
  readonly webhookUrl: string | undefined;
  /** Standard Webhooks secrets (`whsec_…`), newest first; two while a rotation is under way. */
  readonly webhookSecrets: readonly string[];
}

export interface PartnerKey {
  readonly partnerId: PartnerId;
  /** base64url of the 32 raw bytes of the Ed25519 public key. */
  readonly publicKey: string;
  readonly uses: readonly KeyUse[];
}

export interface StaffKey {
  readonly staffId: StaffId;
  readonly keyId: string;
  /** base64url of the 32 raw bytes of the Ed25519 public key. */
  readonly publicKey: string;
}

export interface Partners {
  get(id: PartnerId): Promise<Partner | undefined>;
  ownerOf(appId: AppId): Promise<PartnerId | undefined>;
  /** First come, first served, for ever: throws ERR_IDENTITY_APP_TAKEN when another partner owns the name. */
  claimApp(tx: Tx, partnerId: PartnerId, appId: AppId): Promise<void>;
  /** `undefined` when the key is unknown or revoked. */
  key(keyId: string): Promise<PartnerKey | undefined>;
  /** Like `key`, and also a key that was retired since: what it signed before stays signed. Never one that was stolen. */
  keyOnRecord(keyId: string): Promise<PartnerKey | undefined>;
}

/** One passkey as WebAuthn's `allowCredentials` wants it. */
export interface AllowedCredential {
  readonly id: string;
  readonly transports: readonly string[];
}
export interface VerifiedPasskey {
  readonly credentialId: string;
  /** Payments cap what a credential may pay in its first 24 hours. */
  readonly enrolledAt: Date;
}

export interface Passkeys {
  /** Relying-party id: the host of the container's origin. */
  readonly rpId: string;
  allowCredentials(userId: UserId): Promise<readonly AllowedCredential[]>;
  /**
   * Checks a WebAuthn assertion (Level 3, §7.2): this user's unrevoked credential, this exact challenge, our origin
   * and rpId, user verified, counter not going back. Throws ERR_IDENTITY_ASSERTION_REFUSED for all else.
   */
  verify(userId: UserId, assertion: unknown, challenge: Uint8Array): Promise<VerifiedPasskey>;
}

export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** The registry's own service keys: order tokens, gateway identities, the client assertion of sign-in. */
export interface SigningKeys {
  /** A compact EdDSA JWS over `claims` (plain JSON; `iat`, `exp` in seconds are the caller's). `typ` keeps one kind of token from passing for another. */
  sign(claims: Readonly<Record<string, unknown>>, options: { readonly typ: string }): Promise<string>;
  /**
   * The claims of a token this service signed with this `typ`; `undefined` for anything else: other alg, other key,
   * other typ, broken text, or past its `exp` by the platform's clock.
   */
  verify(jws: string, options: { readonly typ: string }): Promise<Readonly<Record<string, unknown>> | undefined>;
  jwks(): Promise<{ readonly keys: readonly PublicJwk[] }>;
}

export interface LoginCode {
  readonly code: string;
  readonly expiresAt: Date;
}

export interface Identity {
  /** Customer, partner and public routes. */
  readonly routes: FastifyPluginAsync;
  /** The embedded issuer on its own host; `undefined` when the bank's issuer is used. */
  readonly issuerRoutes: FastifyPluginAsync | undefined;

  /** The signed-in customer by `__Host-sid`, else ERR_IDENTITY_SIGNED_OUT (401). */
  customer(request: FastifyRequest): Promise<CustomerSession>;
  /** Like `customer`, but `undefined` when nobody is signed in. */
  customerIfSignedIn(request: FastifyRequest): Promise<CustomerSession | undefined>;
  /** `Authorization: Bearer pt_…` holding `scope`, else ERR_IDENTITY_TOKEN_REFUSED (401) or ERR_IDENTITY_SCOPE_MISSING (403). */
  partner(request: FastifyRequest, scope: PartnerScope): Promise<PartnerCaller>;
  /**
   * A request signed with an `api` key (callers/signed-request.ts), else ERR_IDENTITY_SIGNATURE_REFUSED,
   * ERR_IDENTITY_TIMESTAMP_REFUSED (401) or ERR_IDENTITY_NONCE_REUSED (409). Spends its nonce, so call it once a request.
   */
  signedPartner(request: FastifyRequest): Promise<SignedPartnerCaller>;
  /** `Authorization: Bearer st_…` of somebody with `role`, else ERR_IDENTITY_TOKEN_REFUSED (401) or ERR_IDENTITY_ROLE_MISSING (403). */
  staff(request: FastifyRequest, role: StaffRole): Promise<StaffCaller>;

  readonly partners: Partners;
  /** Approval keys of reviewers who are still active. */
  staffKeys(): Promise<readonly StaffKey[]>;

  /** The customer's id in one app; `undefined` until `identity.login` was granted there, and after it was revoked. */
  openidFor(userId: UserId, appId: AppId): Promise<OpenId | undefined>;
  userOfOpenid(appId: AppId, openid: OpenId): Promise<UserId | undefined>;
  /**
   * Mints what `identity.login()` hands to the app: 60 s, once, for this app and this session. Throws
   * ERR_IDENTITY_APP_UNKNOWN, or ERR_IDENTITY_RELEASE_REFUSED for a release that is not signed or was revoked.
   */
  loginCode(session: CustomerSession, appId: AppId, release: ReleaseDigest): Promise<LoginCode>;

  readonly passkeys: Passkeys;
  readonly signingKeys: SigningKeys;
}
