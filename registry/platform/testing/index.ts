/**
 * A platform for tests: the real database, blobs, jobs and outbox, with a clock that tests move.
 *
 * ```ts
 * const test = await createTestPlatform({ migrations });
 * after(() => test.close());
 * const identity = createIdentity(test.platform);
 * const app = await test.buildApp([identity.routes]);   // also starts jobs, outbox and notices
 * await app.inject({ url: '/api/v1/session', headers: test.fromContainer });
 * await test.time.advance({ minutes: 2 });              // platform.clock and portico.now() together
 * await test.settled();                                 // every outbox delivery that is due has been made
 * ```
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import pg from 'pg';

import type { Config } from '../config.ts';
import { createPlatform, type RunningPlatform } from '../create-platform.ts';
import { createHttpApp } from '../http/http-app.ts';
import { createLog } from '../log.ts';
import type { Migration } from '../platform.ts';
import { joinCluster } from './cluster.ts';

interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

export interface TestPlatform {
  readonly platform: RunningPlatform;
  /** Builds the HTTP app and starts jobs, outbox and notices. Call once, when the modules are made. */
  buildApp(routes: readonly FastifyPluginAsync[]): Promise<FastifyInstance>;
  readonly time: { advance(span: Span): Promise<void> };
  /** Waits until no outbox delivery is due (10 s at most). Failing handlers back off and are not waited for. */
  settled(): Promise<void>;
  /** Headers of the container's own page, for `customer` routes. */
  readonly fromContainer: Readonly<Record<string, string>>;
  /** URL of this file's database as its owner, for a second connection. */
  readonly ownerUrl: string;
  close(): Promise<void>;
}

const testConfig: Omit<Config, 'dataDir' | 'databaseUrl'> = {
  port: 8080,
  listen: ['127.0.0.1'],
  trustedProxies: [],
  blobUrl: undefined,
  publicOrigin: 'http://bank.portico.localhost:8080',
  contentScheme: 'http',
  contentDomain: 'portico.localhost:8080',
  consoleOrigin: 'http://console.localhost:8080',
  issuerOrigin: 'http://id.localhost:8080',
  embeddedIssuer: true,
  demo: true,
  bankParts: undefined,
  backendMap: new Map(),
  rateLimits: false,
  logLevel: 'silent',
};

export async function createTestPlatform(options: {
  readonly migrations: readonly Migration[];
  readonly config?: Partial<Config>;
}): Promise<TestPlatform> {
  const { admin, url } = await joinCluster();
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`CREATE DATABASE ${database}`);
  const dataDir = options.config?.dataDir ?? (await mkdtemp(join(tmpdir(), 'portico-test-')));
  const config: Config = { ...testConfig, ...options.config, dataDir, databaseUrl: url(database) };

  let offsetMs = 0;
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const log = createLog(process.env.LOG_LEVEL ?? config.logLevel);
  const migrations = [...options.migrations, movableNow];
  const platform = await createPlatform({ config, migrations, clock, log, poolSize: 20 });
  const owner = new pg.Client({ connectionString: url(database) });
  owner.on('error', (error) => log.warn({ reason: error.message }, 'test clock connection lost'));
  await owner.connect();
  let app: FastifyInstance | undefined;
  let closed = false;

  return {
    platform,
    ownerUrl: url(database),
    fromContainer: {
      host: new URL(config.publicOrigin).host,
      origin: config.publicOrigin,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
    },
    async buildApp(routes) {
      app = await createHttpApp(platform, routes);
      await platform.start();
      await app.ready();
      return app;
    },
    time: {
      async advance(span) {
        offsetMs += milliseconds(span);
        await owner.query(`UPDATE portico.test_time SET ahead = make_interval(secs => $1)`, [offsetMs / 1000]);
      },
    },
    async settled() {
      for (let tries = 0; tries < 500; tries += 1) {
        if ((await platform.outbox.owed()) === 0) return;
        await sleep(20);
      }
      throw new Error('outbox deliveries are still due after 10 s');
    },
    async close() {
      if (closed) return;
      closed = true;
      await app?.close();
      await owner.end();
      await platform.stop();
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await admin.end();
      if (!options.config?.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Test databases only: gives `portico.now()` an offset. */
const movableNow: Migration = {
  id: 'test-time',
  sql: `
CREATE TABLE portico.test_time (ahead interval NOT NULL);
INSERT INTO portico.test_time VALUES ('0');
CREATE OR REPLACE FUNCTION portico.now() RETURNS timestamptz
  LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp() + ahead FROM portico.test_time';`,
};

function milliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds: rest = 0 }: Span): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + rest;
}
