import { packageQuotas } from '../../../../sandbox/contract/quotas.ts';
import { Bytes, refuse } from './bytes.ts';
import { readEndRecord } from './end-record.ts';
import { assertExtraFields } from './extra-fields.ts';
import { assertNoClash, isFolderName, readName } from './names.ts';

/** Packed bytes below this much output cannot hurt anybody, whatever their ratio. */
export const RATIO_FLOOR = 64 * 1024;
export const MAX_RATIO = 100;

/** One file as both of its headers describe it. */
export interface ZipEntry {
  readonly path: string;
  readonly method: 'store' | 'deflate';
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the packed content. */
  readonly offset: number;
}

const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Of the general purpose flags, only the two DEFLATE speed hints and "the name is UTF-8" have no consequence. */
const HARMLESS_FLAGS = 0x0806;
/** 2.0 (DEFLATE, folders), or 4.5 where a writer always says zip64. */
const NEWEST_VERSION = 45;
const DOS_FOLDER = 0x10;
const UNIX_TYPE = 0o170000;
const UNIX_FILE = 0o100000;
const UNIX_FOLDER = 0o040000;

/**
 * Reads the entry table of a package without looking at content. The records must tile the file: local header, content,
 * local header, …, directory, end record, with no byte unaccounted for. That one requirement refuses prefixes, suffixes,
 * gaps, overlaps and files that only some readers see.
 */
export function readEntryTable(archive: Uint8Array): readonly ZipEntry[] {
  if (archive.length > packageQuotas.packed) refuse('ERR_PACKAGE_TOO_LARGE', `It has ${archive.length} bytes.`);
  const bytes = new Bytes(archive);
  const directory = readEndRecord(bytes);
  if (directory.entries === 0) refuse('ERR_PACKAGE_EMPTY', 'Its directory is empty.');
  if (directory.entries > packageQuotas.files)
    refuse('ERR_PACKAGE_TOO_MANY_FILES', `It lists ${directory.entries} entries.`);

  const headers: CentralHeader[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.entries; index += 1) {
    const header = readCentralHeader(bytes, at);
    headers.push(header);
    at = header.end;
  }
  if (at !== directory.offset + directory.size) {
    refuse('ERR_PACKAGE_STRUCTURE', 'The directory is longer or shorter than its entries.');
  }

  let next = 0;
  const entries: ZipEntry[] = [];
  for (const header of headers.toSorted((left, right) => left.localAt - right.localAt)) {
    if (header.localAt !== next) {
      refuse('ERR_PACKAGE_STRUCTURE', 'There is a gap or an overlap before this entry.', header.name);
    }
    const offset = readLocalHeader(bytes, header);
    next = offset + header.packedSize;
    if (!isFolderName(header.name)) entries.push({ ...header.entry, offset });
  }
  if (next !== directory.offset)
    refuse('ERR_PACKAGE_STRUCTURE', 'Something stands between the entries and the directory.');
  if (entries.length === 0) refuse('ERR_PACKAGE_EMPTY', 'It holds folders only.');

  assertNoClash(headers.map(({ name }) => name));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > packageQuotas.unpacked) refuse('ERR_PACKAGE_UNPACKED_SIZE', `Its files add up to ${total} bytes.`);
  return entries;
}

interface CentralHeader {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly fields: HeaderFields;
  readonly entry: Omit<ZipEntry, 'offset'>;
  readonly packedSize: number;
  readonly localAt: number;
  readonly end: number;
}

/** The part that both headers repeat, from "version needed" to "uncompressed size". */
interface HeaderFields {
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
}

function readFields(bytes: Bytes, at: number): HeaderFields {
  return {
    version: bytes.u16(at),
    flags: bytes.u16(at + 2),
    method: bytes.u16(at + 4),
    time: bytes.u32(at + 6),
    crc32: bytes.u32(at + 10),
    packedSize: bytes.u32(at + 14),
    size: bytes.u32(at + 18),
  };
}

function readCentralHeader(bytes: Bytes, at: number): CentralHeader {
  if (bytes.u32(at) !== CENTRAL) refuse('ERR_PACKAGE_STRUCTURE', 'The directory holds something that is not an entry.');
  const fields = readFields(bytes, at + 6);
  const nameLength = bytes.u16(at + 28);
  const extraLength = bytes.u16(at + 30);
  const rawName = bytes.slice(at + CENTRAL_LENGTH, nameLength);
  const name = readName(rawName, (fields.flags & 0x0800) !== 0);
  if (bytes.u16(at + 32) !== 0) refuse('ERR_PACKAGE_COMMENT', 'The entry has a comment.', name);
  if (bytes.u16(at + 34) !== 0) refuse('ERR_PACKAGE_SPLIT', 'The entry names a disk.', name);
  assertExtraFields(bytes, at + CENTRAL_LENGTH + nameLength, extraLength, name);
  const method = assertPlain(fields, name);
  assertRegular(bytes.u32(at + 38), name);
  return {
    name,
    rawName,
    fields,
    entry: { path: name, method, crc32: fields.crc32, packedSize: fields.packedSize, size: fields.size },
    packedSize: fields.packedSize,
    localAt: bytes.u32(at + 42),
    end: at + CENTRAL_LENGTH + nameLength + extraLength,
  };
}

/** Checks an entry's own header against the directory and returns where its content begins. */
function readLocalHeader(bytes: Bytes, { localAt, fields, rawName, name }: CentralHeader): number {
  if (bytes.u32(localAt) !== LOCAL) refuse('ERR_PACKAGE_HEADER_MISMATCH', 'It has no header of its own.', name);
  const own = readFields(bytes, localAt + 4);
  const ownName = bytes.slice(localAt + LOCAL_LENGTH, bytes.u16(localAt + 26));
  const differing = (Object.keys(fields) as (keyof HeaderFields)[]).find((field) => own[field] !== fields[field]);
  if (differing) refuse('ERR_PACKAGE_HEADER_MISMATCH', `They differ in ${differing}.`, name);
  if (Buffer.compare(ownName, rawName) !== 0) refuse('ERR_PACKAGE_HEADER_MISMATCH', 'They differ in the name.', name);
  const extraAt = localAt + LOCAL_LENGTH + ownName.length;
  const extraLength = bytes.u16(localAt + 28);
  assertExtraFields(bytes, extraAt, extraLength, name);
  return extraAt + extraLength;
}

function assertPlain(fields: HeaderFields, name: string): 'store' | 'deflate' {
  if ((fields.flags & ~HARMLESS_FLAGS) !== 0) {
    refuse('ERR_PACKAGE_FLAGS', `Its flags are 0x${fields.flags.toString(16)}.`, name);
  }
  if (fields.method !== 0 && fields.method !== 8) refuse('ERR_PACKAGE_METHOD', `It is method ${fields.method}.`, name);
  if ((fields.version & 0xff) > NEWEST_VERSION) refuse('ERR_PACKAGE_METHOD', 'It needs a newer reader.', name);
  const method = fields.method === 0 ? 'store' : 'deflate';
  if (method === 'store' && fields.packedSize !== fields.size) {
    refuse('ERR_PACKAGE_SIZE_RANGE', 'It is stored, yet its two sizes differ.', name);
  }
  if (isFolderName(name) && (fields.size !== 0 || fields.packedSize !== 0)) {
    refuse('ERR_PACKAGE_SPECIAL_FILE', 'A folder has no content.', name);
  }
  if (fields.size > packageQuotas.file) refuse('ERR_PACKAGE_UNPACKED_SIZE', `It has ${fields.size} bytes.`, name);
  if (fields.size > RATIO_FLOOR && fields.size > fields.packedSize * MAX_RATIO) {
    refuse('ERR_PACKAGE_RATIO', `${fields.packedSize} bytes claim to be ${fields.size}.`, name);
  }
  return method;
}

/** Whatever system wrote the archive, some reader looks at the Unix type in the upper half of the attributes. */
function assertRegular(attributes: number, name: string): void {
  const type = (attributes >>> 16) & UNIX_TYPE;
  const isFolder = isFolderName(name);
  if (type !== 0 && type !== (isFolder ? UNIX_FOLDER : UNIX_FILE)) {
    refuse('ERR_PACKAGE_SPECIAL_FILE', `Its Unix type is 0o${type.toString(8)}.`, name);
  }
  if (!isFolder && (attributes & DOS_FOLDER) !== 0) {
    refuse('ERR_PACKAGE_SPECIAL_FILE', 'It is marked as a folder and named as a file.', name);
  }
}
