import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer never ends by itself (an event stream). Stopping ends it in `preClose` rather than waiting for it. */
    endless?: boolean;
  }
}

/** Knows which requests are under way, and whether the process was asked to stop. */
export interface Draining {
  readonly begun: boolean;
  begin(): void;
  /** Resolves once no request is under way, or after `patienceMs`. */
  idle(patienceMs: number): Promise<void>;
  watch(app: FastifyInstance): void;
}

export function createDraining(): Draining {
  let begun = false;
  let underWay = 0;
  return {
    get begun() {
      return begun;
    },
    begin() {
      begun = true;
    },
    async idle(patienceMs) {
      const deadline = performance.now() + patienceMs;
      while (underWay > 0 && performance.now() < deadline) await sleep(10);
    },
    watch(app) {
      app.addHook('onRequest', async (request, reply) => {
        // Answers on open connections say that the connection ends with them, so that clients move elsewhere.
        if (begun) reply.raw.setHeader('Connection', 'close');
        if (request.routeOptions.config.endless) return;
        underWay += 1;
        // 'close' follows every answer, also one whose reader went away.
        reply.raw.once('close', () => {
          underWay -= 1;
        });
      });
    },
  };
}
