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
/** Files being compressed at once. Each is in memory whole, and whoever asks for more gets them as they are read. */
const AT_ONCE = 8;

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
  const underWay = new Set<FileDigest>();
  return {
    async read(digest, { type, size }) {
      if (!SHRINKS.test(type) || size < SMALLEST || size > LARGEST) return undefined;
      const known = kept.get(digest);
      if (known || underWay.has(digest)) return known ?? (await kept.fetch(digest));
      if (underWay.size >= AT_ONCE) return undefined;
      underWay.add(digest);
      try {
        return await kept.fetch(digest);
      } finally {
        underWay.delete(digest);
      }
    },
  };
}
