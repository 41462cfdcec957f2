import { type ColumnType, type Generated, type Kysely, sql } from 'kysely';
import {
  type ErrorCode,
  type PartnerId,
  PorticoError,
  type ReleaseDigest,
  type StaffId,
  type SubmissionId,
} from '../../sandbox/contract/index.ts';
import type { Database, Tx } from '../platform/platform.ts';
import type { Approval } from './review.ts';

/** Rows as kysely sees them; the schema itself is in migrations/. */
export type ReviewTables = {
  'review.affiliations': { staff_id: StaffId; partner_id: PartnerId; entered_by: StaffId; at: Date };
  'review.approvals': {
    submission_id: SubmissionId;
    digest: ReleaseDigest;
    ordinal: number;
    staff_id: StaffId;
    key_id: string;
    signature: string;
    at: Date;
  };
  'review.audit': {
    id: Generated<string>;
    at: Date;
    actor: string;
    action: string;
    submission_id: SubmissionId | null;
    data: ColumnType<unknown, string, never>;
  };
};

export type ReviewDb = Kysely<ReviewTables>;
export const tablesOf = (db: Tx | Database): ReviewDb => db.withTables<ReviewTables>();

/** Decisions about one submission wait for each other, so that two reviewers at the same moment are first and second. */
export async function lockDecisions(db: ReviewDb, submissionId: SubmissionId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`review:${submissionId}`}, 0))`.execute(db);
}

export async function findApprovals(db: ReviewDb, digest: ReleaseDigest): Promise<readonly Approval[]> {
  const rows = await db
    .selectFrom('review.approvals')
    .select(['staff_id', 'key_id', 'signature'])
    .where('digest', '=', digest)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ staffId: row.staff_id, keyId: row.key_id, signature: row.signature }));
}

/** What the database's own refusals mean to the reviewer. */
const REFUSALS: Readonly<Record<string, ErrorCode>> = {
  approvals_two_people: 'ERR_REVIEW_SAME_PERSON',
  approvals_two_keys: 'ERR_REVIEW_SAME_PERSON',
  approvals_affiliated: 'ERR_REVIEW_AFFILIATED',
  approvals_digest: 'ERR_REVIEW_DIGEST',
  approvals_waiting: 'ERR_REVIEW_STATE',
  approvals_pkey: 'ERR_REVIEW_STATE',
};

/** Adds the next approval; who may, and when, is the database's to say. */
export async function insertApproval(
  db: ReviewDb,
  {
    submissionId,
    digest,
    ordinal,
    at,
    ...approval
  }: Approval & {
    readonly submissionId: SubmissionId;
    readonly digest: ReleaseDigest;
    readonly ordinal: number;
    readonly at: Date;
  },
): Promise<void> {
  try {
    await db
      .insertInto('review.approvals')
      .values({
        submission_id: submissionId,
        digest,
        ordinal,
        staff_id: approval.staffId,
        key_id: approval.keyId,
        signature: approval.signature,
        at,
      })
      .execute();
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
    const code = REFUSALS[constraint];
    throw code ? new PorticoError(code, { cause: error }) : error;
  }
}

export async function audit(
  db: ReviewDb,
  line: {
    at: Date;
    actor: StaffId;
    action: string;
    submissionId?: SubmissionId;
    data?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await db
    .insertInto('review.audit')
    .values({
      at: line.at,
      actor: `staff:${line.actor}`,
      action: line.action,
      submission_id: line.submissionId ?? null,
      data: JSON.stringify(line.data ?? {}),
    })
    .execute();
}
