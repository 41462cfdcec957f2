import { type AppId, type ErrorCode, PorticoError, type ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { AppResolution, AppTrust, Freshness, RefreshOutcome, VerifiedRelease } from './app-trust.ts';
import type { Bytes } from './bytes.ts';
import type { Fetch } from './download.ts';
import { type VerifyEd25519, verifyEd25519 } from './ed25519.ts';
import {
  partnerNamedBy,
  partnersPath,
  type RevocationNotice,
  readPartners,
  readPointer,
  readReviewers,
  readRevocation,
  verifyRelease,
} from './release-checks.ts';
import { builtInRoot } from './shipped-root.ts';
import type { TrustStore } from './trust-store.ts';
import { createTufClient } from './tuf-client.ts';

export interface AppTrustOptions {
  /** Public origin of this container, which is also the audience releases are signed for. */
  readonly origin: string;
  readonly store: TrustStore;
  /** Root metadata trusted from the first visit on; the build's own when left out, and where that has none the first root seen is pinned (development). */
  readonly shippedRoot?: Bytes;
  /** Where `/tuf` is, when it is not on `origin` (tests). */
  readonly registryOrigin?: string;
  readonly fetch?: Fetch;
  readonly verify?: VerifyEd25519;
}

/** Apps open this long after the metadata expired; money and identity do not. */
const GRACE_MS = 7 * 24 * 60 * 60 * 1000;

export function createAppTrust(options: AppTrustOptions): AppTrust {
  const { origin, store, shippedRoot = builtInRoot, registryOrigin = origin } = options;
  const verify = options.verify ?? verifyEd25519;
  // Called through globalThis, because a detached `fetch` is an illegal invocation.
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const client = createTufClient({
    baseUrl: `${registryOrigin}/tuf`,
    fetch,
    store,
    verify,
    ...(shippedRoot && { shippedRoot }),
  });
  /** What is being found out about apps, or was, from the metadata now trusted: whoever asks again need not do it again. */
  const judgements = new Map<AppId, Promise<Judgement>>();
  /** Those of them that have been found out. */
  const verdicts = new Map<AppId, Judgement>();
  let loading: Promise<void> | undefined;
  let refreshing: Promise<RefreshOutcome> | undefined;
  let following: Promise<RefreshOutcome> | undefined;

  const load = () => {
    loading ??= client.load();
    return loading;
  };

  function freshness(now: Date): Freshness {
    const { expires } = client;
    if (!expires) return 'none';
    if (now < expires) return 'fresh';
    return now.getTime() < expires.getTime() + GRACE_MS ? 'usable' : 'expired';
  }

  function forgetJudgements(): void {
    judgements.clear();
    verdicts.clear();
  }

  async function refreshOnce(now: Date): Promise<RefreshOutcome> {
    const error = await codeOf(async () => {
      await load();
      await client.refresh(now).finally(forgetJudgements);
      // Had at once, because without these two no app can be judged offline.
      await Promise.all([readTarget('revocations.json', now), readOffline('reviewers.json')]);
    });
    return { freshness: freshness(now), error };
  }

  function sharedRound(now: Date): Promise<RefreshOutcome> {
    refreshing ??= refreshOnce(now).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  /** Whoever asks during a round may know of something newer than it: they share the round after it. */
  function refresh(now: Date): Promise<RefreshOutcome> {
    if (!refreshing) return sharedRound(now);
    following ??= refreshing.then(() => {
      following = undefined;
      return sharedRound(now);
    });
    return following;
  }

  /** @throws PorticoError ERR_TRUST_MISMATCH when the metadata does not list what it always must */
  async function readTarget(path: string, now: Date): Promise<Bytes> {
    const line = await client.find(path, now);
    if (!line) throw new PorticoError('ERR_TRUST_MISMATCH', { detail: `The metadata lists no ${path}.` });
    return (await client.read(path, line)).bytes;
  }

  /** People are vouched for by the offline key alone: a bin that lists such a file says nothing. @throws PorticoError ERR_TRUST_MISMATCH */
  async function readOffline(path: string): Promise<Bytes> {
    const line = client.findTopLevel(path);
    if (!line) throw new PorticoError('ERR_TRUST_MISMATCH', { detail: `The top-level metadata lists no ${path}.` });
    return (await client.read(path, line)).bytes;
  }

  async function judge(appId: AppId, now: Date): Promise<Judgement> {
    // On their way together, judged in order: what cannot be had of an app does not hide that it is revoked.
    const path = `apps/${appId}.json`;
    const pointing = client.find(path, now).then((line) => line && client.read(path, line));
    pointing.catch(() => undefined);
    const revocations = await readTarget('revocations.json', now);
    const ofApp = readRevocation(revocations, appId);
    if (ofApp) return { revoked: ofApp };
    const pointer = await pointing;
    if (!pointer) return { unknown: true };
    return judgeRelease(appId, readPointer(pointer.bytes, appId), revocations, now);
  }

  async function judgeRelease(appId: AppId, digest: ReleaseDigest, revocations: Bytes, now: Date): Promise<Judgement> {
    const ofRelease = readRevocation(revocations, appId, digest);
    if (ofRelease) return { revoked: ofRelease };
    const path = `releases/${appId}/${digest}.json`;
    const line = await client.find(path, now);
    if (!line)
      throw new PorticoError('ERR_TRUST_RELEASE_INVALID', { detail: 'The pointer names an unsigned release.' });
    const partnerId = partnerNamedBy(line.custom);
    const [reviewers, partners, target] = await Promise.all([
      readOffline('reviewers.json').then(readReviewers),
      partnersPath(partnerId).then(readOffline).then(readPartners),
      client.read(path, line),
    ]);
    const checks = { appId, digest, audience: origin, reviewers, partners, verify };
    return { release: await verifyRelease(target, checks) };
  }

  /** Only of fresh metadata: what is allowed in the days of grace depends on the day. */
  function judgeOnce(appId: AppId, now: Date): Promise<Judgement> {
    const known = judgements.get(appId);
    if (known) return known;
    const judgement = judge(appId, now);
    judgements.set(appId, judgement);
    // A refresh may have gone by: then another judgement stands here. What could not be found out is asked again.
    const stands = (): boolean => judgements.get(appId) === judgement;
    judgement.then(
      (verdict) => stands() && verdicts.set(appId, verdict),
      () => stands() && judgements.delete(appId),
    );
    return judgement;
  }

  /** In the days of grace everything is judged as of a week ago, so that bins may be as old as the rest. */
  const judgedAsOf = (now: Date): Date => (freshness(now) === 'fresh' ? now : new Date(now.getTime() - GRACE_MS));

  return {
    refresh,
    freshness,
    async resolveApp(appId, now) {
      await load();
      const refreshError = freshness(now) === 'fresh' ? undefined : (await sharedRound(now)).error;
      const state = freshness(now);
      const { expires } = client;
      if (!expires || state === 'none' || state === 'expired') {
        return { status: 'needs-network', code: refreshError ?? 'ERR_TRUST_EXPIRED' };
      }
      const moment = judgedAsOf(now);
      let judgement: Judgement | undefined;
      const code = await codeOf(async () => {
        judgement = await (state === 'fresh' ? judgeOnce(appId, moment) : judge(appId, moment));
      });
      if (!judgement) return { status: 'needs-network', code: code ?? 'ERR_TRUST_UNREACHABLE' };
      return resolutionOf(judgement, state, expires);
    },
    knownApp(appId, now) {
      const verdict = verdicts.get(appId);
      const { expires } = client;
      return verdict && expires && freshness(now) === 'fresh' ? resolutionOf(verdict, 'fresh', expires) : undefined;
    },
    async hasRevoked(appId, releases, now) {
      await load();
      if (freshness(now) !== 'fresh') await sharedRound(now);
      if (freshness(now) === 'none' || freshness(now) === 'expired') return false;
      const revocations = await readTarget('revocations.json', judgedAsOf(now));
      const ofApp = readRevocation(revocations, appId) !== undefined;
      return ofApp || releases.some((digest) => readRevocation(revocations, appId, digest) !== undefined);
    },
    async forget() {
      await client.forget();
      forgetJudgements();
      loading = undefined;
    },
  };
}

type Judgement =
  | { readonly revoked: RevocationNotice }
  | { readonly unknown: true }
  | { readonly release: VerifiedRelease };

function resolutionOf(judgement: Judgement, state: 'fresh' | 'usable', expires: Date): AppResolution {
  if ('revoked' in judgement) return { status: 'revoked', ...judgement.revoked };
  if ('unknown' in judgement) return { status: 'unknown' };
  const { release } = judgement;
  if (state === 'fresh') return { status: 'ready', release };
  const usableUntil = new Date(expires.getTime() + GRACE_MS);
  return { status: 'expired-but-usable', release, expiredAt: expires, usableUntil };
}

/** The code the work failed with; `undefined` when it did not. Anything but a PorticoError is a fault of ours and thrown. */
async function codeOf(work: () => Promise<void>): Promise<ErrorCode | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof PorticoError) return error.code;
    throw error;
  }
}
