import { type Bytes, refuse } from './bytes.ts';

/**
 * Times and owners that ordinary zip programs write; nobody reads content or names from them. Everything else is refused:
 * 0x0001 changes sizes (zip64), 0x7075 the name, 0x6375 the comment, 0x9901 the method, and an unknown one who knows what.
 */
const HARMLESS = new Set([
  0x000a, // NTFS times
  0x5455, // extended timestamp
  0x5855, // Info-ZIP Unix, old
  0x7855, // Info-ZIP Unix, second
  0x7875, // Info-ZIP Unix owner
]);

export function assertExtraFields(bytes: Bytes, start: number, length: number, name: string): void {
  const end = start + length;
  let at = start;
  while (at < end) {
    if (at + 4 > end) refuse('ERR_PACKAGE_EXTRA_FIELD', 'Its extra fields end in the middle of one.', name);
    const id = bytes.u16(at);
    if (!HARMLESS.has(id))
      refuse('ERR_PACKAGE_EXTRA_FIELD', `The field is 0x${id.toString(16).padStart(4, '0')}.`, name);
    at += 4 + bytes.u16(at + 2);
  }
  if (at !== end) refuse('ERR_PACKAGE_EXTRA_FIELD', 'An extra field reaches past its place.', name);
}
