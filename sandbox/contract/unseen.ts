/**
 * Characters that nobody sees, or that change what is seen around them: controls, format characters (bidi, zero-width),
 * separators, private use, unassigned, lone surrogates; and the fillers and blanks that Unicode counts among letters, marks
 * and symbols, of which a whole name can be made (Unicode TR 36, TR 39).
 */
const UNSEEN =
  '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\p{Cs}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0\\u{1D159}]';

const one = new RegExp(UNSEEN, 'u');
const all = new RegExp(UNSEEN, 'gu');

export const hasUnseen = (text: string): boolean => one.test(text);
export const withoutUnseen = (text: string): string => text.replaceAll(all, '');

/** More than two marks on one letter are there to spill over other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;
export const withoutStacks = (text: string): string => text.replaceAll(STACKED_MARKS, '$1');
