/** Signed notifications to partners about committed changes (Standard Webhooks). */
import type { FastifyPluginAsync } from 'fastify';

export interface Webhooks {
  readonly routes: FastifyPluginAsync;
}
