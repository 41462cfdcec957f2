import type { Platform } from '../platform/platform.ts';
import { latestMetadata, metadataOf, targetFile } from './store.ts';

/** Metadata and targets as they are served, mostly from memory: every container of the bank asks for the same few. */
export interface ServedFiles {
  timestamp(): Promise<Uint8Array | undefined>;
  metadata(role: string, version: number): Promise<Uint8Array | undefined>;
  target(path: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Something was published and committed: the next timestamp is read from the database. */
  forgetTimestamp(): void;
}

/** Told at every commit that publishes, in every replica. */
export const PUBLISHED = 'trust_published';

/** Notices may be lost with a connection; then a timestamp is at most this old. */
const TIMESTAMP_MS = 1_000;
/** What has a version or a hash in its address never changes; the oldest go first. */
const MOST_BYTES = 32 * 1024 * 1024;

export function createServedFiles({ db, notices }: Pick<Platform, 'db' | 'notices'>): ServedFiles {
  const kept = new Map<string, Uint8Array>();
  let keptBytes = 0;
  let current: { bytes: Promise<Uint8Array | undefined>; until: number } | undefined;

  async function immutable(name: string, read: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
    const before = kept.get(name);
    if (before) return before;
    const bytes = await read();
    // What is absent is not remembered: the next root or a publication may come any moment.
    if (bytes && !kept.has(name)) {
      kept.set(name, bytes);
      keptBytes += bytes.length;
    }
    for (const [oldest, { length }] of kept) {
      if (keptBytes <= MOST_BYTES) break;
      kept.delete(oldest);
      keptBytes -= length;
    }
    return bytes;
  }

  const forgetTimestamp = () => {
    current = undefined;
  };
  notices.subscribe(PUBLISHED, forgetTimestamp);

  return {
    timestamp() {
      // The promise is kept rather than its value: a reading that began before a publication is forgotten with it.
      if (!current || performance.now() > current.until) {
        const bytes = latestMetadata(db, 'timestamp').then((latest) => latest?.bytes);
        const reading = { bytes, until: performance.now() + TIMESTAMP_MS };
        current = reading;
        bytes.catch(() => {
          if (current === reading) forgetTimestamp();
        });
      }
      return current.bytes;
    },
    metadata: (role, version) => immutable(`${version}.${role}`, () => metadataOf(db, role, version)),
    target: (path, sha256) => immutable(`${sha256}/${path}`, () => targetFile(db, path, sha256)),
    forgetTimestamp,
  };
}
