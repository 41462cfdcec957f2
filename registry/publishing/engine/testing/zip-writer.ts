/**
 * A zip writer that writes whatever it is told, true or not, for the tests of the reader. Each field of a header can be
 * set apart from the others; what is not set is what an honest archive would say.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** 8 by default for files, 0 for folders. */
  readonly method?: number;
  readonly flags?: number;
  readonly packed?: Uint8Array;
  readonly crc32?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly extra?: Uint8Array;
  readonly comment?: string;
  readonly attributes?: number;
  readonly disk?: number;
  /** Bytes after the packed content, before the next header. */
  readonly after?: Uint8Array;
  /** What the entry's own header says instead. */
  readonly local?: Partial<Pick<ZipPart, 'name' | 'method' | 'flags' | 'crc32' | 'size' | 'packedSize' | 'extra'>>;
  /** Offset of the header that the directory names; its own by default. */
  readonly offset?: number;
  /** `false` leaves the entry out of the directory. */
  readonly listed?: boolean;
}

export interface ZipEnds {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: string;
  readonly entries?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  readonly beforeEnd?: Uint8Array;
  readonly disk?: number;
}

const UTF8_NAME = 0x0800;
const REGULAR_FILE = 0o100644 << 16;

export function zip(parts: readonly ZipPart[], ends: ZipEnds = {}): Uint8Array {
  const chunks: Uint8Array[] = [ends.prefix ?? new Uint8Array()];
  let at = chunks[0]?.length ?? 0;
  const push = (bytes: Uint8Array) => {
    chunks.push(bytes);
    at += bytes.length;
  };
  const directory: Uint8Array[] = [];
  for (const part of parts) {
    const honest = fieldsOf(part);
    const own = { ...honest, ...localFields(part.local ?? {}) };
    if (part.listed !== false) directory.push(centralHeader(part, honest, part.offset ?? at));
    push(header(0x04034b50, 30, own));
    push(own.name);
    push(own.extra);
    push(honest.packed);
    if (part.after) push(part.after);
  }
  const directoryAt = at;
  for (const entry of directory) push(entry);
  const directorySize = at - directoryAt;
  if (ends.beforeEnd) push(ends.beforeEnd);
  push(endRecord(directory.length, directorySize, directoryAt, ends));
  if (ends.suffix) push(ends.suffix);
  return Buffer.concat(chunks);
}

export function extraField(id: number, data: Uint8Array, claimedLength = data.length): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(claimedLength, 2);
  return Buffer.concat([head, data]);
}

interface Fields {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly extra: Uint8Array;
}

function fieldsOf(part: ZipPart): Fields & { packed: Uint8Array } {
  const name = Buffer.from(part.name);
  const content = Buffer.from(part.content ?? '');
  const isFolder = name.at(-1) === 0x2f;
  const method = part.method ?? (isFolder ? 0 : 8);
  const packed = part.packed ?? (method === 8 ? deflateRawSync(content) : content);
  return {
    name,
    flags: part.flags ?? UTF8_NAME,
    method,
    packed,
    crc32: part.crc32 ?? crc32(content),
    packedSize: part.packedSize ?? packed.length,
    size: part.size ?? content.length,
    extra: part.extra ?? new Uint8Array(),
  };
}

function localFields({ name, ...others }: NonNullable<ZipPart['local']>): Partial<Fields> {
  return { ...others, ...(name !== undefined && { name: Buffer.from(name) }) };
}

function header(signature: number, length: number, fields: Fields): Buffer {
  const head = Buffer.alloc(length);
  const at = length === 30 ? 4 : 6;
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(fields.flags, at + 2);
  head.writeUInt16LE(fields.method, at + 4);
  head.writeUInt32LE(0x28210000, at + 6);
  head.writeUInt32LE(fields.crc32, at + 10);
  head.writeUInt32LE(fields.packedSize, at + 14);
  head.writeUInt32LE(fields.size, at + 18);
  head.writeUInt16LE(fields.name.length, at + 22);
  head.writeUInt16LE(fields.extra.length, at + 24);
  return head;
}

function centralHeader(part: ZipPart, fields: Fields, offset: number): Buffer {
  const head = header(0x02014b50, 46, fields);
  const comment = Buffer.from(part.comment ?? '');
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(comment.length, 32);
  head.writeUInt16LE(part.disk ?? 0, 34);
  head.writeUInt32LE((part.attributes ?? (fields.name.at(-1) === 0x2f ? 0 : REGULAR_FILE)) >>> 0, 38);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, fields.name, fields.extra, comment]);
}

function endRecord(entries: number, size: number, offset: number, ends: ZipEnds): Buffer {
  const comment = Buffer.from(ends.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(ends.disk ?? 0, 4);
  end.writeUInt16LE(ends.entries ?? entries, 8);
  end.writeUInt16LE(ends.entries ?? entries, 10);
  end.writeUInt32LE(ends.directorySize ?? size, 12);
  end.writeUInt32LE(ends.directoryOffset ?? offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}
