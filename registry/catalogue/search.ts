/** What two spellings of one name have in common: width, case, accents, spaces and punctuation do not count. */
export function searchKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * How well a name matches: 3 the whole name, 2 its beginning, 1 somewhere in it, 0 not at all. Chinese names have no
 * spaces to split words at, so any run of characters counts.
 */
export function matchScore(keys: readonly string[], wanted: string): 0 | 1 | 2 | 3 {
  if (wanted === '') return 0;
  if (keys.includes(wanted)) return 3;
  if (keys.some((key) => key.startsWith(wanted))) return 2;
  return keys.some((key) => key.includes(wanted)) ? 1 : 0;
}
