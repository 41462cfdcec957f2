import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { PorticoError, type RegistryClient } from '../../../kit/server/index.ts';
import * as api from '../../contract/api.ts';
import type { Caller } from '../caller.ts';
import { carParks } from '../car-parks/car-parks.ts';
import { ParkingError } from '../errors.ts';
import type { Gate } from '../gate/gate.ts';
import type { Payments } from '../payments/payments.ts';
import { MOST_PLATES, type Plates } from '../plates/plates.ts';
import type { Stays } from '../stays/stays.ts';
import type { Store } from '../store/store.ts';
import { viewOfBinding, viewOfCarPark, viewOfPayment, viewOfStay } from '../views.ts';

const MOST_HISTORY = 100;

/** What the app calls through the bank's gateway. */
export function customerRoutes(parts: {
  readonly caller: Caller;
  readonly store: Store;
  readonly registry: RegistryClient;
  readonly gate: Gate;
  readonly plates: Plates;
  readonly stays: Stays;
  readonly payments: Payments;
  readonly now: () => Date;
}): FastifyPluginAsyncJsonSchemaToTs {
  const { caller, store, registry, gate, plates, stays, payments, now } = parts;
  const boundTo = async (openid: string) => ({
    plates: (await plates.of(openid)).map(viewOfBinding),
    most: MOST_PLATES,
  });

  return async (app) => {
    app.post(
      '/v1/session',
      { schema: { body: api.sessionRequest, response: { 200: api.sessionAnswer } } },
      async (request) => {
        const identity = await caller.app(request);
        const { openid, expiresInSeconds } = await exchange(registry, request.body.code);
        // A code that belongs to another customer than the one calling was stolen or mixed up.
        if (identity.openid !== undefined && identity.openid !== openid) {
          throw new ParkingError('ERR_PARKING_LOGIN_REFUSED');
        }
        const expiresAt = now().getTime() + expiresInSeconds * 1000;
        await store.putSession(openid, { expiresAt });
        return { expiresAt };
      },
    );

    app.get('/v1/plates', { schema: { response: { 200: api.platesAnswer } } }, async (request) => {
      const { openid } = await caller.customer(request);
      return boundTo(openid);
    });

    app.post(
      '/v1/plates',
      { schema: { body: api.plateRequest, response: { 200: api.platesAnswer } } },
      async (request) => {
        const { openid } = await caller.customer(request);
        await plates.bind(openid, request.body.plate);
        return boundTo(openid);
      },
    );

    app.delete(
      '/v1/plates/:plate',
      { schema: { params: api.plateParams, response: { 200: api.platesAnswer } } },
      async (request) => {
        const { openid } = await caller.customer(request);
        await plates.unbind(openid, request.params.plate);
        return boundTo(openid);
      },
    );

    app.get(
      '/v1/plates/:plate/stay',
      { schema: { params: api.plateParams, response: { 200: api.stayAnswer } } },
      async (request) => {
        const { openid } = await caller.customer(request);
        const plate = await plates.assertBound(openid, request.params.plate);
        return viewOfStay(plate, now().getTime(), await stays.current(openid, plate));
      },
    );

    app.get('/v1/car-parks', { schema: { response: { 200: api.carParksAnswer } } }, async (request) => {
      await caller.app(request);
      return { at: now().getTime(), carParks: carParks.map((one) => viewOfCarPark(one, gate.freeSpaces(one.id))) };
    });

    app.post(
      '/v1/orders',
      { schema: { body: api.orderRequest, response: { 200: api.paymentAnswer } } },
      async (request) => {
        const { openid } = await caller.customer(request);
        return { payment: viewOfPayment(await payments.start({ openid, ...request.body })) };
      },
    );

    app.get(
      '/v1/orders/:outOrderNo',
      { schema: { params: api.orderParams, response: { 200: api.paymentAnswer } } },
      async (request) => {
        const { openid } = await caller.customer(request);
        const known = await store.payment(request.params.outOrderNo);
        if (known === undefined || known.openid !== openid) throw new ParkingError('ERR_PARKING_ORDER_UNKNOWN');
        return { payment: viewOfPayment((await payments.learn(known.outOrderNo)) ?? known) };
      },
    );

    app.get('/v1/history', { schema: { response: { 200: api.historyAnswer } } }, async (request) => {
      const { openid } = await caller.customer(request);
      const all = await store.paymentsOf(openid, MOST_HISTORY);
      return { payments: all.filter(({ paidAt }) => paidAt !== null).map(viewOfPayment) };
    });
  };
}

async function exchange(registry: RegistryClient, code: string) {
  try {
    return await registry.exchangeLoginCode(code);
  } catch (error) {
    if (error instanceof PorticoError && error.code === 'ERR_KIT_REFUSED') {
      throw new ParkingError('ERR_PARKING_LOGIN_REFUSED', { cause: error });
    }
    throw error;
  }
}
