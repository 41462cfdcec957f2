import { Metadata, MetadataKind } from '@tufjs/models';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Platform, Tx } from '../platform/platform.ts';
import { allBins, binOf } from './bins.ts';
import type { HighWaterMark } from './high-water-mark.ts';
import {
  LIFETIME,
  type ListedTarget,
  linesOf,
  type SignedDocument,
  sha256Of,
  signBin,
  signRoot,
  signSnapshot,
  signTargets,
  signTimestamp,
} from './metadata.ts';
import { PUBLISHED } from './served-files.ts';
import type { RoleSigners, SignerSource } from './signer.ts';
import {
  deleteSuperseded,
  insertMetadata,
  latestMetadata,
  listedTargets,
  listTarget,
  lockWriter,
  metadataOf,
  rolesExpiringBefore,
} from './store.ts';

export interface TargetEdit {
  /** `targets` for the few targets of the top-level role; everything else goes to the bin of its path. */
  readonly role?: 'targets';
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly custom?: NonNullable<ListedTarget['custom']>;
}

export interface Repository {
  /**
   * Writes one publication in the caller's transaction: the edited roles, a snapshot and a timestamp, all of one new version.
   * Readers see all of it or nothing, at commit. `makeEdits` runs under the writer lock and is told the version (the epoch).
   */
  publish(tx: Tx, makeEdits: (epoch: number) => Promise<readonly TargetEdit[]>): Promise<{ epoch: number }>;
  /** Signs a new timestamp, and whatever else has less than half of its life left. */
  renew(): Promise<void>;
  /**
   * First start: the ceremony and empty bins. Later ones: checks that keys, roots and database belong together, and
   * publishes everything anew when the database was restored from a backup.
   */
  prepare(initialEdits: (tx: Tx, epoch: number) => Promise<readonly TargetEdit[]>): Promise<void>;
}

/** Superseded snapshots and bins stay this long for clients that are half-way through a refresh. */
const KEEP_SUPERSEDED = 24 * 60 * 60 * 1000;

export function createRepository(
  platform: Pick<Platform, 'db' | 'clock' | 'notices'>,
  source: SignerSource,
  mark: HighWaterMark,
): Repository {
  const { db, clock, notices } = platform;
  let loading: Promise<RoleSigners> | undefined;
  const signers = () => {
    loading ??= source.roles().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  /**
   * Versions are milliseconds since 1970, or one more than the last if that is later. A database restored from a backup
   * has forgotten versions that containers have seen; counting from its own last one would repeat them and every
   * container would refuse the new metadata as a rollback.
   */
  async function nextVersion(tx: Tx, now: Date): Promise<number> {
    const last = await latestMetadata(tx, 'timestamp');
    return Math.max((last?.version ?? 0) + 1, now.getTime());
  }

  async function signRole(tx: Tx, role: string, version: number, now: Date): Promise<SignedDocument> {
    const listed = await listedTargets(tx, role);
    return role === 'targets'
      ? signTargets(await signers(), listed, version, now)
      : signBin(await signers(), role, listed, version, now);
  }

  async function write(tx: Tx, roles: ReadonlySet<string>, version: number, now: Date): Promise<void> {
    const previous = await latestMetadata(tx, 'snapshot');
    const lines = previous ? linesOf(previous.bytes) : new Map();
    const documents: SignedDocument[] = [];
    for (const role of roles) {
      const document = await signRole(tx, role, version, now);
      documents.push(document);
      // Bins carry no hash: 256 of them would triple every snapshot, and version, length and signature already pin them.
      const sha256 = role === 'targets' ? { sha256: sha256Of(document.bytes) } : {};
      lines.set(role, { version, length: document.bytes.length, ...sha256 });
    }
    const snapshot = await signSnapshot(await signers(), lines, version, now);
    await mark.raise(version);
    await insertMetadata(tx, [...documents, snapshot], now);
    await publishTimestamp(tx, snapshot, version, now);
  }

  /** Last of every publication: at commit it makes the rest visible, and replicas are told to look. */
  async function publishTimestamp(
    tx: Tx,
    snapshot: { version: number; bytes: Uint8Array },
    version: number,
    now: Date,
  ) {
    const { bytes } = snapshot;
    const line = { version: snapshot.version, length: bytes.length, sha256: sha256Of(bytes) };
    await insertMetadata(tx, [await signTimestamp(await signers(), line, version, now)], now);
    await notices.publish(tx, PUBLISHED, String(version));
  }

  async function applyEdits(tx: Tx, edits: readonly TargetEdit[]): Promise<Set<string>> {
    const touched = new Set<string>();
    for (const { role = 'bin', path, bytes, custom } of edits) {
      const listing = role === 'targets' ? role : binOf(path);
      await listTarget(tx, listing, { path, sha256: sha256Of(bytes), length: bytes.length, custom }, bytes);
      touched.add(listing);
    }
    return touched;
  }

  async function ceremony(tx: Tx, now: Date): Promise<void> {
    if (await latestMetadata(tx, 'root')) {
      throw new PorticoError('ERR_TRUST_KEY_UNUSABLE', { detail: 'The database has a root whose key files are gone.' });
    }
    await source.createRoot(async (root, roles) => (await signRoot(root, roles, 1, now)).bytes);
  }

  /** The files beside the keys are the truth about roots; the database only serves them. */
  async function importRoots(tx: Tx, now: Date): Promise<void> {
    for (const bytes of await source.roots()) {
      const { signed } = Metadata.fromJSON(MetadataKind.Root, JSON.parse(Buffer.from(bytes).toString('utf8')));
      const { version } = signed;
      const known = await metadataOf(tx, 'root', version);
      if (known && !known.equals(bytes)) {
        throw new PorticoError('ERR_TRUST_KEY_UNUSABLE', {
          detail: `Root ${version} in the database is not the one beside the keys.`,
        });
      }
      if (!known)
        await insertMetadata(tx, [{ role: 'root', version, bytes, expiresAt: new Date(signed.expires) }], now);
    }
  }

  /** After a longer stop the timestamp on record has expired, and the first container to ask must not be told so. */
  async function renewTimestamp(tx: Tx, snapshot: { version: number; bytes: Uint8Array }, version: number, now: Date) {
    const timestamp = await latestMetadata(tx, 'timestamp');
    const left = (timestamp?.expiresAt.getTime() ?? 0) - now.getTime();
    if (left < LIFETIME.timestamp / 2) await publishTimestamp(tx, snapshot, version, now);
  }

  const inTransaction = (run: (tx: Tx) => Promise<void>) =>
    db.transaction().execute(async (tx) => {
      await lockWriter(tx);
      await run(tx);
    });

  return {
    async publish(tx, makeEdits) {
      await lockWriter(tx);
      const now = clock.now();
      const epoch = await nextVersion(tx, now);
      await write(tx, await applyEdits(tx, await makeEdits(epoch)), epoch, now);
      return { epoch };
    },
    renew: () =>
      inTransaction(async (tx) => {
        const now = clock.now();
        const version = await nextVersion(tx, now);
        const halfLife = (role: string) => new Date(now.getTime() + lifetimeOf(role) / 2);
        const stale = await rolesExpiringBefore(tx, halfLife);
        const snapshot = await latestMetadata(tx, 'snapshot');
        if (!snapshot || stale.length > 0) {
          await write(tx, new Set(stale.filter((role) => role !== 'snapshot')), version, now);
        } else {
          await publishTimestamp(tx, snapshot, version, now);
        }
        await deleteSuperseded(tx, new Date(now.getTime() - KEEP_SUPERSEDED));
      }),
    prepare: (initialEdits) =>
      inTransaction(async (tx) => {
        const now = clock.now();
        if ((await source.roots()).length === 0) await ceremony(tx, now);
        await importRoots(tx, now);
        const epoch = await nextVersion(tx, now);
        const snapshot = await latestMetadata(tx, 'snapshot');
        const isRestored = (snapshot?.version ?? 0) < (await mark.read());
        const touched = await applyEdits(tx, await initialEdits(tx, epoch));
        if (!snapshot || isRestored) await write(tx, new Set(['targets', ...allBins]), epoch, now);
        else if (touched.size > 0) await write(tx, touched, epoch, now);
        else await renewTimestamp(tx, snapshot, epoch, now);
      }),
  };
}

function lifetimeOf(role: string): number {
  if (role === 'targets') return LIFETIME.targets;
  return role === 'snapshot' ? LIFETIME.snapshot : LIFETIME.bin;
}
