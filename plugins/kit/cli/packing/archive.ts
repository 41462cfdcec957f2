import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** One moment for every entry, written as local time because zip knows no zone: the bytes are the same everywhere. */
const MOMENT = new Date(2000, 0, 1);
const REGULAR_FILE = 0o100644;
/** Formats that are compressed already. */
const DENSE = /\.(?:png|jpe?g|gif|webp|avif|woff2?|mp3|mp4|m4a|webm|ogg)$/i;

/** Writes the zip archive: manifest first, then by path; no extra fields, comments or data descriptors. */
export async function writeArchive(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  const paths = [...files.keys()].sort((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
  for (const path of paths) {
    zip.addBuffer(Buffer.from(files.get(path) ?? []), path, {
      mtime: MOMENT,
      mode: REGULAR_FILE,
      compress: !DENSE.test(path),
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return await buffer(zip.outputStream);
}

const rank = (path: string): number => (path === 'manifest.json' ? 0 : 1);
