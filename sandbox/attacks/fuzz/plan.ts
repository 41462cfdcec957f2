import type { Recipe } from './recipe.ts';

/** Of a last call, to no method there is: its answer tells that everything before it has been heard. */
export const LAST_CALL_ID = Number.MAX_SAFE_INTEGER;

export interface PlannedMessage {
  readonly tell: Recipe;
  readonly port?: true;
}
