import { setTimeout as sleep } from 'node:timers/promises';
import { PorticoError } from '../sandbox/contract/index.ts';
import { createRegistry, migrations } from './app.ts';
import { loadBankParts } from './bank-parts.ts';
import {
  assertPortFree,
  createDraining,
  createHttpApp,
  createPlatform,
  freePort,
  listen,
  type RunningServer,
  readConfig,
  waitForLeaver,
} from './platform/index.ts';

interface ServeOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  /** Folder of the build. */
  readonly dist: string;
}

/** Load balancers see a red /readyz this long before the port closes. */
const LAME_DUCK_MS = 1_000;
/** Clients that have a connection open learn with their next answer that it ends; idle ones are closed after this. */
const LAST_ANSWERS_MS = 500;
/** Requests under way get this long; PostgreSQL's own shutdown fits in what is left of ten seconds. */
const REQUEST_PATIENCE_MS = 5_000;

/** Starts everything in order and stops it in reverse: readiness, listeners, requests, jobs, database, PostgreSQL. */
export async function serve({ environment, workingFolder, dist }: ServeOptions): Promise<RunningServer> {
  const chosen = environment.PORTICO_PORT === '0' ? { PORTICO_PORT: String(await freePort()) } : {};
  const config = readConfig({ ...environment, ...chosen }, workingFolder);
  const createBankParts = await loadBankParts(config);
  await waitForLeaver(config.dataDir);
  await assertPortFree(config);
  const platform = await createPlatform({ config, migrations });
  const draining = createDraining();
  try {
    const bankParts = await createBankParts(platform);
    const app = await createHttpApp(platform, [createRegistry(platform, { dist, bankParts })], draining);
    await app.ready();
    await platform.start();
    const listening = await listen(app, config, platform.log);
    platform.log.info(`registry listening on ${config.publicOrigin}`);

    return {
      failed: platform.dataDirLost.then(
        () => new PorticoError('ERR_PLATFORM_DATA_DIR_LOST', { detail: config.dataDir }),
      ),
      async stop() {
        platform.log.info('stopping');
        await platform.announceLeaving();
        draining.step = 'leaving';
        await sleep(LAME_DUCK_MS);
        await listening.close();
        draining.step = 'closing';
        await sleep(LAST_ANSWERS_MS);
        await draining.idle(REQUEST_PATIENCE_MS);
        await app.close();
        app.server.closeAllConnections();
        await platform.stop();
      },
    };
  } catch (error) {
    await platform.stop();
    throw error;
  }
}
