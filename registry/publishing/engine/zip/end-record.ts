import { type Bytes, refuse } from './bytes.ts';

/** Where the central directory lies and how many entries it lists (APPNOTE 6.3.10, sections 4.3.14 to 4.3.16). */
export interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const END64_LENGTH = 56;
const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * Reads the end record, which must be the very last 22 bytes: readers that search backwards for it can be led to
 * different ones, so there is no search and no comment, and nothing before it may pass for another.
 */
export function readEndRecord(bytes: Bytes): Directory {
  const at = bytes.length - END_LENGTH;
  if (at < 0) refuse('ERR_PACKAGE_NOT_ZIP', 'It is too short.');
  if (bytes.u32(at) !== END) refuseMissing(bytes);
  if (bytes.u16(at + 20) !== 0) refuse('ERR_PACKAGE_COMMENT', 'The end record announces a comment.');
  refuseSecondEnd(bytes, at);

  const plain = {
    disk: bytes.u16(at + 4),
    directoryDisk: bytes.u16(at + 6),
    entriesHere: bytes.u16(at + 8),
    entries: bytes.u16(at + 10),
    size: bytes.u32(at + 12),
    offset: bytes.u32(at + 16),
  };
  const isZip64 = at >= LOCATOR_LENGTH && bytes.u32(at - LOCATOR_LENGTH) === LOCATOR;
  if (isZip64) return readEnd64(bytes, at - LOCATOR_LENGTH, plain);

  if (plain.disk !== 0 || plain.directoryDisk !== 0) refuse('ERR_PACKAGE_SPLIT', 'The end record names a disk.');
  if (plain.entriesHere !== plain.entries) refuse('ERR_PACKAGE_STRUCTURE', 'The two entry counts differ.');
  if (plain.offset + plain.size !== at)
    refuse('ERR_PACKAGE_STRUCTURE', 'The directory does not end at the end record.');
  return plain;
}

/** A zip64 end record is tolerated where it repeats what the plain one says, or stands in for its "see there" values. */
function readEnd64(
  bytes: Bytes,
  locatorAt: number,
  plain: { disk: number; directoryDisk: number; entriesHere: number; entries: number; size: number; offset: number },
): Directory {
  const at = locatorAt - END64_LENGTH;
  const wellPlaced =
    at >= 0 && bytes.u32(at) === END64 && bytes.u64(at + 4) === END64_LENGTH - 12 && bytes.u64(locatorAt + 8) === at;
  if (!wellPlaced) refuse('ERR_PACKAGE_ZIP64', 'The locator does not point at a zip64 end record right before it.');
  const disks = [bytes.u32(locatorAt + 4), bytes.u32(at + 16), bytes.u32(at + 20)];
  if (bytes.u32(locatorAt + 16) !== 1 || disks.some((disk) => disk !== 0)) {
    refuse('ERR_PACKAGE_SPLIT', 'The zip64 records name more than one disk.');
  }
  const large = { entries: bytes.u64(at + 32), size: bytes.u64(at + 40), offset: bytes.u64(at + 48) };
  const agrees =
    bytes.u64(at + 24) === large.entries &&
    [plain.disk, plain.directoryDisk].every((disk) => disk === 0 || disk === FULL_16) &&
    [plain.entries, plain.entriesHere].every((count) => count === large.entries || count === FULL_16) &&
    (plain.size === large.size || plain.size === FULL_32) &&
    (plain.offset === large.offset || plain.offset === FULL_32);
  if (!agrees) refuse('ERR_PACKAGE_ZIP64', 'The zip64 end record contradicts the plain one.');
  if (large.offset + large.size !== at)
    refuse('ERR_PACKAGE_ZIP64', 'The directory does not end at the zip64 end record.');
  return large;
}

/** Searching readers accept the first record whose comment reaches exactly to the end of the file. */
function refuseSecondEnd(bytes: Bytes, last: number): void {
  const first = Math.max(0, last - FULL_16);
  for (let at = last - 1; at >= first; at -= 1) {
    if (bytes.u32(at) === END && at + END_LENGTH + bytes.u16(at + 20) === bytes.length) {
      refuse('ERR_PACKAGE_STRUCTURE', 'A second end record could be taken for the last one.');
    }
  }
}

function refuseMissing(bytes: Bytes): never {
  const first = Math.max(0, bytes.length - END_LENGTH - FULL_16);
  for (let at = bytes.length - END_LENGTH - 1; at >= first; at -= 1) {
    if (bytes.u32(at) !== END) continue;
    if (at + END_LENGTH + bytes.u16(at + 20) === bytes.length)
      refuse('ERR_PACKAGE_COMMENT', 'It follows the end record.');
    refuse('ERR_PACKAGE_STRUCTURE', 'Something follows the end record.');
  }
  return refuse('ERR_PACKAGE_NOT_ZIP', 'There is no end record.');
}
