/** Uploads, the one strict package reader, review rules, and every release with its state. */
export type { Finding, Severity } from './engine/finding.ts';
export type { Publishing, ReleaseRecord, StateChange, SubmissionRecord } from './publishing.ts';
export { SIGNED_STATES, type SubmissionState } from './states.ts';
