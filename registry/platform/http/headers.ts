import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

const TWO_YEARS_SECONDS = 63_072_000;

/**
 * Headers of every response. Routes that serve pages replace the policy with their own. The first group is set on the
 * raw response, so that answers which bypass Fastify (the embedded issuer, event streams) and refusals carry it too:
 * `Origin-Agent-Cluster` must be on everything an origin serves, or the browser may put apps into one process.
 */
export function sendSafeHeaders(app: FastifyInstance, config: Config): void {
  const secure = config.publicOrigin.startsWith('https:');
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('Origin-Agent-Cluster', '?1');
    reply.raw.setHeader('X-Content-Type-Options', 'nosniff');
    reply.raw.setHeader('Referrer-Policy', 'no-referrer');
    reply.raw.setHeader('Trace-Id', request.id);
    if (secure) reply.raw.setHeader('Strict-Transport-Security', `max-age=${TWO_YEARS_SECONDS}`);
    reply.headers({
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
  });
}
