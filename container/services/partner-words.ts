import { withoutStacks, withoutUnseen } from '../../sandbox/contract/unseen.ts';

/**
 * Words that an app supplies, made safe to stand beside the bank's own: no character that reorders, hides or breaks
 * the line, no run of combining marks, one line, 80 characters at most.
 */
const LONGEST = 80;

export function partnerWords(words: string): string {
  const plain = withoutStacks(withoutUnseen(words.replaceAll(/\s/gu, ' ')))
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : plain;
}
