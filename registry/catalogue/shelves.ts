import type { ReleaseDigest } from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import type { Rollout } from '../rollout/index.ts';
import { type ShelvedApp, shelve } from './shelf.ts';

/** Read again after this long even when no notice came, because notices may be lost. */
const OLDEST_MS = 30_000;

/**
 * What customers can open now, in memory. A notice of a release throws it away; the next request reads it again. While
 * the database is away the last known shelves are shown.
 */
export function createShelves(
  platform: Platform,
  { publishing, rollout }: { publishing: Pick<Publishing, 'release'>; rollout: Pick<Rollout, 'allLive'> },
): { all(): Promise<readonly ShelvedApp[]> } {
  const parsed = new Map<ReleaseDigest, ShelvedApp>();
  let shelves: readonly ShelvedApp[] | undefined;
  let reading: Promise<readonly ShelvedApp[]> | undefined;
  let readAt = 0;

  platform.notices.subscribe('releases', () => {
    readAt = 0;
    reading = undefined;
  });

  async function read(): Promise<readonly ShelvedApp[]> {
    const live = await rollout.allLive();
    const apps: ShelvedApp[] = [];
    for (const { digest } of live) {
      const known = parsed.get(digest);
      const release = known ? undefined : await publishing.release(digest);
      const app = known ?? (release && shelve(digest, release.partnerId, release.manifest));
      if (app) apps.push(app);
    }
    parsed.clear();
    for (const app of apps) parsed.set(app.digest, app);
    return apps;
  }

  async function refresh(): Promise<readonly ShelvedApp[]> {
    const startedAt = performance.now();
    try {
      const fresh = await read();
      shelves = fresh;
      readAt = startedAt;
      return fresh;
    } catch (error) {
      if (!shelves) throw error;
      platform.log.warn({ err: error }, 'the catalogue shows what it last knew');
      return shelves;
    }
  }

  return {
    async all() {
      if (shelves && readAt > 0 && performance.now() - readAt < OLDEST_MS) return shelves;
      const mine = reading ?? refresh();
      reading = mine;
      try {
        return await mine;
      } finally {
        if (reading === mine) reading = undefined;
      }
    },
  };
}
