import Provider, { type Configuration } from 'oidc-provider';
import type { Context } from '../context.ts';
import { CALLBACK_PATH, CLIENT_ID } from '../sign-in/relying-party.ts';
import { phoneOfAccount } from './accounts.ts';
import { issuerAdapter } from './adapter.ts';
import { parseLanguage } from './pages/language.ts';
import { messagePage } from './pages/message-page.ts';

const SCOPE = 'openid phone';
const MINUTES = 60;

/** The embedded issuer: code flow with PKCE for one client, ours, which authenticates with the service's key. */
export async function createProvider(context: Context): Promise<Provider> {
  const { config, log } = context.platform;
  const [secrets, key, serviceKey] = await Promise.all([context.secrets(), context.issuerKey(), context.serviceKey()]);
  const configuration: Configuration = {
    adapter: issuerAdapter(context, secrets),
    jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: key.x, d: key.d, kid: key.kid, use: 'sig', alg: 'EdDSA' }] },
    clients: [
      {
        client_id: CLIENT_ID,
        redirect_uris: [config.publicOrigin + CALLBACK_PATH],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        id_token_signed_response_alg: 'EdDSA',
        require_auth_time: true,
        // Demo origins are plain http on *.localhost, which the library otherwise takes for a native app's.
        application_type: 'web',
        jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: serviceKey.x, kid: serviceKey.kid, use: 'sig' }] },
      },
    ],
    enabledJWA: {
      idTokenSigningAlgValues: ['EdDSA'],
      clientAuthSigningAlgValues: ['EdDSA', 'Ed25519'],
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub'], phone: ['phone_number', 'phone_number_verified'] },
    // The phone number goes into the ID token itself, which saves the relying party a second request.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    cookies: { keys: [secrets.derive('issuer-cookies')] },
    ttl: {
      Interaction: 10 * MINUTES,
      AuthorizationCode: 1 * MINUTES,
      AccessToken: 5 * MINUTES,
      IdToken: 5 * MINUTES,
      Grant: 10 * MINUTES,
      Session: 10 * MINUTES,
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    async findAccount(_ctx, subject) {
      const phone = await phoneOfAccount(context.db, subject);
      if (phone === undefined) return undefined;
      const claims = { sub: subject, phone_number: `+86${phone}`, phone_number_verified: true };
      return { accountId: subject, claims: () => claims };
    },
    // The container is the bank's own, so there is nobody to consent to: what it may know is fixed here.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const existing = session.grantIdFor(client.clientId);
      const found = existing && (await provider.Grant.find(existing));
      if (found) return found;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    async renderError(ctx, out) {
      const language = parseLanguage(ctx.query.ui_locales, ctx.headers['accept-language']);
      const page = messagePage(language, 'failed', config.publicOrigin);
      for (const [name, value] of Object.entries(page.headers)) ctx.set(name, value);
      ctx.body = page.html;
      log.warn({ error: out.error, description: out.error_description }, 'the issuer refused a request');
    },
  };
  const provider = new Provider(config.issuerOrigin, configuration);
  provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the issuer failed'));
  return provider;
}
