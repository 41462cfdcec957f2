import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { PorticoError, parseAppId } from '../../sandbox/contract/index.ts';
import type { Rollout } from './rollout.ts';
import { liveAnswer, liveParams } from './schema.ts';

export function rolloutRoutes({ live }: Pick<Rollout, 'live'>): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.get(
      '/api/v1/rollouts/:appId',
      {
        config: { caller: 'public' },
        schema: {
          summary: 'The release customers of a mini-app get now',
          description: 'For tools and people. Containers believe only the signed pointer under `/tuf/`.',
          tags: ['rollout'],
          params: liveParams,
          response: { 200: liveAnswer },
        },
      },
      async (request) => {
        const appId = parseAppId(request.params.appId);
        const release = appId && (await live(appId));
        if (!release) throw new PorticoError('ERR_ROLLOUT_NOT_LIVE');
        return release;
      },
    );
  };
}
