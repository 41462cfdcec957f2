import type { FastifyPluginAsync } from 'fastify';
import { sql } from 'kysely';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Platform } from '../platform.ts';
import type { Draining } from './draining.ts';

const PATIENCE_MS = 2_000;

/** Probes, on the loopback hosts only. Readiness goes off before the listeners close. */
export function healthRoutes(platform: Platform, draining: Draining): FastifyPluginAsync {
  return async (app) => {
    app.get('/healthz', probe('The process answers'), async () => ({ status: 'ok' }));

    app.get('/readyz', probe('The process answers, its database does, and it is not about to stop'), async () => {
      if (draining.step !== 'running')
        throw new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: 'The server is about to stop.' });
      await databaseAnswers(platform);
      return { status: 'ready' };
    });

    app.get('/metrics', probe('Measurements in Prometheus text form'), async (_request, reply) => {
      reply.type(platform.metrics.contentType);
      return platform.metrics.metrics();
    });
  };
}

async function databaseAnswers(platform: Platform): Promise<void> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const timedOut = new Promise<never>((_resolve, reject) => {
    late.addEventListener('abort', () => reject(new PorticoError('ERR_PLATFORM_UNAVAILABLE')));
  });
  await Promise.race([sql`SELECT 1`.execute(platform.db), timedOut]);
}

function probe(summary: string) {
  return { config: { caller: 'probe' }, schema: { summary, tags: ['health'] } } as const;
}
