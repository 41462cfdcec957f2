import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { FastifyPluginAsync } from 'fastify';
import { PorticoError, parseAppId, parseReleaseDigest } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import { networkOf, type Platform } from '../platform/index.ts';
import type { Publishing } from '../publishing/index.ts';
import { createAllowance } from './allowance.ts';
import { storeEvents, sweepEvents } from './event-store.ts';
import * as schema from './schema.ts';
import type { OperationsTables } from './tables.ts';

const SWEEP_SECONDS = 6 * 60 * 60;

export interface OperationsParts {
  readonly identity: Pick<Identity, 'customerIfSignedIn'>;
  readonly publishing: Pick<Publishing, 'release'>;
}
export interface Operations {
  readonly routes: FastifyPluginAsync;
}

export function createOperations(platform: Platform, { identity, publishing }: OperationsParts): Operations {
  const db = platform.db.withTables<OperationsTables>();
  const allowance = createAllowance(platform.clock);
  platform.jobs.every('operations-sweep', SWEEP_SECONDS, () => sweepEvents(db, platform.clock.now()));

  const routes: FastifyPluginAsyncJsonSchemaToTs = async (app) => {
    app.post(
      '/api/v1/operations/events',
      { config: { caller: 'customer' }, schema: schema.sendEvents },
      async (request, reply) => {
        const appId = parseAppId(request.body.appId);
        const release = parseReleaseDigest(request.body.release);
        // Numbers about an app are only worth something when the app and its release are ones that were published.
        if (!appId || !release || (await publishing.release(release))?.appId !== appId) {
          throw new PorticoError('ERR_CATALOGUE_NO_APP');
        }
        const customer = await identity.customerIfSignedIn(request);
        const { events } = request.body;
        const sender = customer?.userId ?? networkOf(request.ip);
        const retryAfterSeconds = allowance.refuses(sender, events.length);
        if (retryAfterSeconds !== undefined)
          throw new PorticoError('ERR_PLATFORM_RATE', { data: { retryAfterSeconds } });
        await storeEvents(db, { appId, release, userId: customer?.userId, events, now: platform.clock.now() });
        return reply.code(204).send(null);
      },
    );
  };
  return { routes };
}
