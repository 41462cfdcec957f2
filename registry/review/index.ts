/** Two people read every release; the database, not this code alone, insists on it. */
export { createReview } from './create-review.ts';
export { migrations } from './migrations/index.ts';
export type { Approval, Review } from './review.ts';
