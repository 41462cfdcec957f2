import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { type AppId, PorticoError, parseAppId } from '../../../sandbox/contract/index.ts';
import type { Context } from '../context.ts';
import * as schema from '../schema.ts';
import { cancel } from './cancel.ts';
import { openCashier } from './challenge.ts';
import { confirm } from './confirm.ts';
import { queryHint } from './hint.ts';
import { receiptsOf } from './receipts.ts';

/** What the container calls for the signed-in customer. `appId` is what the app's port says, never what the app says. */
export function cashierRoutes(context: Context): FastifyPluginAsyncJsonSchemaToTs {
  const { identity, platform } = context;
  const config = { caller: 'customer' } as const;

  return async (app) => {
    app.post('/api/v1/payments/intents', { config, schema: schema.openIntent }, async (request, reply) => {
      const session = await identity.customer(request);
      const { appId, orderToken } = request.body;
      const { intent, challenge, order } = await openCashier(context, session, appIdOf(appId), orderToken);
      const credentials = await identity.passkeys.allowCredentials(session.userId);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({
          attemptId: intent.attemptId,
          intent: { ...intent, fundingLines: [...intent.fundingLines] },
          challenge: Buffer.from(challenge).toString('base64url'),
          title: order.title,
          items: [...order.items],
          rpId: identity.passkeys.rpId,
          allowCredentials: credentials.map(({ id, transports }) => ({ id, transports: [...transports] })),
          expiresAt: intent.expiresAt,
        });
    });

    app.post(
      '/api/v1/payments/intents/:attemptId/confirm',
      { config, schema: schema.confirmIntent },
      async (request, reply) => {
        const session = await identity.customer(request);
        const result = await confirm(context, session, request.params.attemptId, request.body.assertion);
        const hint = result.attemptState === 'SUCCEEDED' ? ('maybe_paid' as const) : ('processing' as const);
        return reply.header('cache-control', 'no-store').send({ hint, ...result });
      },
    );

    app.post('/api/v1/payments/intents/:attemptId/cancel', { config, schema: schema.cancelIntent }, async (request) => {
      const session = await identity.customer(request);
      await cancel(context, session, request.params.attemptId);
      return { hint: 'cancelled' as const };
    });

    app.post('/api/v1/payments/query', { config, schema: schema.queryPayment }, async (request) => {
      const session = await identity.customer(request);
      const { appId, orderToken } = request.body;
      return { hint: await queryHint(context, session, appIdOf(appId), orderToken) };
    });

    app.get('/api/v1/payments/orders/:orderId', { config, schema: schema.readReceipt }, async (request, reply) => {
      const session = await identity.customer(request);
      const [receipt] = await receiptsOf(platform.db, session.userId, request.params.orderId);
      if (!receipt) throw new PorticoError('ERR_PAYMENT_ORDER_NOT_FOUND');
      return reply.header('cache-control', 'no-store').send({ ...receipt, items: [...receipt.items] });
    });

    app.get('/api/v1/payments/orders', { config, schema: schema.listReceipts }, async (request, reply) => {
      const session = await identity.customer(request);
      const receipts = await receiptsOf(platform.db, session.userId);
      return reply
        .header('cache-control', 'no-store')
        .send({ orders: receipts.map((receipt) => ({ ...receipt, items: [...receipt.items] })) });
    });
  };
}

function appIdOf(text: string): AppId {
  const appId = parseAppId(text);
  if (appId === undefined) throw new PorticoError('ERR_PAYMENT_TOKEN');
  return appId;
}
