/** Controls, format characters (bidi, zero-width), separators, private use, unassigned, lone surrogates. */
const DISGUISES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;
/** More than two marks on one letter are there to spill over other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** A card's words as they may stand in the bank's own page: one line, nothing that hides, reorders or spills. */
export function plainWords(words: string): string {
  return words.replaceAll(/\s/gu, ' ').replaceAll(DISGUISES, '').replaceAll(STACKED_MARKS, '$1').trim();
}
