/**
 * Places in the life of a payment where a crash would hurt most. The chaos check passes an implementation that kills the
 * process there; everybody else passes nothing.
 */
export type CrashPoint =
  /** Transaction 1: the intent is consumed, nothing is held yet. */
  | 'consumed'
  /** Transaction 1 is committed, the channel has not been called. */
  | 'submitted'
  /** The channel has answered, nothing is recorded. */
  | 'answered'
  /** Transaction 2: the ledger has booked, not committed. */
  | 'booked'
  /** Transaction 2 is committed: no reply was sent and no outbox event delivered. */
  | 'settled';

export interface CrashPoints {
  reach(point: CrashPoint): void;
}

export const noCrashes: CrashPoints = { reach: () => undefined };
