/**
 * Every route of the server with its schema, without a server: the modules are made on a platform whose database answers
 * nothing, and only their declarations are read. No handler, job or ready hook ever runs.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createRegistry } from '../../../registry/app.ts';
import { systemClock, systemRandom } from '../../../registry/platform/clock.ts';
import { createHttpApp, type NoTables, type Platform, readConfig } from '../../../registry/platform/index.ts';

const refuse = (): never => {
  throw new Error('routes are only described here, nothing runs');
};

function describedPlatform(): Platform {
  return {
    // An issuer of somebody else's, because the embedded one is no API of ours and slow to make.
    config: readConfig({ PORTICO_OIDC_ISSUER: 'https://issuer.localhost', PORTICO_RATE_LIMITS: 'off' }, tmpdir()),
    db: new Kysely<NoTables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
    blobs: { put: refuse, open: refuse, read: refuse },
    outbox: { add: refuse, on: () => undefined },
    jobs: { every: () => undefined, queue: () => ({ send: refuse }) },
    notices: { publish: refuse, subscribe: () => () => undefined },
    clock: systemClock,
    random: systemRandom,
    fetch: refuse,
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
  };
}

/** In the order in which the modules register them; `HEAD` routes, which Fastify adds by itself, are left out. */
export async function describedRoutes(): Promise<readonly RouteOptions[]> {
  const routes: RouteOptions[] = [];
  const collect = fastifyPlugin(async (app) => {
    app.addHook('onRoute', (route) => {
      if (route.method !== 'HEAD') routes.push(route);
    });
  });
  // Routes of the container's files want a build to be there; the pages do not depend on what is in it.
  const dist = mkdtempSync(join(tmpdir(), 'portico-described-'));
  try {
    for (const folder of ['frame', 'container']) mkdirSync(join(dist, folder));
    const scripts = ['loader', 'origin-enter', 'origin-worker', 'origin-news', 'origin-clear'];
    const built = [...scripts.map((name) => `frame/${name}.js`), 'container/index.html'];
    for (const file of built) writeFileSync(join(dist, file), '');
    const platform = describedPlatform();
    await createHttpApp(platform, [collect, createRegistry(platform, { dist })]);
  } finally {
    rmSync(dist, { recursive: true });
  }
  return routes;
}
