/** Signs what two reviewers approved, revokes, and serves the metadata that containers verify (TUF 1.0). */
import type { Migration } from '../platform/platform.ts';
import { metadataMigration } from './migrations/001-metadata.ts';

export { createTrust } from './create-trust.ts';
export type { RoleSigners, RootSigners, Signer, SignerSource } from './signer.ts';
export type {
  Approval,
  Pointer,
  ReleaseCustom,
  Revocation,
  SignedRelease,
  TargetChange,
  Trust,
} from './trust.ts';

export const migrations: readonly Migration[] = [metadataMigration];
