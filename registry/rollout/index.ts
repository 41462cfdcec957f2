/** Which signed release customers get. */
export type { LiveRelease, Rollout } from './rollout.ts';
