import { PorticoError } from '../../../sandbox/contract/index.ts';
import { areEqual, type Bytes } from './bytes.ts';
import type { Links } from './chain.ts';
import type { Signed } from './metadata.ts';
import type { TrustStore } from './trust-store.ts';

interface RootOptions {
  readonly store: TrustStore;
  readonly links: Links;
  /** The root that the build ships. `undefined`: development, the first one seen is pinned. */
  readonly shippedRoot: Bytes | undefined;
  /** `undefined` when the registry has no such version. */
  readonly fetchRoot: (version: number) => Promise<Bytes | undefined>;
}

export interface Roots {
  /** The newest root trusted before, without network; `undefined` on the first visit of a development build. */
  known(): Promise<Signed<'root'> | undefined>;
  /** §5.3: walks up to the newest root, keeping each step. `rotated`: there was one to take. */
  newest(): Promise<{ readonly root: Signed<'root'>; readonly rotated: boolean }>;
  /** Why a registry's signatures are foreign: it has another root than the one pinned here. Development builds only. */
  isForeign(): Promise<boolean>;
}

/** Roots that may follow one another in one refresh. */
const MOST_ROTATIONS = 256;
const ROOT = 'root';
const PINNED = 'pinned-root';

export function createRoots({ store, links, shippedRoot, fetchRoot }: RootOptions): Roots {
  async function known(): Promise<Signed<'root'> | undefined> {
    const bytes = await store.get(ROOT);
    const kept = bytes && (await links.firstRoot(bytes));
    if (!shippedRoot) return kept;
    const shipped = await links.firstRoot(shippedRoot);
    if (!kept || kept.document.version < shipped.document.version) return shipped;
    const isSameVersion = kept.document.version === shipped.document.version;
    // The build is the authority: a root of the same version that differs belongs to another registry.
    return isSameVersion && !areEqual(kept.bytes, shipped.bytes) ? shipped : kept;
  }

  async function pinFirst(): Promise<Signed<'root'>> {
    const bytes = await fetchRoot(1);
    if (!bytes) throw new PorticoError('ERR_TRUST_UNREACHABLE', { detail: 'The registry has no root yet.' });
    const root = await links.firstRoot(bytes);
    await store.put(
      new Map([
        [ROOT, bytes],
        [PINNED, bytes],
      ]),
    );
    return root;
  }

  return {
    known,
    async newest() {
      const first = (await known()) ?? (await pinFirst());
      let root = first;
      for (let steps = 0; steps < MOST_ROTATIONS; steps += 1) {
        const bytes = await fetchRoot(root.document.version + 1);
        if (!bytes) break;
        root = await links.nextRoot(root, bytes);
        await store.put(new Map([[ROOT, bytes]]));
      }
      return { root, rotated: root !== first };
    },
    async isForeign() {
      const pinned = shippedRoot ? undefined : await store.get(PINNED);
      const first = pinned && (await fetchRoot(1));
      return pinned !== undefined && first !== undefined && !areEqual(pinned, first);
    },
  };
}
