import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { Platform } from '../platform.ts';
import { guardCallers } from './callers.ts';
import { answerProblems } from './problems.ts';
import { validateStrictly } from './validation.ts';

/** Bodies larger than this need a route that says so (`bodyLimit`). */
const BODY_LIMIT = 1024 * 1024;

/**
 * The HTTP side of the platform with the modules' routes in it; nothing listens yet, so tests can inject requests.
 * Order on each request: host allow-list, caller table, rate limit, body, schema, handler.
 */
export async function createHttpApp(
  platform: Platform,
  routes: readonly FastifyPluginAsync[],
): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = platform.log;
  const app = Fastify({
    loggerInstance: logger,
    genReqId: traceId,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 300, caseSensitive: true, ignoreTrailingSlash: false },
  });
  guardCallers(app, platform.config);
  answerProblems(app);
  validateStrictly(app);
  keepRawBody(app);
  await app.register(fastifyCookie);
  for (const plugin of routes) await app.register(plugin);
  return app;
}

/** W3C Trace Context: the caller's trace id where it sent a valid `traceparent`, else a new one. 32 hex digits. */
function traceId(request: IncomingMessage): string {
  const header = request.headers.traceparent;
  const sent =
    typeof header === 'string' ? /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(header)?.[1] : undefined;
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
