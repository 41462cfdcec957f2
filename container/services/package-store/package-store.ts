import type { ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';

export interface PackageFile {
  /** A copy of the caller's own: transfer it into the frame freely. */
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

export interface Progress {
  /** Bytes of files that were missing when the call began. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface EnsureOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops before the next file; files already on their way are still stored for the next time. */
  readonly signal?: AbortSignal;
}

/** What the store needs to know of a release; a `VerifiedRelease` fits. */
export interface StorableRelease {
  readonly digest: ReleaseDigest;
  readonly manifest: Pick<ReleaseManifest, 'files'>;
}

/** Files of verified releases, by SHA-256, in IndexedDB. Nothing is stored whose digest was not checked first. */
export interface PackageStore {
  /** Starts what the first file would otherwise wait for. */
  getReady(): void;
  /**
   * Fetches what is missing from `/blobs/<sha256>` and returns the whole package by path.
   * @throws PorticoError ERR_TRUST_BLOB_TAMPERED, ERR_TRUST_BLOB_UNAVAILABLE, ERR_TRUST_STORAGE_FULL, ERR_TRUST_STORAGE_FAILED;
   *   the signal's reason when aborted.
   */
  ensureRelease(release: StorableRelease, options?: EnsureOptions): Promise<Map<string, PackageFile>>;
  /** Fetches what is missing while the browser is idle, one file at a time. Failures are left for `ensureRelease` to report. */
  prefetch(release: StorableRelease, signal?: AbortSignal): Promise<'stored' | 'stopped'>;
  /** The whole package by path when it is complete on this device. */
  read(release: StorableRelease): Promise<Map<string, PackageFile> | undefined>;
  /** Whether every file of the release is on this device. */
  holds(release: StorableRelease): Promise<boolean>;
  /** Deletes releases not in `keep` and then every file no release refers to. Returns the bytes freed. */
  evict(keep: ReadonlySet<ReleaseDigest>): Promise<number>;
  close(): void;
}
