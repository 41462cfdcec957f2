import type { FastifyPluginAsync } from 'fastify';

export interface Gateway {
  /** `POST /api/v1/gateway/:appId/:backend`. */
  readonly routes: FastifyPluginAsync;
}
