import { type AppId, type PartnerId, parseAppId, parsePartnerId } from '../../sandbox/contract/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform, Tx } from '../platform/platform.ts';
import { isSignedBy, releaseStatement } from './approvals.ts';
import {
  type ListedPartner,
  PARTNER_SHARDS,
  parsePartners,
  partnersDocument,
  partnersPath,
  shardPath,
} from './documents.ts';
import type { TargetEdit } from './repository.ts';
import { currentTarget, type ListedRelease, listedReleases } from './store.ts';

/** Who signed a release: what containers must know to check that signature. */
export interface Signatory {
  readonly partnerId: PartnerId;
  readonly appId: AppId;
  readonly keyId: string;
}

/**
 * `partners/<shard>.json`: what each partner is called, which apps it owns, and the keys that may sign them. Targets of the
 * top-level role, because the online releases key must not be able to make itself a partner, or give one another's name.
 */
export interface PartnerList {
  /** What must be published so that containers can check these signatures; empty when they can already. */
  editsFor(tx: Tx, signatories: readonly Signatory[]): Promise<readonly TargetEdit[]>;
  /**
   * Every shard, for what is listed already: first start, a data folder from before there were shards, a database that
   * was restored, and keys that were reported stolen.
   */
  editsAtStart(tx: Tx): Promise<readonly TargetEdit[]>;
}

export function createPartnerList({ log }: Pick<Platform, 'log'>, identity: Pick<Identity, 'partners'>): PartnerList {
  const { get, keyOnRecord } = identity.partners;

  async function listedIn(tx: Tx, path: string): Promise<readonly ListedPartner[] | undefined> {
    const current = await currentTarget(tx, path);
    return current && parsePartners(current);
  }

  /** As verified last; a partner that the database does not know keeps the name it was listed with. */
  async function nameOf(partnerId: PartnerId, listed: string | undefined): Promise<string> {
    return (await get(partnerId))?.name ?? listed ?? '';
  }

  async function withSignatories(partners: readonly ListedPartner[], added: readonly Signatory[]) {
    const next = new Map(partners.map((partner) => [partner.partnerId, partner]));
    for (const { partnerId, appId, keyId } of added) {
      const key = await keyOnRecord(keyId);
      if (key?.partnerId !== partnerId) continue;
      const { name, appIds = [], keys = [] } = next.get(partnerId) ?? {};
      const isKnown = keys.some((other) => other.keyId === keyId);
      next.set(partnerId, {
        partnerId,
        name: await nameOf(partnerId, name),
        appIds: appIds.includes(appId) ? appIds : [...appIds, appId],
        keys: isKnown ? keys : [...keys, { keyId, publicKey: key.publicKey }],
      });
    }
    return [...next.values()];
  }

  /** Under the name of today. A retired key stays, because releases it signed stay; a stolen one goes. */
  async function withoutStolen(partners: readonly ListedPartner[]): Promise<ListedPartner[]> {
    const kept: ListedPartner[] = [];
    for (const partner of partners) {
      const good = await Promise.all(partner.keys.map(({ keyId }) => keyOnRecord(keyId)));
      kept.push({
        ...partner,
        name: await nameOf(partner.partnerId, partner.name),
        keys: partner.keys.filter((_key, index) => good[index] !== undefined),
      });
    }
    return kept;
  }

  /** Taken from the release itself, its signature checked once more: nothing is vouched for because it is there. */
  async function signatoryOf({ path, sha256, custom }: ListedRelease): Promise<Signatory | undefined> {
    const { signatory, signature } = claimOf(custom);
    const key = signatory && (await keyOnRecord(signatory.keyId));
    const isGood =
      signatory &&
      key?.partnerId === signatory.partnerId &&
      isSignedBy(key.publicKey, releaseStatement(signatory.appId, sha256), signature);
    if (isGood) return signatory;
    // Either its key was stolen, which is meant, or somebody must look: containers will not open this release.
    log.error({ path }, 'a listed release has no partner’s signature that counts');
    return undefined;
  }

  /** Releases whose partner, app or key no shard names yet. */
  async function missingFrom(tx: Tx, listed: readonly ListedPartner[]): Promise<readonly Signatory[]> {
    const missing: Signatory[] = [];
    for (const release of await listedReleases(tx)) {
      const { signatory } = claimOf(release.custom);
      const partner = listed.find(({ partnerId }) => partnerId === signatory?.partnerId);
      const isNamed =
        signatory &&
        partner?.appIds.includes(signatory.appId) &&
        partner.keys.some(({ keyId }) => keyId === signatory.keyId);
      const found = isNamed ? undefined : await signatoryOf(release);
      if (found) missing.push(found);
    }
    return missing;
  }

  return {
    async editsFor(tx, signatories) {
      const edits: TargetEdit[] = [];
      for (const path of new Set(signatories.map(({ partnerId }) => partnersPath(partnerId)))) {
        const listed = await listedIn(tx, path);
        const here = signatories.filter(({ partnerId }) => partnersPath(partnerId) === path);
        edits.push(...editOf(path, listed, await withSignatories(listed ?? [], here)));
      }
      return edits;
    },
    async editsAtStart(tx) {
      const shards: Shard[] = [];
      for (const name of PARTNER_SHARDS) {
        const path = shardPath(name);
        const listed = await listedIn(tx, path);
        shards.push({ path, listed, good: await withoutStolen(listed ?? []) });
      }
      const missing = await missingFrom(
        tx,
        shards.flatMap(({ good }) => good),
      );
      const edits: TargetEdit[] = [];
      for (const { path, listed, good } of shards) {
        const here = missing.filter(({ partnerId }) => partnersPath(partnerId) === path);
        edits.push(...editOf(path, listed, await withSignatories(good, here)));
      }
      return edits;
    },
  };
}

interface Shard {
  readonly path: string;
  /** As published; `undefined` where it never was. */
  readonly listed: readonly ListedPartner[] | undefined;
  readonly good: readonly ListedPartner[];
}

/** Documents are canonical, so equal contents are equal bytes. An empty shard is published too: the releases key must not be able to fill a gap. */
function editOf(
  path: string,
  before: readonly ListedPartner[] | undefined,
  after: readonly ListedPartner[],
): readonly TargetEdit[] {
  const bytes = partnersDocument(after);
  const isSame = before && Buffer.from(bytes).equals(partnersDocument(before));
  return isSame ? [] : [{ role: 'targets', path, bytes }];
}

/** What a release's `custom` says of its partner. */
function claimOf(custom: unknown): { signatory: Signatory | undefined; signature: string } {
  const release = record(custom);
  const { keyId, signature } = record(release.partnerSignature);
  const partnerId = parsePartnerId(release.partnerId);
  const appId = parseAppId(release.appId);
  const isWhole = partnerId && appId && typeof keyId === 'string' && typeof signature === 'string';
  return isWhole ? { signatory: { partnerId, appId, keyId }, signature } : { signatory: undefined, signature: '' };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
