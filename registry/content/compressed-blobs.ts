import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { FileDigest } from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/platform.ts';

const zip = promisify(gzip);

/** What shrinks; pictures, fonts, sound and film are compressed already. */
const SHRINKS = /^(?:text\/|application\/(?:json|wasm)$|image\/svg)/;
/** Bytes. A smaller file gains nothing, a larger one goes out as it is read, without a copy in memory. */
const SMALLEST = 512;
const LARGEST = 4 * 1024 * 1024;
/** Bytes of compressed files kept, those asked for last. */
const KEPT = 32 * 1024 * 1024;

export interface CompressedBlobs {
  /** The file under gzip, or `undefined` for one that is sent as it is. */
  read(digest: FileDigest, file: { readonly type: string; readonly size: number }): Promise<Buffer | undefined>;
}

/** Each file is compressed once for as long as it is asked for. They are public, so their length tells nobody anything (BREACH). */
export function compressedBlobs({ blobs }: Pick<Platform, 'blobs'>): CompressedBlobs {
  const kept = new LRUCache<FileDigest, Buffer>({
    maxSize: KEPT,
    sizeCalculation: (bytes) => bytes.byteLength,
    fetchMethod: async (digest) => {
      const bytes = await blobs.read(digest);
      return bytes && (await zip(bytes));
    },
  });
  return {
    read: async (digest, { type, size }) =>
      SHRINKS.test(type) && size >= SMALLEST && size <= LARGEST ? await kept.fetch(digest) : undefined,
  };
}
