import { withoutStacks, withoutUnseen } from '../unseen.ts';

/** A card's words as they may stand in the bank's own page: one line, nothing that hides, reorders or spills. */
export function plainWords(words: string): string {
  return withoutStacks(withoutUnseen(words.replaceAll(/\s/gu, ' '))).trim();
}
