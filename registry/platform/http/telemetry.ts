import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/**
 * One log line and one measurement a request. Both name the route's pattern, never its URL: paths and queries hold
 * order numbers and codes. No address, no header, no body is logged.
 */
export function observeRequests(app: FastifyInstance, metrics: Registry): void {
  const seconds = new Histogram({
    name: 'portico_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    seconds.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    const line = { method: request.method, route, host: request.hostKind, status, ms: Math.round(reply.elapsedTime) };
    if (status >= 500) request.log.warn(line, 'answered');
    else request.log.debug(line, 'answered');
  });
}
