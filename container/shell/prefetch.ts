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
  readonly loadPreparations: () => Promise<Pick<Preparations, 'prepare' | 'meet'>>;
}

/**
 * One app after another; an app that cannot be had now is left for when it is opened. The likeliest also gets ready, and
 * the browser meets the hosts of all. `sparing`: nothing is fetched but what says whether an app may be opened, and
 * the browser meets the hosts of apps that are on the device, whose frame page it likely has.
 */
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
    if (resolution.status !== 'ready' || resolution.release.manifest.isolation === 'origin') continue;
    const { release } = resolution;
    if (!sparing) await packages.prefetch(release, signal);
    // A device that cannot tell holds nothing.
    else if (!(await packages.holds(release).catch(() => false))) continue;
    if (signal.aborted) return;
    const preparations = await loadPreparations();
    if (!sparing && appId === likely[0]) await preparations.prepare(appId);
    await preparations.meet(release, signal);
  }
}

/** Customers who asked their browser to save data are asked before bytes are spent: by opening the app. */
export function savesData(page: Navigator): boolean {
  const { connection } = page as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
