import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer never ends by itself (an event stream). Stopping ends it in `preClose` rather than waiting for it. */
    endless?: boolean;
  }
}

/**
 * Knows which requests are under way, and how far stopping has come.
 * | step | readiness | new connections | open connections |
 * | --- | --- | --- | --- |
 * | `running` | green | taken | kept |
 * | `leaving` | red | taken | kept: closing them now would only make clients open new ones |
 * | `closing` | red | refused | each ends with its next answer |
 */
export interface Draining {
  step: 'running' | 'leaving' | 'closing';
  /** Resolves once no request is under way, or after `patienceMs`. */
  idle(patienceMs: number): Promise<void>;
  watch(app: FastifyInstance): void;
}

export function createDraining(): Draining {
  let underWay = 0;
  const draining: Draining = {
    step: 'running',
    async idle(patienceMs) {
      const deadline = performance.now() + patienceMs;
      while (underWay > 0 && performance.now() < deadline) await sleep(10);
    },
    watch(app) {
      app.addHook('onRequest', async (request, reply) => {
        if (request.routeOptions.config.endless) return;
        underWay += 1;
        // 'close' follows every answer, also one whose reader went away.
        reply.raw.once('close', () => {
          underWay -= 1;
        });
      });
      // Asked when the answer leaves, so that one which was under way when closing began says it as well.
      app.addHook('onSend', async (_request, reply, payload) => {
        if (draining.step === 'closing') reply.raw.setHeader('Connection', 'close');
        return payload;
      });
    },
  };
  return draining;
}
