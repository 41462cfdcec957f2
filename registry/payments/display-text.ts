import { PorticoError } from '../../sandbox/contract/index.ts';

/**
 * Characters that are not seen but change what is: controls, direction marks and overrides, zero-width ones, variation
 * selectors, tags, soft hyphen, fillers (Unicode TR 36 and TR 39, restricted identifiers).
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u3164\uFFA0]|\u034F|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;
/** Scripts whose letters imitate each other; no honest word mixes two of them. */
const IMITATING = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Armenian}/u,
];
const HALF_SURROGATE = /\p{Surrogate}/u;
const COMBINING_RUN = /\p{M}{3,}/u;

/**
 * Text a partner wrote, made safe to stand beside an amount: NFC, unseen characters removed, white space made single.
 * A word that mixes scripts of look-alike letters cannot be made safe and is refused, as is text that is empty then.
 * Throws ERR_PAYMENT_TEXT.
 */
export function displayText(written: string): string {
  if (HALF_SURROGATE.test(written)) throw new PorticoError('ERR_PAYMENT_TEXT', { detail: 'It is not Unicode text.' });
  const seen = written.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim();
  if (seen === '') throw new PorticoError('ERR_PAYMENT_TEXT', { detail: 'Nothing visible is left of it.' });
  if (COMBINING_RUN.test(seen)) throw new PorticoError('ERR_PAYMENT_TEXT', { detail: 'It stacks combining marks.' });
  for (const word of seen.split(/[^\p{L}\p{M}]+/u)) {
    if (IMITATING.filter((script) => script.test(word)).length > 1)
      throw new PorticoError('ERR_PAYMENT_TEXT', {
        detail: 'A word mixes letters of scripts that imitate each other.',
      });
  }
  return seen;
}
