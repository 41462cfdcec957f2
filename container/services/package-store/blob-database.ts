import type { DBSchema } from 'idb';
import type { FileDigest, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { createKeptDatabase } from '../kept-database.ts';

interface Schema extends DBSchema {
  blobs: { key: FileDigest; value: ArrayBuffer };
  /** Bytes of each blob, so that looking around does not read them. Written together with it. */
  sizes: { key: FileDigest; value: number };
  /** Which files a release needs; a file nobody needs is evicted. */
  releases: { key: ReleaseDigest; value: { readonly files: readonly FileDigest[] } };
}

export interface BlobDatabase {
  /** Those of `digests` that are here. */
  present(digests: readonly FileDigest[]): Promise<Set<FileDigest>>;
  read(digests: readonly FileDigest[]): Promise<Map<FileDigest, ArrayBuffer>>;
  /** All of a release that was noted before; `undefined` unless every file is here. */
  readRelease(release: ReleaseDigest, files: readonly FileDigest[]): Promise<Map<FileDigest, ArrayBuffer> | undefined>;
  /** @throws PorticoError ERR_TRUST_STORAGE_FULL */
  put(digest: FileDigest, bytes: ArrayBuffer): Promise<void>;
  noteRelease(release: ReleaseDigest, files: readonly FileDigest[]): Promise<void>;
  /** Forgets other releases and deletes files that none of the rest needs. Returns the bytes freed. */
  evict(keep: ReadonlySet<ReleaseDigest>): Promise<number>;
  close(): void;
}

/** Every method may throw ERR_TRUST_STORAGE_FAILED. */
export function openBlobDatabase(name: string): BlobDatabase {
  const { use, close } = createKeptDatabase<Schema>({
    name,
    version: 1,
    upgrade(fresh) {
      fresh.createObjectStore('blobs');
      fresh.createObjectStore('sizes');
      fresh.createObjectStore('releases');
    },
    codes: { full: 'ERR_TRUST_STORAGE_FULL', failed: 'ERR_TRUST_STORAGE_FAILED' },
  });

  return {
    present: (digests) =>
      use(async (database) => {
        const sizes = database.transaction('sizes').store;
        const keys = await Promise.all(digests.map((digest) => sizes.getKey(digest)));
        return new Set(keys.filter((key) => key !== undefined));
      }),
    read: (digests) => use((database) => readAll(database.transaction('blobs').store, digests)),
    readRelease: (release, files) =>
      use(async (database) => {
        const transaction = database.transaction(['releases', 'blobs']);
        const [noted, found] = await Promise.all([
          transaction.objectStore('releases').getKey(release),
          readAll(transaction.objectStore('blobs'), files),
        ]);
        return noted !== undefined && found.size === files.length ? found : undefined;
      }),
    put: (digest, bytes) =>
      use(async (database) => {
        const transaction = database.transaction(['blobs', 'sizes'], 'readwrite');
        await Promise.all([
          transaction.objectStore('blobs').put(bytes, digest),
          transaction.objectStore('sizes').put(bytes.byteLength, digest),
          transaction.done,
        ]);
      }),
    noteRelease: (release, files) => use(async (database) => void (await database.put('releases', { files }, release))),
    evict: (keep) =>
      use(async (database) => {
        const transaction = database.transaction(['releases', 'blobs', 'sizes'], 'readwrite');
        const blobs = transaction.objectStore('blobs');
        const needed = new Set<FileDigest>();
        for await (const cursor of transaction.objectStore('releases')) {
          if (!keep.has(cursor.key)) await cursor.delete();
          else for (const file of cursor.value.files) needed.add(file);
        }
        let freed = 0;
        for await (const cursor of transaction.objectStore('sizes')) {
          if (needed.has(cursor.key)) continue;
          freed += cursor.value;
          await Promise.all([cursor.delete(), blobs.delete(cursor.key)]);
        }
        await transaction.done;
        return freed;
      }),
    close,
  };
}

async function readAll(
  blobs: { get(digest: FileDigest): Promise<ArrayBuffer | undefined> },
  digests: readonly FileDigest[],
): Promise<Map<FileDigest, ArrayBuffer>> {
  const found = new Map<FileDigest, ArrayBuffer>();
  await Promise.all(
    digests.map(async (digest) => {
      const bytes = await blobs.get(digest);
      if (bytes) found.set(digest, bytes);
    }),
  );
  return found;
}
