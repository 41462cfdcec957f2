/**
 * While nothing else is going on, finds out whether the first apps on the shelves may be opened, and brings their files,
 * so that they open at once and offline.
 */
import type { Preparations } from '../screens/player/preparations.ts';
import type { CatalogueState } from '../state/catalogue.ts';
import type { TrustState } from '../state/trust.ts';
import type { Services } from './services.ts';

/** More would cost the customer data they did not ask for. */
const APPS = 4;

interface Parts {
  readonly catalogue: Pick<CatalogueState, 'value'>;
  readonly trust: Pick<TrustState, 'resolve'>;
  readonly loadPackages: Services['loadPackages'];
  readonly loadPreparations: () => Promise<Pick<Preparations, 'prepare'>>;
}

/** `sparing`: nothing is fetched but what says whether an app may be opened. One app after another; an app that cannot be had now is left for when it is opened. The likeliest also gets ready. */
export async function prefetchApps(
  { catalogue, trust, loadPackages, loadPreparations }: Parts,
  signal: AbortSignal,
  sparing = false,
): Promise<void> {
  const packages = await loadPackages();
  const { home, recents } = catalogue.value;
  const likely = [...new Set([...recents, ...(home?.apps ?? [])].map(({ appId }) => appId))].slice(0, APPS);
  for (const appId of likely) {
    if (signal.aborted) return;
    const resolution = await trust.resolve(appId);
    // A site on its own origin keeps its files there, behind its own worker.
    if (resolution.status !== 'ready' || sparing || resolution.release.manifest.isolation === 'origin') continue;
    await packages.prefetch(resolution.release, signal);
    if (appId === likely[0] && !signal.aborted) await (await loadPreparations()).prepare(appId);
  }
}

/** Customers who asked their browser to save data are asked before bytes are spent: by opening the app. */
export function savesData(page: Navigator): boolean {
  const { connection } = page as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
