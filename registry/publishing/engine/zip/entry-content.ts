import { crc32, createInflateRaw } from 'node:zlib';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import { archiveKind } from '../media-types.ts';
import { refuse } from './bytes.ts';
import { MAX_RATIO, RATIO_FLOOR, type ZipEntry } from './entry-table.ts';

/** Enough of a file's beginning to tell an archive by its signature (tar has its own at 257). */
const SIGNATURE_BYTES = 512;

/**
 * Yields the content of one entry in pieces. What the header promised is held to while it streams: never a byte more than
 * its size, and exactly its size, its checksum and its packed length at the end. Memory is a few inflate windows.
 */
export async function* entryContent(archive: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = archive.subarray(entry.offset, entry.offset + entry.packedSize);
  let size = 0;
  let checksum = 0;
  let beginning: Uint8Array = new Uint8Array();
  for await (const chunk of entry.method === 'store' ? [packed] : inflate(packed, entry)) {
    size += chunk.length;
    if (size > entry.size) refuse('ERR_PACKAGE_SIZE_RANGE', `It grows past ${entry.size} bytes.`, entry.path);
    if (size > RATIO_FLOOR && size > entry.packedSize * MAX_RATIO) {
      refuse('ERR_PACKAGE_RATIO', `${entry.packedSize} bytes grow past ${size}.`, entry.path);
    }
    checksum = crc32(chunk, checksum);
    if (beginning.length < SIGNATURE_BYTES) {
      beginning = Buffer.concat([beginning, chunk.subarray(0, SIGNATURE_BYTES - beginning.length)]);
    }
    yield chunk;
  }
  if (size !== entry.size) refuse('ERR_PACKAGE_SIZE_RANGE', `It has ${size} bytes, not ${entry.size}.`, entry.path);
  if (checksum !== entry.crc32) refuse('ERR_PACKAGE_CHECKSUM', 'Its CRC-32 differs.', entry.path);
  const archiveName = archiveKind(entry.path, beginning);
  if (archiveName) refuse('ERR_PACKAGE_NESTED', `It is a ${archiveName} archive.`, entry.path);
}

async function* inflate(packed: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = createInflateRaw();
  inflater.end(packed);
  try {
    for await (const chunk of inflater) yield chunk as Uint8Array;
  } catch (cause) {
    throw new PorticoError('ERR_PACKAGE_DEFLATE', {
      detail: 'Its DEFLATE stream cannot be read to its end.',
      data: { file: entry.path },
      cause,
    });
  } finally {
    inflater.destroy();
  }
  // A stream that ends early leaves bytes that nobody reviewed.
  if (inflater.bytesWritten !== packed.length) {
    refuse('ERR_PACKAGE_DEFLATE', 'Its DEFLATE stream ends before its packed content does.', entry.path);
  }
}
