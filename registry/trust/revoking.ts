import {
  type AppId,
  PorticoError,
  parseAppId,
  parseReleaseDigest,
  type ReleaseDigest,
  type StaffId,
} from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform, Tx } from '../platform/platform.ts';
import type { Publishing, SubmissionState } from '../publishing/index.ts';
import { REVOCATIONS_PATH, revocationsDocument } from './documents.ts';
import type { Repository, TargetEdit } from './repository.ts';
import type { RevocationJournal } from './revocation-journal.ts';
import { audit, insertRevocation, revocations, signedReleases } from './store.ts';
import type { Revocation } from './trust.ts';

interface Revoking {
  readonly platform: Platform;
  readonly identity: Pick<Identity, 'partners'>;
  readonly publishing: Pick<Publishing, 'release' | 'transition'>;
  readonly repository: Repository;
  readonly journal: RevocationJournal;
}

export type RevocationSubject = { readonly appId: AppId } | { readonly digest: ReleaseDigest };

/** From which a release can be revoked; before these it has not been signed and will not be. */
const REVOCABLE: ReadonlySet<SubmissionState> = new Set([
  'SIGNED',
  'ROLLING',
  'HALTED',
  'LIVE',
  'SUPERSEDED',
  'YANKED',
]);

export function createRevoking({ platform, identity, publishing, repository, journal }: Revoking) {
  const { db, clock, outbox, notices } = platform;

  /** @throws PorticoError ERR_TRUST_RELEASE_UNKNOWN: a typing mistake must not look like a kill that worked. */
  async function appOf(subject: RevocationSubject): Promise<AppId> {
    if ('digest' in subject) {
      const release = await publishing.release(subject.digest);
      if (release) return release.appId;
    } else if (await identity.partners.ownerOf(subject.appId)) {
      return subject.appId;
    }
    throw new PorticoError('ERR_TRUST_RELEASE_UNKNOWN', { data: subject });
  }

  /**
   * One person, at once: the row, the signed metadata, the audit line, the event and the notice commit together.
   * Revoking twice keeps the first reason.
   */
  async function revoke(subject: RevocationSubject, reason: string, staffId: StaffId) {
    const appId = await appOf(subject);
    const digest = 'digest' in subject ? subject.digest : undefined;
    const revocation: Revocation = { appId: digest ? undefined : appId, digest, reason, at: clock.now() };
    return db.transaction().execute(async (tx) => {
      let inForce: Revocation = revocation;
      const { epoch } = await repository.publish(tx, async (next) => {
        const [before] = await revocations(tx, { appId: revocation.appId, digest });
        if (before) {
          inForce = before;
        } else {
          await insertRevocation(tx, revocation, `staff:${staffId}`);
          await journal.append(revocation);
        }
        return [await revocationsEdit(tx, next)];
      });
      const subjectIds = digest ? { appId, digest } : { appId };
      const detail = { ...subjectIds, reason, epoch, repeated: inForce !== revocation };
      await audit(tx, revocation.at, `staff:${staffId}`, 'revocation', detail);
      await outbox.add(tx, { topic: 'trust.revoked', key: appId, payload: { ...subjectIds, reason: inForce.reason } });
      await notices.publish(tx, 'releases', JSON.stringify({ type: 'revoked', ...subjectIds }));
      return { revocation: inForce, epoch };
    });
  }

  /** Answers `trust.revoked`: the submissions' states follow; the revocation itself was in force before. */
  async function onRevoked(payload: unknown): Promise<void> {
    const event = payload as Readonly<Record<string, unknown>>;
    const digest = parseReleaseDigest(event.digest);
    const appId = parseAppId(event.appId);
    const subject = digest ? { digest } : appId ? { appId } : undefined;
    if (!subject) throw new PorticoError('ERR_TRUST_RELEASE_UNKNOWN');
    await db.transaction().execute(async (tx) => {
      for (const signed of await signedReleases(tx, subject)) {
        const release = await publishing.release(signed.digest, tx);
        if (release && REVOCABLE.has(release.state)) {
          await publishing.transition(tx, signed.submissionId, release.state, 'REVOKED', 'trust');
        }
      }
    });
  }

  /** At start: puts back what a restored database has forgotten. */
  async function editsFromJournal(tx: Tx, epoch: number): Promise<readonly TargetEdit[]> {
    const known = await revocations(tx);
    const forgotten = (await journal.read()).filter(
      ({ appId, digest }) => !known.some((entry) => entry.appId === appId && entry.digest === digest),
    );
    for (const revocation of forgotten) {
      await insertRevocation(tx, revocation, 'journal');
      const { appId, digest, reason } = revocation;
      await audit(tx, clock.now(), 'trust', 'revocation.restored', { appId, digest, reason, epoch });
    }
    return forgotten.length > 0 ? [await revocationsEdit(tx, epoch)] : [];
  }

  return { revoke, onRevoked, editsFromJournal };
}

export async function revocationsEdit(tx: Tx, epoch: number): Promise<TargetEdit> {
  return { path: REVOCATIONS_PATH, bytes: revocationsDocument(epoch, await revocations(tx)) };
}
