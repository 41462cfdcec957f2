import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { PorticoError, parseAppId, parseReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { Context } from '../context.ts';
import type { Identity } from '../identity.ts';
import { checkClientAssertion, TOKEN_PATH } from './client-assertion.ts';
import { exchangeLoginCode, findAppSession } from './login-codes.ts';
import * as schema from './schema.ts';

type Guards = Pick<Identity, 'customer' | 'signedPartner' | 'partners' | 'loginCode'>;

export function appRoutes(context: Context, identity: Guards): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.post(
      '/api/v1/identity/login-code',
      { config: { caller: 'customer' }, schema: schema.loginCode },
      async (request, reply) => {
        const customer = await identity.customer(request);
        const appId = parseAppId(request.body.appId);
        const release = parseReleaseDigest(request.body.releaseDigest);
        if (!appId || !release) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
        const { code, expiresAt } = await identity.loginCode(customer, appId, release);
        reply.header('cache-control', 'no-store');
        return { code, expiresAt: expiresAt.toISOString() };
      },
    );

    app.post(TOKEN_PATH, { config: { caller: 'partner' }, schema: schema.token }, async (request, reply) => {
      const { client_id, client_assertion, code } = request.body;
      const clientId = parseAppId(client_id);
      if (!clientId) throw new PorticoError('ERR_IDENTITY_CLIENT_REFUSED');
      await checkClientAssertion(context, identity.partners, { clientId, assertion: client_assertion });
      const { openid, session, expiresInSeconds } = await exchangeLoginCode(context, clientId, code);
      reply.header('cache-control', 'no-store');
      return { openid, session, expires_in: expiresInSeconds };
    });

    app.post(
      '/api/v1/identity/introspect',
      { config: { caller: 'partner' }, schema: schema.introspect },
      async (request) => {
        const { partnerId } = await identity.signedPartner(request);
        const found = await findAppSession(context, request.body.session);
        if (!found || (await identity.partners.ownerOf(found.appId)) !== partnerId) return { active: false };
        return { active: true, ...found, expiresAt: found.expiresAt.toISOString() };
      },
    );
  };
}
