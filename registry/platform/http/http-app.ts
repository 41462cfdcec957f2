import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyUnderPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, LogController } from 'fastify';
import type { Platform } from '../platform.ts';
import { apiDocRoutes, collectApi } from './api-docs.ts';
import { guardCallers } from './callers.ts';
import { answerClientError } from './client-errors.ts';
import { createDraining, type Draining } from './draining.ts';
import { safeHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { answerFault, answerProblems } from './problems.ts';
import { limitRates } from './rate-limits.ts';
import { observeRequests } from './telemetry.ts';
import { validateStrictly } from './validation.ts';

/** Bodies larger than this need a route that says so (`bodyLimit`). */
const BODY_LIMIT = 1024 * 1024;
const LARGEST_HEADERS = 16 * 1024;
/** Above this lateness of timers the server answers 503 rather than queueing more work. */
const EVENT_LOOP_DELAY_MS = 2_000;

/**
 * The HTTP side of the platform with the modules' routes in it; nothing listens yet, so tests can inject requests.
 * Order on each request: host allow-list, caller table, rate limit, body, schema, handler.
 */
export async function createHttpApp(
  platform: Platform,
  routes: readonly FastifyPluginAsync[],
  draining: Draining = createDraining(),
): Promise<FastifyInstance> {
  const { config } = platform;
  const logger: FastifyBaseLogger = platform.log;
  const dress = safeHeaders(config);
  const app = Fastify({
    loggerInstance: logger,
    // Fastify's own request lines would hold URLs and addresses; telemetry.ts writes ours.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'trace' }),
    genReqId: traceId,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    // While draining we still answer what comes on open connections, and close them with the answer.
    return503OnClosing: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    http: { maxHeaderSize: LARGEST_HEADERS },
    clientErrorHandler: answerClientError,
    // Addresses that no router reads: no hook runs for them.
    frameworkErrors(error, request, reply) {
      dress(request, reply);
      answerFault(error, request, reply);
    },
    routerOptions: { maxParamLength: 300 },
  });
  draining.watch(app);
  app.addHook('onRequest', async (request, reply) => dress(request, reply));
  observeRequests(app, platform.metrics);
  guardCallers(app, config);
  validateStrictly(app);
  keepRawBody(app);
  if (config.rateLimits) await limitRates(app);
  await app.register(fastifyUnderPressure, { maxEventLoopDelay: EVENT_LOOP_DELAY_MS, retryAfter: 2 });
  await app.register(fastifyCookie);
  await collectApi(app);
  answerProblems(app);
  apiDocRoutes(app);
  await app.register(healthRoutes(platform, draining));
  for (const plugin of routes) await app.register(plugin);
  return app;
}

/** W3C Trace Context: the caller's trace id where it sent a valid `traceparent`, else a new one. 32 hex digits. */
function traceId(request: IncomingMessage): string {
  const { traceparent } = request.headers;
  const sent =
    typeof traceparent === 'string' ? /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent)?.[1] : undefined;
  return sent && !/^0+$/.test(sent) ? sent : randomBytes(16).toString('hex');
}

/** Signed requests are verified over the bytes that came, so JSON bodies keep theirs in `request.rawBody`. */
function keepRawBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.decorateRequest('rawBody', undefined);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    request.rawBody = bytes;
    void parse(request, bytes.toString('utf8'), done);
  });
}
