/** The state machines of a payment. The database holds the same steps and refuses any other (see migrations/). */

export type OrderState = keyof typeof orderSteps;
export type AttemptState = keyof typeof attemptSteps;

/** From each state of an order, where it may go. PAID is final until refunds exist; a CLOSED order is never reopened. */
export const orderSteps = {
  CREATED: ['PAYING', 'CLOSED'],
  PAYING: ['PAID', 'CREATED'],
  PAID: ['PART_REFUNDED', 'REFUNDED'],
  PART_REFUNDED: ['PART_REFUNDED', 'REFUNDED'],
  REFUNDED: [],
  CLOSED: [],
} as const satisfies Record<string, readonly string[]>;

/** From each state of an attempt, where it may go. UNKNOWN ends only through a channel query or the bill. */
export const attemptSteps = {
  INIT: ['CHALLENGED'],
  CHALLENGED: ['AUTHORIZED', 'CANCELLED', 'EXPIRED'],
  AUTHORIZED: ['SUBMITTED', 'FAILED'],
  SUBMITTED: ['SUCCEEDED', 'FAILED', 'UNKNOWN'],
  UNKNOWN: ['SUCCEEDED', 'FAILED'],
  SUCCEEDED: [],
  FAILED: [],
  CANCELLED: [],
  EXPIRED: [],
} as const satisfies Record<string, readonly string[]>;
