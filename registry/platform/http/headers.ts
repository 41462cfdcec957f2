import type { FastifyReply, FastifyRequest } from 'fastify';
import { deniedFeatures } from '../../../sandbox/contract/frame-page.ts';
import type { Config } from '../config.ts';
import { hostKindReader } from './hosts.ts';

const TWO_YEARS_SECONDS = 63_072_000;

/** A page of nothing: what is no page of ours, shown as one, may run, load and feel nothing. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** Beside the policy, where mini-apps are at home: their browser's other ways out and its features. */
export const inertAppHeaders = {
  'Connection-Allowlist': '(response-origin)',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
} as const;

/**
 * Headers of every response. Routes that serve pages replace the policy with their own. The first group is set on the
 * raw response, so that answers which bypass Fastify (the embedded issuer, event streams) and refusals carry it too:
 * `Origin-Agent-Cluster` must be on everything an origin serves, or the browser may put apps into one process.
 */
export function safeHeaders(config: Config): (request: FastifyRequest, reply: FastifyReply) => void {
  const secure = config.publicOrigin.startsWith('https:');
  const kindOf = hostKindReader(config);
  return (request, reply) => {
    reply.raw.setHeader('Origin-Agent-Cluster', '?1');
    reply.raw.setHeader('X-Content-Type-Options', 'nosniff');
    reply.raw.setHeader('Referrer-Policy', 'no-referrer');
    reply.raw.setHeader('Trace-Id', request.id);
    if (secure) reply.raw.setHeader('Strict-Transport-Security', `max-age=${TWO_YEARS_SECONDS}`);
    reply.headers({
      'Content-Security-Policy': inertPolicy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      ...(kindOf(request.raw) === 'app' && inertAppHeaders),
    });
  };
}
