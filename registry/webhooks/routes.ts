import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import { listMessages, replayMessage } from './message-store.ts';
import * as schema from './schema.ts';

/** The partner's own delivery log, and sending something again. */
export function webhookRoutes({ db }: Platform, identity: Identity): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.get('/api/v1/webhooks/messages', { config: { caller: 'partner' }, schema: schema.list }, async (request) => {
      const { partnerId } = await identity.partner(request, 'webhooks:read');
      return { messages: await listMessages(db, partnerId) };
    });

    app.post(
      '/api/v1/webhooks/messages/:id/replay',
      { config: { caller: 'partner' }, schema: schema.replay },
      async (request, reply) => {
        const { partnerId } = await identity.partner(request, 'webhooks:write');
        const partner = await identity.partners.get(partnerId);
        if (!partner?.webhookUrl) throw new PorticoError('ERR_WEBHOOK_NO_ENDPOINT');
        if (!(await replayMessage(db, partner.id, partner.webhookUrl, request.params.id))) {
          throw new PorticoError('ERR_WEBHOOK_NO_MESSAGE');
        }
        return reply.code(202).send(null);
      },
    );
  };
}
