import type { Step } from './conversation.ts';
import { isList, isMembers, type Recipe } from './recipe.ts';

/** Placeholders for ids, so that most calls carry one that the host may accept whatever shrinking takes away. */
export const NEXT_ID = '#next';
export const LAST_ID = '#last';
export const EARLIER_ID = '#earlier';

/** Fills the placeholders in, in the order in which the messages are told. */
export function withIds(steps: readonly Step[]): readonly Step[] {
  let last = 0;
  const fill = (recipe: Recipe): Recipe => {
    if (recipe === NEXT_ID) {
      last += 1;
      return last;
    }
    if (recipe === LAST_ID) return last;
    if (recipe === EARLIER_ID) return Math.max(0, last - 1);
    if (isList(recipe)) return recipe.map(fill);
    if (!isMembers(recipe)) return recipe;
    return { members: recipe.members.map(([key, value]) => [key, fill(value)]) };
  };
  return steps.map((step) => ('tell' in step ? { ...step, tell: fill(step.tell) } : step));
}
