import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Caller } from '../platform.ts';
import { networkOf } from './network.ts';

/**
 * Requests a minute from one network. They stop floods, no more: many customers share an address behind a mobile
 * network. What may be guessed (codes, passwords) is counted where it is checked.
 */
const PER_MINUTE: Readonly<Record<Caller, number>> = {
  customer: 6_000,
  navigation: 600,
  issuer: 1_200,
  partner: 30_000,
  staff: 6_000,
  public: 60_000,
  asset: 60_000,
  content: 60_000,
  tool: 600,
  probe: 6_000,
};

export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: true,
    timeWindow: 60_000,
    cache: 20_000,
    max: (request) => PER_MINUTE[request.routeOptions.config.caller ?? 'public'],
    keyGenerator: (request) => `${request.routeOptions.config.caller ?? 'public'} ${networkOf(request.ip)}`,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) =>
      new PorticoError('ERR_PLATFORM_RATE', { data: { retryAfterSeconds: Math.ceil(ttl / 1000) } }),
  });
}
