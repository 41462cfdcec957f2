/**
 * Strict UTF-8 (Unicode 15, table 3-7) without any platform API, so that the one parser of manifests runs in every realm.
 * `TextDecoder` would do, but it drops a byte order mark and does not say where a bad byte stands.
 */
export type Utf8Result = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly before: string };

/** Code units per `String.fromCharCode` call: large enough to be fast, small enough for every engine's argument limit. */
const CHUNK = 8192;

/** Decodes all bytes, or returns the text `before` the first byte that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): Utf8Result {
  let text = '';
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const sequence = sequenceAt(bytes, at);
    if (!sequence) return { ok: false, before: text + String.fromCharCode(...units) };
    at += sequence.length;
    if (sequence.codePoint > 0xffff) {
      const high = sequence.codePoint - 0x10000;
      units.push(0xd800 + (high >> 10), 0xdc00 + (high & 0x3ff));
    } else {
      units.push(sequence.codePoint);
    }
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return { ok: true, text: text + String.fromCharCode(...units) };
}

/** Lead byte → length, payload bits and the smallest code point that needs this length (anything less is overlong). */
const LEADS = [
  { mask: 0x80, lead: 0x00, length: 1, least: 0 },
  { mask: 0xe0, lead: 0xc0, length: 2, least: 0x80 },
  { mask: 0xf0, lead: 0xe0, length: 3, least: 0x800 },
  { mask: 0xf8, lead: 0xf0, length: 4, least: 0x10000 },
] as const;

function sequenceAt(bytes: Uint8Array, at: number): { codePoint: number; length: number } | undefined {
  const first = bytes[at] ?? 0;
  const form = LEADS.find(({ mask, lead }) => (first & mask) === lead);
  if (!form || at + form.length > bytes.length) return undefined;
  let codePoint = first & ~form.mask;
  for (let next = 1; next < form.length; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint < form.least || codePoint > 0x10ffff || isSurrogate) return undefined;
  return { codePoint, length: form.length };
}
