/** Uploads, the one strict package reader, review rules, and every release with its state. */
export { createPublishing } from './create-publishing.ts';
export type { Finding, Severity } from './engine/index.ts';
export { migrations } from './migrations/index.ts';
export type { Publishing, ReleaseRecord, StateChange, SubmissionRecord } from './publishing.ts';
export { finding as findingSchema } from './schema.ts';
export { approvalText, verifyText } from './signatures.ts';
export { SIGNED_STATES, type SubmissionState } from './states.ts';
