import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataDir } from '../../../registry/platform/data-dir.ts';
import { stopOrphanedPostgres } from '../../../registry/platform/postgres/supervisor.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** A registry that was killed leaves its PostgreSQL behind; the next start would stop it, but nobody said there is one. */
export async function stopKilledRegistrysPostgres(dataDir: string): Promise<void> {
  if (process.env.DATABASE_URL || !existsSync(join(dataDir, 'server.lock'))) return;
  try {
    const claim = await claimDataDir(dataDir);
    await claim.announceLeaving();
    await stopOrphanedPostgres(dataDir);
    await claim.release();
  } catch (error) {
    // A newer server has the folder already, and with it this PostgreSQL's end in hand.
    if (!(error instanceof PorticoError && error.code === 'ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE')) throw error;
  }
}
