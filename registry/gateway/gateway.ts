import type { FastifyPluginAsync } from 'fastify';

export interface Gateway {
  /** `POST /api/v1/gateway/:appId/:backend`, and `…/stream` for answers passed on as they arrive. */
  readonly routes: FastifyPluginAsync;
}
