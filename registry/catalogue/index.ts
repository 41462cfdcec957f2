/** What customers find: the home page, search, an app's details, and hints that any of it changed. */
import type { FastifyPluginAsync } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import type { Rollout } from '../rollout/index.ts';
import { eventRoutes } from './events.ts';
import { catalogueRoutes } from './routes.ts';
import { createShelves } from './shelves.ts';

export interface Catalogue {
  readonly routes: FastifyPluginAsync;
}

interface CatalogueParts {
  readonly publishing: Pick<Publishing, 'release'>;
  readonly rollout: Pick<Rollout, 'allLive'>;
}

export function createCatalogue(platform: Platform, parts: CatalogueParts): Catalogue {
  const shelves = createShelves(platform, parts);
  return {
    routes: async (app) => {
      await app.register(catalogueRoutes(shelves, platform.clock));
      await app.register(eventRoutes(platform));
    },
  };
}
