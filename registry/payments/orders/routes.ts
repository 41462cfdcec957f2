import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { Context } from '../context.ts';
import * as schema from '../schema.ts';
import { exponentOf, type Order } from './order-store.ts';
import { closeOrder, createOrder, partnerOrder } from './orders.ts';

/** What partners' servers call; every request is signed with an `api` key. */
export function orderRoutes(context: Context): FastifyPluginAsyncJsonSchemaToTs {
  const { identity } = context;
  return async (app) => {
    app.post(
      '/api/v1/orders',
      { config: { caller: 'partner' }, schema: schema.createOrder },
      async (request, reply) => {
        const { partnerId } = await identity.signedPartner(request);
        const { order, orderToken, created } = await createOrder(context, partnerId, request.body);
        return reply.code(created ? 201 : 200).send({
          orderId: order.id,
          orderToken,
          state: order.state,
          orderVersion: order.version,
          expiresAt: order.expiresAt.toISOString(),
        });
      },
    );

    app.get('/api/v1/orders/:orderId', { config: { caller: 'partner' }, schema: schema.readOrder }, async (request) => {
      const { partnerId } = await identity.signedPartner(request);
      return forPartner(await partnerOrder(context, partnerId, request.params.orderId));
    });

    app.post(
      '/api/v1/orders/:orderId/close',
      { config: { caller: 'partner' }, schema: schema.closeOrder },
      async (request) => {
        const { partnerId } = await identity.signedPartner(request);
        return forPartner(await closeOrder(context, partnerId, request.params.orderId));
      },
    );
  };
}

function forPartner(order: Order) {
  return {
    orderId: order.id,
    outOrderNo: order.outOrderNo,
    appId: order.appId,
    state: order.state,
    orderVersion: order.version,
    currency: order.currency,
    exponent: exponentOf(order),
    amountMinor: order.amountMinor,
    expiresAt: order.expiresAt.toISOString(),
    ...(order.paidAt ? { paidAt: order.paidAt.toISOString() } : {}),
    ...(order.receiptNo === null ? {} : { receiptNo: order.receiptNo }),
  };
}
