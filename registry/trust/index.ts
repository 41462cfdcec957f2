/** Signs what two reviewers approved, revokes, and serves the metadata that containers verify (TUF 1.0). */
export type {
  Approval,
  Pointer,
  ReleaseCustom,
  Revocation,
  SignedRelease,
  TargetChange,
  Trust,
} from './trust.ts';
