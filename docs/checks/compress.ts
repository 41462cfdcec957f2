import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const SHRINKS = new Set(['.html', '.js', '.css', '.svg', '.wasm', '.webmanifest']);
/** Of 11. The last two steps gain a tenth and take eighteen times as long. */
const QUALITY = 9;
const ways = [
  { extension: '.gz', pack: (bytes: Buffer) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }) },
  {
    extension: '.br',
    pack: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  },
] as const;

/** Puts a compressed copy beside each file that shrinks, for the server to send to who takes it so. */
export function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !SHRINKS.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    for (const { extension, pack } of ways) {
      const packed = pack(bytes);
      if (packed.byteLength < bytes.byteLength) writeFileSync(`${path}${extension}`, packed);
    }
  }
}
