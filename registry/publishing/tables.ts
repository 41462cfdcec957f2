import type { ColumnType, Generated } from 'kysely';
import type { AppId, FileDigest, PartnerId, ReleaseDigest, SubmissionId } from '../../sandbox/contract/index.ts';
import type { Finding } from './engine/finding.ts';
import type { SubmissionState } from './states.ts';

/** Rows as kysely sees them; the schema itself is in migrations/. */
export type PublishingTables = {
  'publishing.submissions': {
    id: SubmissionId;
    app_id: AppId;
    partner_id: PartnerId;
    version: string;
    digest: ReleaseDigest;
    package_digest: FileDigest;
    key_id: string;
    signature: string;
    /** Set by the database when a change is inserted. */
    state: ColumnType<SubmissionState, never, never>;
    findings: ColumnType<readonly Finding[], string, string>;
    created_at: Date;
  };
  'publishing.state_changes': {
    id: Generated<string>;
    submission_id: SubmissionId;
    from_state: SubmissionState | null;
    state: SubmissionState;
    at: Date;
    by: string;
    reason: string | null;
  };
  'publishing.files': {
    submission_id: SubmissionId;
    path: string;
    digest: FileDigest;
    size: number;
    type: string;
  };
};
