/** Longest path in a package, in UTF-16 code units. */
const MAX_PATH = 240;
/** Characters that some system, URL or reader treats as more than a letter of a name. */
const FORBIDDEN = /[\\:*?"<>|%#]/;
/** Controls, bidirectional overrides, zero-width and other format characters: a name must look like what it is. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;
/** Windows device names stay reserved with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** What is wrong with a path inside a package, as a sentence; `undefined` when nothing is. */
export function packagePathFault(path: string): string | undefined {
  if (path.length === 0 || path.length > MAX_PATH) return `A path has 1 to ${MAX_PATH} characters.`;
  if (path.startsWith('/')) return 'A path does not start with a slash.';
  if (/\p{Surrogate}/u.test(path) || INVISIBLE.test(path))
    return 'A path has no control, invisible or unassigned characters.';
  if (FORBIDDEN.test(path)) return 'A path has none of \\ : * ? " < > | % #.';
  if (path.normalize('NFC') !== path) return 'A path is in Unicode form NFC.';
  for (const part of path.split('/')) {
    if (part === '') return 'A path has no empty part (//, or a slash at its end).';
    if (part === '.' || part === '..') return 'A path does not climb with . or .. parts.';
    if (/[ .]$/.test(part) || part.startsWith(' '))
      return 'No part of a path starts with a space or ends with a space or a dot.';
    if (RESERVED.test(part)) return `The name ${part} is reserved by some systems.`;
  }
  return undefined;
}

/** Two paths with the same key are one file on some systems. */
export function pathCollisionKey(path: string): string {
  return path.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
