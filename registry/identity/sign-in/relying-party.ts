/** The registry as a relying party of the issuer: authorisation code flow with PKCE (OIDC Core 1.0 §3.1, RFC 7636). */
import * as oidc from 'openid-client';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Context, once } from '../context.ts';
import { type Person, parsePhone } from '../sessions/customers.ts';

export const CLIENT_ID = 'portico';
export const CALLBACK_PATH = '/api/v1/session/callback';
const SCOPE = 'openid phone';
/** A log-in that the issuer remembers from earlier does not count: the customer proves themselves now. */
const MAX_AGE_SECONDS = 300;
const ISSUER_TIMEOUT_SECONDS = 10;

export interface LoginAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}
export interface SignedIn {
  readonly person: Person;
  readonly authenticatedAt: Date;
}

export interface RelyingParty {
  authorizationUrl(attempt: LoginAttempt, uiLocales: string | undefined): Promise<URL>;
  /** `undefined` when the customer chose not to sign in; throws ERR_IDENTITY_LOGIN_FAILED for all other endings. */
  finish(callback: URL, attempt: LoginAttempt): Promise<SignedIn | undefined>;
}

export function createRelyingParty(context: Context): RelyingParty {
  const { config } = context.platform;
  const issuer = once(async () => {
    const { d, x, kid } = await context.serviceKey();
    const jwk = { kty: 'OKP', crv: 'Ed25519', d, x };
    const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
    const metadata = config.embeddedIssuer ? { id_token_signed_response_alg: 'EdDSA' } : {};
    const loopback = new URL(config.issuerOrigin).protocol === 'http:' && config.demo;
    return await oidc.discovery(new URL(config.issuerOrigin), CLIENT_ID, metadata, oidc.PrivateKeyJwt({ key, kid }), {
      [oidc.customFetch]: (url, options) => context.platform.fetch(url, options as RequestInit),
      execute: loopback ? [oidc.allowInsecureRequests] : [],
      timeout: ISSUER_TIMEOUT_SECONDS,
    });
  });
  const reachIssuer = async () => {
    try {
      return await issuer();
    } catch (cause) {
      throw new PorticoError('ERR_IDENTITY_ISSUER_UNAVAILABLE', { cause });
    }
  };

  return {
    async authorizationUrl({ state, nonce, codeVerifier }, uiLocales) {
      return oidc.buildAuthorizationUrl(await reachIssuer(), {
        redirect_uri: config.publicOrigin + CALLBACK_PATH,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        prompt: 'login',
        max_age: String(MAX_AGE_SECONDS),
        ...(uiLocales === undefined ? {} : { ui_locales: uiLocales }),
      });
    },

    async finish(callback, { state, nonce, codeVerifier }) {
      const configuration = await reachIssuer();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          maxAge: MAX_AGE_SECONDS,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (typeof claims?.auth_time !== 'number') throw new PorticoError('ERR_IDENTITY_LOGIN_FAILED');
        const profile =
          claims.phone_number === undefined && configuration.serverMetadata().userinfo_endpoint
            ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
            : claims;
        const phone = profile.phone_number_verified === true ? parsePhone(profile.phone_number) : undefined;
        return {
          person: { issuer: claims.iss, subject: claims.sub, phone },
          authenticatedAt: new Date(claims.auth_time * 1000),
        };
      } catch (cause) {
        if (cause instanceof oidc.AuthorizationResponseError && cause.error === 'access_denied') return undefined;
        throw new PorticoError('ERR_IDENTITY_LOGIN_FAILED', { cause });
      }
    },
  };
}
