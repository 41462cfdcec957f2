import type { FastifyPluginAsync } from 'fastify';
import { readWebhook } from '../../../kit/server/index.ts';
import { actOnNotice } from '../payments/notices.ts';
import type { Payments } from '../payments/payments.ts';
import type { Store } from '../store/store.ts';

/** What the bank calls: notices that an order changed. */
export function bankRoutes(parts: {
  readonly store: Store;
  readonly payments: Payments;
  readonly webhookSecrets: readonly string[];
}): FastifyPluginAsync {
  return async (app) => {
    // The signature covers the body as it was sent, so it must not pass through a JSON parser first.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );

    app.post('/webhooks/portico', async (request, reply) => {
      const rawBody = typeof request.body === 'string' ? request.body : '';
      const notice = readWebhook(parts.webhookSecrets, request.headers, rawBody);
      const outcome = await actOnNotice(parts, notice);
      request.log.info({ notice: notice.id, type: notice.type, order: notice.outOrderNo, outcome }, 'webhook');
      return reply.code(204).send();
    });
  };
}
