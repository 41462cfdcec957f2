import { type ErrorCode, PorticoError } from '../../../sandbox/contract/index.ts';
import { binOf } from './bins.ts';
import type { Bytes } from './bytes.ts';
import type { Json } from './canonical-json.ts';
import { type Chain, createLinks, expiryOf, lineOf } from './chain.ts';
import { download, type Fetch } from './download.ts';
import { type VerifyEd25519, verifyEd25519 } from './ed25519.ts';
import type { FileLine, Signed, TargetLine } from './metadata.ts';
import { createRoots } from './roots.ts';
import type { TrustStore } from './trust-store.ts';
import { assertCurrent, assertIsFile, assertNotOlder } from './verification.ts';

export interface TufClientOptions {
  /** Where metadata is, without trailing slash, e.g. `http://bank.portico.localhost:8080/tuf`. */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly store: TrustStore;
  readonly shippedRoot?: Bytes;
  readonly verify?: VerifyEd25519;
}

export interface TrustedTarget {
  readonly bytes: Bytes;
  readonly sha256: string;
  readonly custom: Json;
}

/** A TUF 1.0 client (§5) for repositories with consistent snapshots and TAP 15 bins. Knows nothing of mini-apps. */
export interface TufClient {
  /** When the trusted metadata expires; `undefined` while there is none. */
  readonly expires: Date | undefined;
  /** Reads back what an earlier visit trusted. No network. What is damaged counts as absent. */
  load(): Promise<void>;
  /** §5.3–5.6. On any error everything trusted before stays in use. @throws PorticoError ERR_TRUST_… */
  refresh(now: Date): Promise<void>;
  /** Which target the trusted metadata lists under `path`; `undefined` when it lists none. @throws PorticoError ERR_TRUST_… */
  find(path: string, now: Date): Promise<TargetLine | undefined>;
  /** Like `find`, but only what the top-level targets role lists itself: for what its delegates must not be able to say. */
  findTopLevel(path: string): TargetLine | undefined;
  /** §5.7: the target's bytes, from this device or the registry, with length and hash checked. @throws PorticoError ERR_TRUST_… */
  read(path: string, line: TargetLine): Promise<TrustedTarget>;
  forget(): Promise<void>;
}

/** Bytes at most where the metadata does not say. */
const LARGEST = { root: 512_000, timestamp: 16_384, snapshot: 2_000_000, targets: 5_000_000 } as const;
/** The newest that was ever verified, kept even when the rest of that refresh failed, to tell rollbacks by. */
const SEEN = { timestamp: 'seen-timestamp', snapshot: 'seen-snapshot' } as const;
const BIN = /^bin:/;
const TARGET = /^target:/;

export function createTufClient(options: TufClientOptions): TufClient {
  const { baseUrl, fetch, store, shippedRoot } = options;
  const links = createLinks(options.verify ?? verifyEd25519);
  const fetchRoot = (version: number) => download(fetch, `${baseUrl}/${version}.root.json`, LARGEST.root);
  const roots = createRoots({ store, links, shippedRoot, fetchRoot });
  let chain: Chain | undefined;
  const bins = new Map<string, Signed<'targets'>>();

  async function fetchVersion(role: string, line: FileLine, largest: number): Promise<Bytes> {
    const bytes = await download(fetch, `${baseUrl}/${line.version}.${role}.json`, line.length ?? largest);
    if (!bytes) throw new PorticoError('ERR_TRUST_UNREACHABLE', { detail: `There is no ${role} ${line.version}.` });
    return bytes;
  }

  /** What was kept, if it still verifies. After a root changed a role's key it does not, and must not hold us back (§5.3.11). */
  async function kept<T>(name: string, read: (bytes: Bytes) => Promise<T>): Promise<T | undefined> {
    const bytes = await store.get(name);
    return bytes && unless(['ERR_TRUST_SIGNATURE', 'ERR_TRUST_MALFORMED', 'ERR_TRUST_MISMATCH'], read(bytes));
  }

  const fetchTimestamp = () => download(fetch, `${baseUrl}/timestamp.json`, LARGEST.timestamp);

  async function newestTimestamp(root: Signed<'root'>, fetching: Promise<Bytes | undefined>, now: Date) {
    const [seen, bytes] = await Promise.all([
      kept(SEEN.timestamp, (before) => links.timestamp(root, before)),
      fetching,
    ]);
    if (!bytes) throw new PorticoError('ERR_TRUST_UNREACHABLE', { detail: 'There is no timestamp.' });
    const offered = await links.timestamp(root, bytes);
    if (seen) {
      assertNotOlder(offered.document.version, seen.document.version, 'timestamp');
      assertNotOlder(offered.document.snapshot.version, seen.document.snapshot.version, 'snapshot');
    }
    // Of two that claim one version the one seen first counts (§5.4.3.1).
    const timestamp = seen?.document.version === offered.document.version ? seen : offered;
    assertCurrent(timestamp, 'timestamp', now);
    return timestamp;
  }

  async function newestSnapshot(root: Signed<'root'>, timestamp: Signed<'timestamp'>, now: Date) {
    const seen = await kept(SEEN.snapshot, (bytes) => links.anySnapshot(root, bytes));
    const line = timestamp.document.snapshot;
    const snapshot =
      (await kept(SEEN.snapshot, (bytes) => links.snapshot(root, timestamp, bytes))) ??
      (await links.snapshot(root, timestamp, await fetchVersion('snapshot', line, LARGEST.snapshot)));
    for (const [file, { version }] of seen?.document.files ?? []) {
      assertNotOlder(snapshot.document.files.get(file)?.version ?? 0, version, file);
    }
    assertCurrent(snapshot, 'snapshot', now);
    return snapshot;
  }

  async function newestTargets(root: Signed<'root'>, snapshot: Signed<'snapshot'>, now: Date) {
    const targets =
      (await kept('targets', (bytes) => links.targets(root, snapshot, bytes))) ??
      (await links.targets(
        root,
        snapshot,
        await fetchVersion('targets', lineOf(snapshot, 'targets'), LARGEST.targets),
      ));
    assertCurrent(targets, 'targets', now);
    return targets;
  }

  async function newestBin(current: Chain, name: string, now: Date): Promise<Signed<'targets'>> {
    const bin =
      (await kept(`bin:${name}`, (bytes) => links.bin(current, name, bytes))) ??
      (await links.bin(current, name, await fetchVersion(name, lineOf(current.snapshot, name), LARGEST.targets)));
    assertCurrent(bin, name, now);
    return bin;
  }

  /** Bins used before come along, so that apps used before open without network after this refresh too. */
  async function binsUsedBefore(next: Chain, now: Date) {
    const names = (await store.names()).filter((name) => BIN.test(name)).map((name) => name.replace(BIN, ''));
    const found = await Promise.all(
      names.map(async (name) => {
        // One that cannot be had now is asked for again when somebody needs it.
        const bin = await newestBin(next, name, now).catch(() => undefined);
        return bin && ([name, bin] as const);
      }),
    );
    return new Map(found.filter((entry) => entry !== undefined));
  }

  async function read(path: string, line: TargetLine): Promise<TrustedTarget> {
    const { sha256, length, custom } = line;
    const before = await kept(`target:${sha256}`, async (bytes) => {
      await assertIsFile(bytes, line, path);
      return bytes;
    });
    if (before) return { bytes: before, sha256, custom };
    const bytes = await download(fetch, `${baseUrl}/targets/${withHash(path, sha256)}`, length);
    if (!bytes) throw new PorticoError('ERR_TRUST_UNREACHABLE', { detail: `There is no ${path}.` });
    await assertIsFile(bytes, line, path);
    await store.put(new Map([[`target:${sha256}`, bytes]]));
    return { bytes, sha256, custom };
  }

  /** The top-level role's own files come along like the bins: who approves and who signs must be known without network too. */
  async function filesUsedBefore(next: Chain): Promise<void> {
    const kept = new Set(await store.names());
    const before = [...(chain?.targets.document.targets ?? [])].filter(([, { sha256 }]) =>
      kept.has(`target:${sha256}`),
    );
    await Promise.all(
      before.map(async ([path]) => {
        const line = next.targets.document.targets.get(path);
        // One that cannot be had now is asked for again when somebody needs it.
        if (line) await read(path, line).catch(() => undefined);
      }),
    );
  }

  /** Makes the new chain the trusted one, on disk in one step, and lets go of target files that nothing lists any more. */
  async function adopt(next: Chain, nextBins: ReadonlyMap<string, Signed<'targets'>>): Promise<void> {
    const entries = new Map<string, Bytes | undefined>();
    for (const link of [next.root, next.timestamp, next.snapshot, next.targets]) entries.set(link.kind, link.bytes);
    for (const [name, bin] of nextBins) entries.set(`bin:${name}`, bin.bytes);
    const listed = new Set<string>();
    for (const { document } of [next.targets, ...nextBins.values()]) {
      for (const { sha256 } of document.targets.values()) listed.add(`target:${sha256}`);
    }
    for (const name of await store.names()) {
      if (TARGET.test(name) && !listed.has(name)) entries.set(name, undefined);
    }
    await store.put(entries);
    chain = next;
    bins.clear();
    for (const [name, bin] of nextBins) bins.set(name, bin);
  }

  async function refresh(now: Date): Promise<void> {
    // On its way while the root is asked for. One of before a rotation that this round meets is asked for again.
    const early = fetchTimestamp();
    early.catch(() => undefined);
    const { root, rotated } = await roots.newest();
    assertCurrent(root, 'root', now);
    const timestamp = await newestTimestamp(root, rotated ? fetchTimestamp() : early, now);
    // What was seen is kept beside the next question, whether or not that is answered.
    const seen = (name: string, { bytes }: Signed<'timestamp' | 'snapshot'>) => store.put(new Map([[name, bytes]]));
    const [snapshot] = await Promise.all([newestSnapshot(root, timestamp, now), seen(SEEN.timestamp, timestamp)]);
    const [targets] = await Promise.all([newestTargets(root, snapshot, now), seen(SEEN.snapshot, snapshot)]);
    const next: Chain = { root, timestamp, snapshot, targets };
    const [nextBins] = await Promise.all([binsUsedBefore(next, now), filesUsedBefore(next)]);
    await adopt(next, nextBins);
  }

  return {
    get expires() {
      return chain && expiryOf(chain);
    },
    async load() {
      const root = await unless(['ERR_TRUST_SIGNATURE', 'ERR_TRUST_MALFORMED'], roots.known());
      const timestamp = root && (await kept('timestamp', (bytes) => links.timestamp(root, bytes)));
      if (!timestamp) return;
      const snapshot = await kept('snapshot', (bytes) => links.snapshot(root, timestamp, bytes));
      const targets = snapshot && (await kept('targets', (bytes) => links.targets(root, snapshot, bytes)));
      if (targets) chain = { root, timestamp, snapshot, targets };
    },
    async refresh(now) {
      try {
        await refresh(now);
      } catch (error) {
        const isSignature = error instanceof PorticoError && error.code === 'ERR_TRUST_SIGNATURE';
        if (isSignature && (await roots.isForeign())) throw new PorticoError('ERR_TRUST_ROOT_CHANGED');
        throw error;
      }
    },
    async find(path, now) {
      const current = chain;
      if (!current) throw new PorticoError('ERR_TRUST_UNREACHABLE', { detail: 'No metadata is trusted yet.' });
      const { targets, delegations } = current.targets.document;
      const direct = targets.get(path);
      if (direct || !delegations?.succinct) return direct;
      const name = await binOf(delegations.succinct, path);
      const bin = bins.get(name) ?? (await newestBin(current, name, now));
      // A refresh may have gone by meanwhile; its bins are not this chain's.
      if (chain === current && !bins.has(name)) {
        bins.set(name, bin);
        await store.put(new Map([[`bin:${name}`, bin.bytes]]));
      }
      return bin.document.targets.get(path);
    },
    findTopLevel: (path) => chain?.targets.document.targets.get(path),
    read,
    async forget() {
      await store.put(new Map((await store.names()).map((name) => [name, undefined])));
      chain = undefined;
      bins.clear();
    },
  };
}

/** `apps/a.json` → `apps/<sha256>.a.json` (consistent snapshots, §6.2). */
function withHash(path: string, sha256: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}${sha256}.${path.slice(at)}`;
}

/** The value, or `undefined` where the promise fails with one of these codes. */
async function unless<T>(codes: readonly ErrorCode[], value: Promise<T>): Promise<T | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof PorticoError && codes.includes(error.code)) return undefined;
    throw error;
  }
}
