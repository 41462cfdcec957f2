import { join } from 'node:path';
import { type AppId, PorticoError } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform, Tx } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import { parsePointer, pointerDocument, pointerPath, REVOCATIONS_PATH } from './documents.ts';
import { createFileSigners } from './file-signers.ts';
import { createHighWaterMark } from './high-water-mark.ts';
import { createPartnerList } from './partner-list.ts';
import { createRepository, type TargetEdit } from './repository.ts';
import { createReviewers } from './reviewers.ts';
import { createRevocationJournal } from './revocation-journal.ts';
import { createRevoking, revocationsEdit } from './revoking.ts';
import { trustRoutes } from './routes.ts';
import { createServedFiles } from './served-files.ts';
import type { SignerSource } from './signer.ts';
import { createSigning } from './signing.ts';
import { currentTarget, revocations, signedReleases } from './store.ts';
import type { TargetChange, Trust } from './trust.ts';

interface TrustParts {
  readonly identity: Pick<Identity, 'partners' | 'staffKeys' | 'staff'>;
  readonly publishing: Pick<Publishing, 'release' | 'transition'>;
  /** Where the keys are. Key files when left out, which is refused outside development. */
  readonly signers?: SignerSource;
}

/** The timestamp lives 10 minutes; three of these may fail before a container notices. */
const RENEW_SECONDS = 150;

export function createTrust(platform: Platform, { identity, publishing, signers }: TrustParts): Trust {
  const { db } = platform;
  const outside = join(platform.config.dataDir, 'trust');
  const mark = createHighWaterMark(join(outside, 'published-version'));
  const repository = createRepository(platform, signers ?? createFileSigners(platform.config), mark);
  const reviewers = createReviewers(identity);
  const partnerList = createPartnerList(platform, identity);
  const journal = createRevocationJournal(join(outside, 'revocations.jsonl'));
  const parts = { platform, identity, publishing, repository, journal };
  const { revoke, onRevoked, editsFromJournal } = createRevoking(parts);
  const onApproved = createSigning({ platform, identity, publishing, repository, reviewers, partnerList });

  let preparing: Promise<void> | undefined;
  const prepare = () => {
    preparing ??= repository.prepare(initialEdits).catch((error: unknown) => {
      preparing = undefined;
      throw error;
    });
    return preparing;
  };
  async function initialEdits(tx: Tx, epoch: number): Promise<readonly TargetEdit[]> {
    const restored = await editsFromJournal(tx, epoch);
    const isFirst = restored.length === 0 && (await currentTarget(tx, REVOCATIONS_PATH)) === undefined;
    const people = [...(await reviewers.editsFor(tx)), ...(await partnerList.editsAtStart(tx))];
    return [...people, ...restored, ...(isFirst ? [await revocationsEdit(tx, epoch)] : [])];
  }

  async function pointerEdit(tx: Tx, change: TargetChange, epoch: number): Promise<TargetEdit> {
    const { appId, releases } = change;
    for (const { digest } of releases) {
      const [signed] = await signedReleases(tx, { digest });
      if (!signed) throw new PorticoError('ERR_ROLLOUT_NOT_SIGNED', { data: { appId, digest } });
      if (signed.appId !== appId) throw new PorticoError('ERR_ROLLOUT_OTHER_APP', { data: { appId, digest } });
      const [revoked] = await revocations(tx, { appId, digest });
      if (revoked) throw new PorticoError('ERR_TRUST_REVOKED', { data: { appId, digest } });
    }
    return { path: pointerPath(appId), bytes: pointerDocument({ appId, epoch, releases }) };
  }

  platform.outbox.on('review.approved', 'trust-sign', async ({ payload }) => {
    await prepare();
    await onApproved(payload);
  });
  // Identity has recorded that a partner's key was stolen: containers must stop believing it.
  platform.outbox.on('identity.key-stolen', 'trust-partners', async () => {
    await prepare();
    await db.transaction().execute((tx) => repository.publish(tx, () => partnerList.editsAtStart(tx)));
  });
  platform.outbox.on('trust.revoked', 'trust-states', ({ payload }) => onRevoked(payload));
  platform.jobs.every('trust-renew', RENEW_SECONDS, async () => {
    await prepare();
    await repository.renew();
  });

  return {
    routes: trustRoutes({ files: createServedFiles(platform), identity, prepare, revoke }),
    prepare,
    publish: (tx, changes) =>
      repository.publish(tx, (epoch) => Promise.all(changes.map((change) => pointerEdit(tx, change, epoch)))),
    isApproved: async (digest) => (await signedReleases(db, { digest })).length > 0,
    isRevoked: async (appId, digest) => (await revocations(db, { appId, digest })).length > 0,
    revocation: async (appId, digest) => (await revocations(db, { appId, digest }))[0],
    signedRelease: async (digest) => (await signedReleases(db, { digest }))[0],
    async pointer(appId: AppId) {
      const bytes = await currentTarget(db, pointerPath(appId));
      return bytes && parsePointer(bytes);
    },
  };
}
