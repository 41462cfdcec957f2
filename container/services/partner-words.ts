/**
 * Words that an app supplies, made safe to stand beside the bank's own: no character that reorders, hides or breaks
 * the line, no run of combining marks, one line, 80 characters at most.
 */
const LONGEST = 80;
/** Controls, format characters (bidi, zero-width), line and paragraph separators, private use, unassigned. */
const DISGUISES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;
/** More than two marks on one letter are there to spill over other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

export function partnerWords(words: string): string {
  const plain = words
    .replaceAll(/\s/gu, ' ')
    .replaceAll(DISGUISES, '')
    .replaceAll(STACKED_MARKS, '$1')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : plain;
}
