import type { FileDigest, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { openBlobDatabase } from './blob-database.ts';
import { type Fetch, fetchBlob, tampered } from './fetch-blob.ts';
import { createHasher } from './hasher.ts';
import type { EnsureOptions, PackageFile, PackageStore, StorableRelease } from './package-store.ts';

export interface PackageStoreOptions {
  /** Where `/blobs` is: the container's own origin. */
  readonly origin: string;
  /** Starts `container/workers/hashing.ts` as a module worker. */
  readonly startWorker: () => Worker;
  readonly fetch?: Fetch;
  /** Name of the database; tests use their own. */
  readonly name?: string;
}

/** Files on their way at once; more only compete for the same radio. */
const CONCURRENT = 6;

export function createPackageStore(options: PackageStoreOptions): PackageStore {
  const { origin, startWorker, name = 'portico-packages' } = options;
  // Called through globalThis, because a detached `fetch` is an illegal invocation.
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const database = openBlobDatabase(name);
  const hasher = createHasher(startWorker);
  /** Files on their way now, shared by whoever wants them. */
  const inFlight = new Map<FileDigest, Promise<void>>();
  /** Releases being put together now: an eviction in between must not take their files. */
  const wanted = new Map<ReleaseDigest, number>();

  async function fetchAndStore(digest: FileDigest, size: number, onBytes: (count: number) => void): Promise<void> {
    const received = await fetchBlob(fetch, origin, digest, size, onBytes);
    const hashed = await hasher.sha256(received);
    if (hashed.digest !== digest) throw tampered(digest);
    await database.put(digest, hashed.bytes);
  }

  /** The first to ask starts the download; what it reports as progress, only the first hears byte by byte. */
  function obtain(digest: FileDigest, size: number, onBytes: (count: number) => void): Promise<void> {
    const running = inFlight.get(digest);
    if (running) return running.then(() => onBytes(size));
    const started = fetchAndStore(digest, size, onBytes).finally(() => inFlight.delete(digest));
    inFlight.set(digest, started);
    return started;
  }

  async function missingOf({ manifest }: StorableRelease): Promise<Map<FileDigest, number>> {
    const sizes = new Map(manifest.files.map((file) => [file.digest, file.size]));
    for (const digest of await database.present([...sizes.keys()])) sizes.delete(digest);
    return sizes;
  }

  async function complete(release: StorableRelease, lanes: number, options: EnsureOptions): Promise<void> {
    const { onProgress, signal } = options;
    signal?.throwIfAborted();
    // Noted before the files come, so that an eviction after a crash knows what they were for.
    const [missing] = await Promise.all([
      missingOf(release),
      database.noteRelease(release.digest, digestsOf(release.manifest.files)),
    ]);
    const totalBytes = [...missing.values()].reduce((sum, size) => sum + size, 0);
    let loadedBytes = 0;
    const onBytes = (count: number) => {
      loadedBytes += count;
      onProgress?.({ loadedBytes, totalBytes });
    };
    onProgress?.({ loadedBytes, totalBytes });
    const queue = [...missing];
    const failure = new AbortController();
    const lane = async () => {
      for (let next = queue.shift(); next && !failure.signal.aborted; next = queue.shift()) {
        signal?.throwIfAborted();
        await obtain(next[0], next[1], onBytes);
      }
    };
    const running = Array.from({ length: lanes }, () =>
      lane().catch((error: unknown) => {
        failure.abort();
        throw error;
      }),
    );
    // All lanes have stopped before the first failure is told, so nothing goes on behind the caller's back.
    const failed = (await Promise.allSettled(running)).find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    signal?.throwIfAborted();
  }

  async function keeping<T>({ digest }: StorableRelease, work: () => Promise<T>): Promise<T> {
    wanted.set(digest, (wanted.get(digest) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const others = (wanted.get(digest) ?? 1) - 1;
      if (others > 0) wanted.set(digest, others);
      else wanted.delete(digest);
    }
  }

  /** One look into the database. */
  async function read({ digest, manifest: { files } }: StorableRelease): Promise<Map<string, PackageFile> | undefined> {
    const kept = await database.readRelease(digest, digestsOf(files));
    return kept && packageOf(files, kept);
  }

  return {
    getReady() {
      hasher.start();
      // A database that cannot be opened is told of by whoever needs it.
      database.present([]).catch(() => undefined);
    },
    ensureRelease: (release, options = {}) =>
      keeping(release, async () => {
        const kept = await read(release);
        options.signal?.throwIfAborted();
        if (kept) return kept;
        await complete(release, CONCURRENT, options);
        const { files } = release.manifest;
        return packageOf(files, await database.read(digestsOf(files)));
      }),
    read,
    prefetch: (release, signal) =>
      keeping(release, async () => {
        try {
          await untilIdle();
          await complete(release, 1, signal ? { signal } : {});
          return 'stored';
        } catch {
          // Nobody waits for it; whoever opens the app meets the same fault and is told.
          return 'stopped';
        }
      }),
    holds: async (release) => (await missingOf(release)).size === 0,
    evict: (keep) => database.evict(new Set([...keep, ...wanted.keys()])),
    close() {
      hasher.close();
      database.close();
    },
  };
}

const digestsOf = (files: StorableRelease['manifest']['files']): FileDigest[] => [
  ...new Set(files.map(({ digest }) => digest)),
];

/** Two paths may be one file; each gets bytes of its own, because callers transfer them away. */
function packageOf(
  files: StorableRelease['manifest']['files'],
  bytes: ReadonlyMap<FileDigest, ArrayBuffer>,
): Map<string, PackageFile> {
  const used = new Set<FileDigest>();
  const found = new Map<string, PackageFile>();
  for (const { path, digest, type } of files) {
    const buffer = bytes.get(digest);
    // Deleted by the browser between the check and the reading.
    if (!buffer) throw tampered(digest);
    found.set(path, { bytes: used.has(digest) ? buffer.slice(0) : buffer, type });
    used.add(digest);
  }
  return found;
}

/** Safari has no `requestIdleCallback`. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 300);
  });
}
