import { crc32 } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height of a PNG whose chunks are all whole, from IHDR to IEND and nothing after; `undefined` otherwise. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  let size: { width: number; height: number } | undefined;
  let hasImage = false;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return undefined;
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!size && (kind !== 'IHDR' || length !== 13)) return undefined;
    size ??= { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    hasImage ||= kind === 'IDAT';
    if (kind === 'IEND') return hasImage && end === bytes.length ? size : undefined;
    at = end;
  }
  return undefined;
}
