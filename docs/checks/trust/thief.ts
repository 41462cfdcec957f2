import { join } from 'node:path';
import { createFileSigners } from '../../../registry/trust/file-signers.ts';
import { createHighWaterMark } from '../../../registry/trust/high-water-mark.ts';
import { createRepository, type TargetEdit } from '../../../registry/trust/repository.ts';
import type { TrustBench } from '../../../registry/trust/testing/index.ts';

/** Publishes with the registry's online keys, as a thief of the server could, past everything trust checks. */
export async function publishAsThief({ platform }: TrustBench, edits: readonly TargetEdit[]): Promise<void> {
  const mark = createHighWaterMark(join(platform.config.dataDir, 'trust', 'published-version'));
  const repository = createRepository(platform, createFileSigners(platform.config), mark);
  await platform.db.transaction().execute((tx) => repository.publish(tx, async () => edits));
}
