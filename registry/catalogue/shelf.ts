import type { AppId, FileDigest, ReleaseDigest } from '../../sandbox/contract/index.ts';
import { entryFor, type Isolation, type ReleaseManifest, textFor } from '../../sandbox/contract/manifest/index.ts';
import { searchKey } from './search.ts';

/** One mini-app as the catalogue lists it, in one language. */
export interface Listing {
  readonly appId: AppId;
  readonly name: string;
  readonly shortName: string;
  readonly tagline: string;
  readonly icon?: { readonly digest: FileDigest; readonly type: string };
  readonly color: string;
  readonly category: string;
  readonly digest: ReleaseDigest;
  /** How it will be opened; the signed manifest says so as well, and that counts. */
  readonly isolation: Isolation;
}

export interface Details extends Listing {
  readonly version: string;
  readonly description: string;
  readonly partnerId: string;
  readonly level: number;
  readonly cities: string[];
  readonly capabilities: { readonly name: string; readonly reason: string }[];
  readonly screenshots: FileDigest[];
  readonly support: ReleaseManifest['listing']['support'];
  readonly privacyUrl: string;
}

/** A live release as the catalogue keeps it. `keys` are its names in every language, as the search compares them. */
export interface ShelvedApp {
  readonly digest: ReleaseDigest;
  readonly partnerId: string;
  readonly manifest: ReleaseManifest;
  readonly keys: readonly string[];
}

const BEST_ICON_PIXELS = 192;

export function shelve(digest: ReleaseDigest, partnerId: string, manifest: ReleaseManifest): ShelvedApp {
  const names = [...Object.values(manifest.name), ...Object.values(manifest.shortName)];
  return { digest, partnerId, manifest, keys: [...new Set(names.map(searchKey))] };
}

export function listing({ digest, manifest }: ShelvedApp, language: string): Listing {
  const { appId, lang } = manifest;
  const icon = bestIcon(manifest);
  return {
    appId,
    name: textFor(manifest.name, language, lang),
    shortName: textFor(manifest.shortName, language, lang),
    tagline: entryFor(manifest.listing.texts, language, lang)?.tagline ?? '',
    ...(icon ? { icon } : {}),
    color: manifest.colors.theme,
    category: manifest.category,
    digest,
    isolation: manifest.isolation,
  };
}

export function details(app: ShelvedApp, language: string): Details {
  const { manifest } = app;
  const fileDigest = (path: string) => manifest.files.find((file) => file.path === path)?.digest;
  return {
    ...listing(app, language),
    version: manifest.version,
    description: entryFor(manifest.listing.texts, language, manifest.lang)?.description ?? '',
    partnerId: app.partnerId,
    level: manifest.level,
    cities: [...manifest.cities],
    capabilities: manifest.capabilities.map(({ name, reason }) => ({
      name,
      reason: textFor(reason, language, manifest.lang),
    })),
    screenshots: manifest.listing.screenshots.map(fileDigest).filter((digest) => digest !== undefined),
    support: manifest.listing.support,
    privacyUrl: manifest.listing.privacyUrl,
  };
}

/** The smallest icon that is sharp on a phone, else the largest there is. */
function bestIcon(manifest: ReleaseManifest): Listing['icon'] | undefined {
  const width = (sizes: string) => Number.parseInt(sizes, 10);
  const icons = [...manifest.icons].sort((a, b) => width(a.sizes) - width(b.sizes));
  const chosen = icons.find((icon) => width(icon.sizes) >= BEST_ICON_PIXELS) ?? icons.at(-1);
  const file = chosen && manifest.files.find(({ path }) => path === chosen.src);
  return file && { digest: file.digest, type: file.type };
}
