/** The parking partner's own server, as a process. Settings come from the environment, see `config.ts`. */
import { mkdirSync } from 'node:fs';
import { buildParking } from './app.ts';
import { readConfig } from './config.ts';
import { ParkingError } from './errors.ts';

const HOST = '127.0.0.1';

async function run(): Promise<void> {
  const config = readConfig(process.env);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const app = await buildParking(config, { logLevel: process.env.PARKING_LOG_LEVEL ?? 'info' });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    app.log.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        app.log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by another process over IPC: when that is gone, for whatever reason, there is nobody left to stop us.
  process.once('disconnect', () => stop('disconnect'));

  const address = await app.listen({ port: config.port, host: HOST }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ParkingError('ERR_PARKING_PORT_IN_USE', { detail: `${HOST}:${config.port}`, cause: error });
  });
  console.log(`parking server listening on ${address}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof ParkingError ? error.message : error);
  // Not the exit code alone: listening for the other process's end keeps this one alive.
  process.exit(1);
});
