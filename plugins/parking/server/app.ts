import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { createIdentityVerifier, createRegistryClient } from '../../kit/server/index.ts';
import { createCaller } from './caller.ts';
import type { ParkingConfig } from './config.ts';
import { ParkingError } from './errors.ts';
import { createGateSimulator } from './gate/gate-simulator.ts';
import { createPayments } from './payments/payments.ts';
import { createPlates } from './plates/plates.ts';
import { answerProblem } from './problems.ts';
import { bankRoutes } from './routes/bank.ts';
import { customerRoutes } from './routes/customer.ts';
import { createStays } from './stays/stays.ts';
import { openStore } from './store/store.ts';

/** Wires the server. Closing the returned instance also closes its storage. */
export async function buildParking(
  config: ParkingConfig,
  options: { readonly now?: () => Date; readonly logLevel?: string } = {},
): Promise<FastifyInstance> {
  const now = options.now ?? (() => new Date());
  const newId = () => randomBytes(8).toString('hex').toUpperCase();
  const store = await openStore(config.dataDir);
  const registry = createRegistryClient({ ...config, now });
  const verify = createIdentityVerifier({
    issuer: config.publicOrigin,
    audience: config.backendOrigin,
    appId: config.appId,
    keys: new URL('/.well-known/portico/jwks.json', config.api),
    now,
  });
  const gate = createGateSimulator({ store, now, newId });
  const payments = createPayments({ store, registry, now });
  const stays = createStays({ store, gate, payments, now, newId });
  const plates = createPlates(store, now);
  const caller = createCaller(verify, store, now);

  const app = Fastify({
    logger: { level: options.logLevel ?? 'info' },
    // Addresses hold plates, so requests are logged below by their route's pattern and never by their URL.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    // A misspelt member is a mistake to report, not to drop; and "15" is not 15.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => answerProblem(new ParkingError('ERR_PARKING_NOT_FOUND'), request, reply));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (route === '/healthz') return;
    const { method } = request;
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.addHook('onClose', () => store.close());

  app.get('/healthz', async () => ({ status: 'ok' }));
  await app.register(customerRoutes({ caller, store, registry, gate, plates, stays, payments, now }));
  await app.register(bankRoutes({ store, payments, webhookSecrets: config.webhookSecrets }));
  return app;
}
