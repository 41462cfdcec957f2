/** What a customer agreed to for each app: given, shown, withdrawn, and made use of. */
import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import {
  type AppId,
  type GrantScope,
  PorticoError,
  parseAppId,
  parseGrantScope,
} from '../../../sandbox/contract/index.ts';
import type { Context } from '../context.ts';
import type { Identity } from '../identity.ts';
import * as schema from './grant-schema.ts';
import { grant, revokeGrant } from './grants.ts';
import { profileOf } from './profile.ts';

function readAppId(value: string): AppId {
  const appId = parseAppId(value);
  if (!appId) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
  return appId;
}
function readScope(value: string): GrantScope {
  const scope = parseGrantScope(value);
  if (!scope) throw new PorticoError('ERR_IDENTITY_SCOPE_UNKNOWN');
  return scope;
}

export function grantRoutes(
  context: Context,
  identity: Pick<Identity, 'customer' | 'partners' | 'signingKeys'>,
): FastifyPluginAsyncJsonSchemaToTs {
  const caller = 'customer';
  return async (app) => {
    app.get('/api/v1/identity/grants', { config: { caller }, schema: schema.listGrants }, async (request, reply) => {
      const { userId } = await identity.customer(request);
      const rows = await context.db
        .selectFrom('identity.grants')
        .select(['app_id', 'scope', 'granted_at', 'declared'])
        .where('user_id', '=', userId)
        .where('revoked_at', 'is', null)
        .orderBy('granted_at', 'desc')
        .execute();
      reply.header('cache-control', 'no-store');
      const grants = rows.map((row) => ({
        appId: row.app_id,
        scope: row.scope,
        grantedAt: row.granted_at.toISOString(),
        ...(row.declared && { declared: row.declared }),
      }));
      return { grants };
    });

    app.put(
      '/api/v1/identity/grants/:appId',
      { config: { caller }, schema: schema.giveGrants },
      async (request, reply) => {
        const { userId } = await identity.customer(request);
        const appId = readAppId(request.params.appId);
        const scopes = request.body.scopes.map(readScope);
        if ((await identity.partners.ownerOf(appId)) === undefined) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
        const { declared } = request.body;
        await context.db.transaction().execute((tx) => grant(context, tx, { userId, appId, scopes, declared }));
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/api/v1/identity/grants/:appId',
      { config: { caller }, schema: schema.revoke },
      async (request, reply) => {
        const { userId } = await identity.customer(request);
        await revokeGrant(context, { userId, appId: readAppId(request.params.appId) });
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/api/v1/identity/grants/:appId/:scope',
      { config: { caller }, schema: schema.revokeScope },
      async (request, reply) => {
        const { userId } = await identity.customer(request);
        const { appId, scope } = request.params;
        await revokeGrant(context, { userId, appId: readAppId(appId), scope: readScope(scope) });
        return reply.code(204).send(null);
      },
    );

    app.post('/api/v1/identity/profile', { config: { caller }, schema: schema.profile }, async (request, reply) => {
      const { userId } = await identity.customer(request);
      const { scopes } = request.body;
      reply.header('cache-control', 'no-store');
      return await profileOf(context, identity.signingKeys, { userId, appId: readAppId(request.body.appId), scopes });
    });
  };
}
