import {
  type AppId,
  PorticoError,
  parseAppId,
  parseReleaseDigest,
  parseSubmissionId,
  type ReleaseDigest,
} from '../../sandbox/contract/index.ts';
import type { Platform, Tx } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import type { LiveRelease, Rollout } from './rollout.ts';
import { rolloutRoutes } from './routes.ts';

interface RolloutParts {
  readonly publishing: Pick<Publishing, 'transition' | 'submissionsIn' | 'release'>;
  readonly trust: Pick<Trust, 'publish' | 'pointer' | 'isRevoked'>;
}

const EVERYONE = 100;

export function createRollout(platform: Platform, { publishing, trust }: RolloutParts): Rollout {
  const { db, outbox, notices, log } = platform;

  async function announce(tx: Tx, appId: AppId, digest: ReleaseDigest): Promise<void> {
    await outbox.add(tx, { topic: 'rollout.changed', key: appId, payload: { appId, digest } });
    await notices.publish(tx, 'releases', JSON.stringify({ type: 'updated', appId, digest }));
  }

  /**
   * Points every customer at a release that was just signed. Pointer, states, event and notice commit together.
   * The pointer comes first: it takes trust's writer lock, and whoever needs that lock and rows takes the lock first.
   */
  async function onSigned(payload: unknown): Promise<void> {
    const event = payload as Readonly<Record<string, unknown>>;
    const submissionId = parseSubmissionId(event.submissionId);
    const appId = parseAppId(event.appId);
    const digest = parseReleaseDigest(event.digest);
    if (!submissionId || !appId || !digest) throw new PorticoError('ERR_ROLLOUT_NOT_SIGNED');
    // Events come at least once: a repeated one must not point customers back from a newer release.
    if ((await publishing.release(digest))?.state !== 'SIGNED') return;
    try {
      await db.transaction().execute(async (tx) => {
        await trust.publish(tx, [{ kind: 'pointer', appId, releases: [{ digest, percent: EVERYONE }] }]);
        await publishing.transition(tx, submissionId, 'SIGNED', 'ROLLING', 'rollout');
        await publishing.transition(tx, submissionId, 'ROLLING', 'LIVE', 'rollout');
        await announce(tx, appId, digest);
      });
    } catch (error) {
      // Revoked between signing and rolling: it stays where it is, and that is not a fault.
      if (!(error instanceof PorticoError) || error.code !== 'ERR_TRUST_REVOKED') throw error;
      log.warn({ appId, digest }, 'a signed release was revoked before it was rolled out');
      return;
    }
    log.info({ appId, digest }, 'release live');
  }
  outbox.on('trust.signed', 'rollout-everyone', ({ payload }) => onSigned(payload));

  async function live(appId: AppId): Promise<LiveRelease | undefined> {
    const entry = (await trust.pointer(appId))?.releases[0];
    if (!entry || (await trust.isRevoked(appId, entry.digest))) return undefined;
    return { appId, digest: entry.digest, percent: entry.percent };
  }

  return {
    routes: rolloutRoutes({ live }),
    live,
    async allLive() {
      const apps = new Set((await publishing.submissionsIn(['LIVE'])).map((submission) => submission.appId));
      const releases = await Promise.all([...apps].sort().map(live));
      return releases.filter((release) => release !== undefined);
    },
  };
}
