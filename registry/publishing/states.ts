/**
 * The life of a submission, as one table. `migrations/` renders the same table into a database trigger,
 * so no code path, and nobody with an SQL prompt and an ordinary role, can take another step.
 */
export const NEXT_STATES = {
  RECEIVED: ['VALIDATING', 'WITHDRAWN'],
  VALIDATING: ['SCANNING', 'REJECTED', 'WITHDRAWN'],
  SCANNING: ['IN_REVIEW', 'REJECTED', 'WITHDRAWN'],
  IN_REVIEW: ['SECOND_APPROVAL', 'REJECTED', 'WITHDRAWN'],
  SECOND_APPROVAL: ['SIGNED', 'REJECTED', 'WITHDRAWN'],
  SIGNED: ['ROLLING', 'YANKED', 'REVOKED'],
  ROLLING: ['LIVE', 'HALTED', 'SUPERSEDED', 'YANKED', 'REVOKED'],
  HALTED: ['ROLLING', 'SUPERSEDED', 'YANKED', 'REVOKED'],
  LIVE: ['SUPERSEDED', 'HALTED', 'YANKED', 'REVOKED'],
  SUPERSEDED: ['ROLLING', 'YANKED', 'REVOKED'],
  YANKED: ['REVOKED'],
  REJECTED: [],
  WITHDRAWN: [],
  REVOKED: [],
} as const satisfies Record<string, readonly string[]>;

export type SubmissionState = keyof typeof NEXT_STATES;

/** States in which trust has signed the release and nobody has withdrawn it: its files may be served. */
export const SIGNED_STATES = [
  'SIGNED',
  'ROLLING',
  'LIVE',
  'HALTED',
  'SUPERSEDED',
] as const satisfies readonly SubmissionState[];

export function isStep(from: SubmissionState, to: SubmissionState): boolean {
  const allowed: readonly string[] = NEXT_STATES[from];
  return allowed.includes(to);
}
