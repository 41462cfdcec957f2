import { type Kysely, sql, type Transaction } from 'kysely';
import {
  type AppId,
  type FileDigest,
  type PartnerId,
  PorticoError,
  type ReleaseDigest,
  type SubmissionId,
} from '../../sandbox/contract/index.ts';
import { compareVersions, type ReleaseFile } from '../../sandbox/contract/manifest/index.ts';
import type { Database, Tx } from '../platform/platform.ts';
import type { Finding } from './engine/index.ts';
import type { StateChange, SubmissionRecord } from './publishing.ts';
import { SIGNED_STATES, type SubmissionState } from './states.ts';
import type { PublishingTables } from './tables.ts';

export type PublishingDb = Kysely<PublishingTables>;
export type PublishingTx = Transaction<PublishingTables>;

/** The module's own view of a connection or transaction that another module handed in. */
export const tablesOf = (db: Tx | Database): PublishingDb => db.withTables<PublishingTables>();

export interface NewSubmission {
  readonly id: SubmissionId;
  readonly appId: AppId;
  readonly partnerId: PartnerId;
  readonly version: string;
  readonly digest: ReleaseDigest;
  readonly packageDigest: FileDigest;
  readonly keyId: string;
  readonly signature: string;
  readonly files: readonly ReleaseFile[];
  readonly at: Date;
}

/** Rows of `files` in one INSERT; PostgreSQL takes 65,535 parameters at most. */
const FILES_AT_ONCE = 1000;

/** Uploads of one app wait for each other, so that two of the same version cannot both pass the version check. */
export async function lockApp(db: PublishingDb, appId: AppId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`publishing:${appId}`}, 0))`.execute(db);
}

export async function insertSubmission(db: PublishingDb, submission: NewSubmission): Promise<void> {
  await db
    .insertInto('publishing.submissions')
    .values({
      id: submission.id,
      app_id: submission.appId,
      partner_id: submission.partnerId,
      version: submission.version,
      digest: submission.digest,
      package_digest: submission.packageDigest,
      key_id: submission.keyId,
      signature: submission.signature,
      findings: '[]',
      created_at: submission.at,
    })
    .execute();
  const by = `partner:${submission.partnerId}`;
  await insertChange(db, submission.id, { from: null, state: 'RECEIVED', by, at: submission.at });
  for (let from = 0; from < submission.files.length; from += FILES_AT_ONCE) {
    const rows = submission.files.slice(from, from + FILES_AT_ONCE);
    await db
      .insertInto('publishing.files')
      .values(rows.map(({ path, digest, size, type }) => ({ submission_id: submission.id, path, digest, size, type })))
      .execute();
  }
}

export async function insertChange(
  db: PublishingDb,
  submissionId: SubmissionId,
  { from, state, by, at, reason }: StateChange & { readonly from: SubmissionState | null },
): Promise<void> {
  try {
    await db
      .insertInto('publishing.state_changes')
      .values({ submission_id: submissionId, from_state: from, state, by, at, reason: reason ?? null })
      .execute();
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
    if (constraint !== 'publishing_step' && constraint !== 'review_gate') throw error;
    throw new PorticoError('ERR_PUBLISHING_STATE', { detail: `It may not become ${state}.`, cause: error });
  }
}

/** Locks the submission's row until the end of the transaction and returns its state. */
export async function lockSubmission(
  db: PublishingDb,
  id: SubmissionId,
): Promise<{ state: SubmissionState; appId: AppId } | undefined> {
  const row = await db
    .selectFrom('publishing.submissions')
    .select(['state', 'app_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { state: row.state, appId: row.app_id };
}

export async function findSubmissions(
  db: PublishingDb,
  filter: {
    readonly id?: SubmissionId;
    readonly digest?: ReleaseDigest;
    readonly partnerId?: PartnerId;
    readonly states?: readonly SubmissionState[];
    readonly most?: number;
    readonly order?: 'asc' | 'desc';
  },
): Promise<readonly StoredSubmission[]> {
  const rows = await db
    .selectFrom('publishing.submissions')
    .selectAll()
    .$if(filter.id !== undefined, (query) => query.where('id', '=', filter.id as SubmissionId))
    .$if(filter.digest !== undefined, (query) => query.where('digest', '=', filter.digest as ReleaseDigest))
    .$if(filter.partnerId !== undefined, (query) => query.where('partner_id', '=', filter.partnerId as PartnerId))
    .$if(filter.states !== undefined, (query) => query.where('state', 'in', filter.states ?? []))
    .orderBy('created_at', filter.order ?? 'asc')
    .limit(filter.most ?? 1000)
    .execute();
  if (rows.length === 0) return [];
  const changes = await db
    .selectFrom('publishing.state_changes')
    .select(['submission_id', 'state', 'at', 'by', 'reason'])
    .where(
      'submission_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    appId: row.app_id,
    partnerId: row.partner_id,
    version: row.version,
    digest: row.digest,
    state: row.state,
    findings: row.findings,
    history: changes
      .filter(({ submission_id }) => submission_id === row.id)
      .map(({ state, at, by, reason }) => ({ state, at, by, ...(reason !== null && { reason }) })),
    packageDigest: row.package_digest,
    partnerSignature: { keyId: row.key_id, signature: row.signature },
  }));
}

export interface StoredSubmission extends SubmissionRecord {
  readonly packageDigest: FileDigest;
  readonly partnerSignature: { readonly keyId: string; readonly signature: string };
}

export async function writeFindings(db: PublishingDb, id: SubmissionId, findings: readonly Finding[]): Promise<void> {
  await db
    .updateTable('publishing.submissions')
    .set({ findings: JSON.stringify(findings) })
    .where('id', '=', id)
    .execute();
}

/** Throws ERR_PUBLISHING_VERSION unless `version` comes after every version of the app that was not turned away. */
export async function assertNewest(db: PublishingDb, appId: AppId, version: string): Promise<void> {
  const rows = await db
    .selectFrom('publishing.submissions')
    .select('version')
    .where('app_id', '=', appId)
    .where('state', 'not in', ['REJECTED', 'WITHDRAWN'])
    .execute();
  const latest = rows
    .map((row) => row.version)
    .sort(compareVersions)
    .at(-1);
  if (latest !== undefined && compareVersions(version, latest) <= 0) {
    throw new PorticoError('ERR_PUBLISHING_VERSION', {
      detail: `It is ${version}; the latest is ${latest}.`,
      data: { latest },
    });
  }
}

export async function findSubmittedFile(
  db: PublishingDb,
  id: SubmissionId,
  path: string,
): Promise<Omit<ReleaseFile, 'path'> | undefined> {
  return db
    .selectFrom('publishing.files')
    .select(['digest', 'size', 'type'])
    .where('submission_id', '=', id)
    .where('path', '=', path)
    .executeTakeFirst();
}

export async function findServableFile(
  db: PublishingDb,
  digest: FileDigest,
): Promise<{ type: string; size: number } | undefined> {
  return db
    .selectFrom('publishing.files')
    .innerJoin('publishing.submissions', 'publishing.submissions.id', 'publishing.files.submission_id')
    .select(['publishing.files.type', 'publishing.files.size'])
    .where('publishing.files.digest', '=', digest)
    .where('publishing.submissions.state', 'in', SIGNED_STATES)
    .orderBy('publishing.submissions.created_at')
    .limit(1)
    .executeTakeFirst();
}

/** The app's release that is live now, other than `except`. */
export async function findLive(
  db: PublishingDb,
  appId: AppId,
  except: SubmissionId,
): Promise<SubmissionId | undefined> {
  const row = await db
    .selectFrom('publishing.submissions')
    .select('id')
    .where('app_id', '=', appId)
    .where('state', '=', 'LIVE')
    .where('id', '<>', except)
    .forUpdate()
    .executeTakeFirst();
  return row?.id;
}
