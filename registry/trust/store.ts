import { type Generated, type Kysely, sql } from 'kysely';
import type { AppId, PartnerId, ReleaseDigest, SubmissionId } from '../../sandbox/contract/index.ts';
import type { Database, Tx } from '../platform/platform.ts';
import type { ListedTarget, SignedDocument } from './metadata.ts';
import type { Revocation, SignedRelease } from './trust.ts';

type TrustTables = {
  'trust.metadata': { role: string; version: string; bytes: Buffer; expires_at: Date; published_at: Date };
  'trust.target_files': { path: string; sha256: string; bytes: Buffer };
  'trust.listed_targets': { path: string; role: string; sha256: string; length: number; custom: unknown };
  'trust.releases': {
    digest: ReleaseDigest;
    app_id: AppId;
    partner_id: PartnerId;
    submission_id: SubmissionId;
    epoch: string;
    signed_at: Date;
  };
  'trust.revocations': {
    id: Generated<string>;
    app_id: AppId | null;
    digest: ReleaseDigest | null;
    reason: string;
    revoked_by: string;
    revoked_at: Date;
  };
  'trust.audit': { id: Generated<string>; at: Date; actor: string; action: string; detail: unknown };
};

type Handle = Database | Tx;
const tables = (db: Handle): Kysely<TrustTables> => db.withTables<TrustTables>();

/** Any one number, the same in every replica: whoever holds it is the only writer of metadata until its transaction ends. */
const WRITER_LOCK = 8_451_090_210;

export async function lockWriter(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`.execute(tx);
}

interface KeptMetadata {
  readonly version: number;
  readonly bytes: Buffer;
  readonly expiresAt: Date;
}

export async function latestMetadata(db: Handle, role: string): Promise<KeptMetadata | undefined> {
  const row = await tables(db)
    .selectFrom('trust.metadata')
    .select(['version', 'bytes', 'expires_at'])
    .where('role', '=', role)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { version: Number(row.version), bytes: row.bytes, expiresAt: row.expires_at };
}

export async function metadataOf(db: Handle, role: string, version: number): Promise<Buffer | undefined> {
  const row = await tables(db)
    .selectFrom('trust.metadata')
    .select('bytes')
    .where('role', '=', role)
    .where('version', '=', String(version))
    .executeTakeFirst();
  return row?.bytes;
}

/** Roles other than `root` and `timestamp` whose current metadata expires before `moment`. */
export async function rolesExpiringBefore(db: Handle, moment: (role: string) => Date): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('trust.metadata')
    .distinctOn('role')
    .select(['role', 'expires_at'])
    .where('role', 'not in', ['root', 'timestamp'])
    .orderBy('role')
    .orderBy('version', 'desc')
    .execute();
  return rows.filter((row) => row.expires_at < moment(row.role)).map((row) => row.role);
}

export async function insertMetadata(tx: Tx, documents: readonly SignedDocument[], now: Date): Promise<void> {
  const rows = documents.map(({ role, version, bytes, expiresAt }) => ({
    role,
    version: String(version),
    bytes: Buffer.from(bytes),
    expires_at: expiresAt,
    published_at: now,
  }));
  if (rows.length > 0) await tables(tx).insertInto('trust.metadata').values(rows).execute();
}

/** Timestamps have no version in their address, so former ones are of no use; others may be half-way down to somebody. */
export async function deleteSuperseded(tx: Tx, olderThan: Date): Promise<void> {
  await sql`
    DELETE FROM trust.metadata old
    WHERE role <> 'root' AND (role = 'timestamp' OR published_at < ${olderThan})
      AND EXISTS (SELECT FROM trust.metadata newer WHERE newer.role = old.role AND newer.version > old.version)`.execute(
    tx,
  );
}

export async function listedTargets(db: Handle, role: string): Promise<ListedTarget[]> {
  const rows = await tables(db).selectFrom('trust.listed_targets').selectAll().where('role', '=', role).execute();
  return rows.map(({ path, sha256, length, custom }) => ({
    path,
    sha256,
    length,
    custom: (custom ?? undefined) as ListedTarget['custom'],
  }));
}

export interface ListedRelease {
  readonly path: string;
  /** The release's digest. */
  readonly sha256: string;
  readonly custom: unknown;
}

/** What the metadata says of every release it lists, of whatever age. */
export async function listedReleases(db: Handle): Promise<ListedRelease[]> {
  return tables(db)
    .selectFrom('trust.listed_targets')
    .select(['path', 'sha256', 'custom'])
    .where('path', 'like', 'releases/%')
    .orderBy('path')
    .execute();
}

export async function listTarget(tx: Tx, role: string, target: ListedTarget, bytes: Uint8Array): Promise<void> {
  const { path, sha256, length } = target;
  const custom = target.custom === undefined ? null : JSON.stringify(target.custom);
  await tables(tx)
    .insertInto('trust.target_files')
    .values({ path, sha256, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.columns(['path', 'sha256']).doNothing())
    .execute();
  await tables(tx)
    .insertInto('trust.listed_targets')
    .values({ path, role, sha256, length, custom })
    .onConflict((conflict) => conflict.column('path').doUpdateSet({ role, sha256, length, custom }))
    .execute();
}

export async function targetFile(db: Handle, path: string, sha256: string): Promise<Buffer | undefined> {
  const row = await tables(db)
    .selectFrom('trust.target_files')
    .select('bytes')
    .where('path', '=', path)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.bytes;
}

/** The bytes of the version of a target that metadata lists now. */
export async function currentTarget(db: Handle, path: string): Promise<Buffer | undefined> {
  const row = await tables(db)
    .selectFrom('trust.listed_targets as listed')
    .innerJoin('trust.target_files as file', (join) =>
      join.onRef('file.path', '=', 'listed.path').onRef('file.sha256', '=', 'listed.sha256'),
    )
    .select('file.bytes')
    .where('listed.path', '=', path)
    .executeTakeFirst();
  return row?.bytes;
}

export async function insertRelease(tx: Tx, release: SignedRelease, epoch: number): Promise<void> {
  await tables(tx)
    .insertInto('trust.releases')
    .values({
      digest: release.digest,
      app_id: release.appId,
      partner_id: release.partnerId,
      submission_id: release.submissionId,
      epoch: String(epoch),
      signed_at: release.signedAt,
    })
    .execute();
}

export async function signedReleases(
  db: Handle,
  by: { digest: ReleaseDigest } | { appId: AppId },
): Promise<SignedRelease[]> {
  const rows = await tables(db)
    .selectFrom('trust.releases')
    .selectAll()
    .where((where) => ('digest' in by ? where('digest', '=', by.digest) : where('app_id', '=', by.appId)))
    .execute();
  return rows.map((row) => ({
    digest: row.digest,
    appId: row.app_id,
    partnerId: row.partner_id,
    submissionId: row.submission_id,
    signedAt: row.signed_at,
  }));
}

/** Of one app and, when given, one digest; otherwise all. An app's revocation comes before a digest's. */
export async function revocations(
  db: Handle,
  of?: { appId: AppId | undefined; digest: ReleaseDigest | undefined },
): Promise<Revocation[]> {
  let query = tables(db)
    .selectFrom('trust.revocations')
    .select(['app_id', 'digest', 'reason', 'revoked_at'])
    .orderBy('app_id', (order) => order.asc().nullsLast())
    .orderBy('id');
  if (of) {
    query = query.where((where) =>
      where.or([
        ...(of.appId === undefined ? [] : [where('app_id', '=', of.appId)]),
        ...(of.digest === undefined ? [] : [where('digest', '=', of.digest)]),
      ]),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    appId: row.app_id ?? undefined,
    digest: row.digest ?? undefined,
    reason: row.reason,
    at: row.revoked_at,
  }));
}

export async function insertRevocation(tx: Tx, revocation: Revocation, by: string): Promise<void> {
  await tables(tx)
    .insertInto('trust.revocations')
    .values({
      app_id: revocation.appId ?? null,
      digest: revocation.digest ?? null,
      reason: revocation.reason,
      revoked_by: by,
      revoked_at: revocation.at,
    })
    .execute();
}

export async function audit(
  tx: Tx,
  at: Date,
  actor: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tables(tx)
    .insertInto('trust.audit')
    .values({ at, actor, action, detail: JSON.stringify(detail) })
    .execute();
}
