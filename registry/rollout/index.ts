/** Which signed release customers get. The signed pointer itself is kept by trust; rollout has no tables of its own. */
export { createRollout } from './create-rollout.ts';
export type { LiveRelease, Rollout } from './rollout.ts';
