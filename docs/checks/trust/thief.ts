import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createFileSigners } from '../../../registry/trust/file-signers.ts';
import { createHighWaterMark } from '../../../registry/trust/high-water-mark.ts';
import { createRepository, type TargetEdit } from '../../../registry/trust/repository.ts';
import type { TrustBench } from '../../../registry/trust/testing/index.ts';

/** Publishes with the registry's online keys, as a thief of the server could, past everything trust checks. */
export async function publishAsThief({ platform, origin }: TrustBench, edits: readonly TargetEdit[]): Promise<void> {
  const mark = createHighWaterMark(join(platform.config.dataDir, 'trust', 'published-version'));
  const repository = createRepository(platform, createFileSigners(platform.config), mark);
  const { epoch } = await platform.db.transaction().execute((tx) => repository.publish(tx, async () => edits));
  // The server hears of it by a notice, and serves what it read before until then.
  while ((await servedVersion(origin)) < epoch) await pause(5);
}

async function servedVersion(origin: string): Promise<number> {
  const { signed } = (await (await fetch(`${origin}/tuf/timestamp.json`)).json()) as { signed: { version: number } };
  return signed.version;
}
