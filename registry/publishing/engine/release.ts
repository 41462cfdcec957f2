import { PorticoError } from '../../../sandbox/contract/index.ts';
import {
  DEFAULTS,
  type DeclaredCapability,
  type Language,
  type LocalizedText,
  type PackageManifest,
  type ReleaseFile,
  type ReleaseManifest,
} from '../../../sandbox/contract/manifest/index.ts';

/** Turns the partner's `manifest.json` and the files of the package into the manifest of the release, every default written out. */
export function buildReleaseManifest(
  manifest: PackageManifest,
  files: readonly ReleaseFile[],
  inlineScripts: readonly string[] = [],
): ReleaseManifest {
  const { portico } = manifest;
  const lang = manifest.lang ?? DEFAULTS.lang;
  const entry = portico.entry ?? DEFAULTS.entry;
  const screenshots = portico.listing.screenshots ?? [];
  assertPresent(files, [entry, ...manifest.icons.map(({ src }) => src), ...screenshots]);

  const texts = Object.entries(portico.listing.texts);
  const inEach = <T>(pick: (text: (typeof texts)[number][1], language: string) => T) =>
    Object.fromEntries(texts.map(([language, text]) => [language, pick(text, language)]));
  const shortName = manifest.short_name ?? manifest.name;
  return {
    format: 1,
    appId: manifest.app_id,
    version: manifest.version.name,
    kind: portico.kind ?? DEFAULTS.kind,
    isolation: portico.isolation ?? DEFAULTS.isolation,
    entry,
    lang,
    dir: manifest.dir ?? DEFAULTS.dir,
    name: { ...inEach((text) => text.name ?? manifest.name), [lang]: manifest.name },
    shortName: { ...inEach((text) => text.short_name ?? text.name ?? shortName), [lang]: shortName },
    capabilities: [...(manifest.req_permissions ?? []), ...(portico.capabilities ?? [])].map(
      ({ name, reason }): DeclaredCapability => ({ name, reason: inLanguages(reason, lang) }),
    ),
    domains: {
      connect: portico.domains?.connect ?? [],
      image: portico.domains?.image ?? [],
      media: portico.domains?.media ?? [],
    },
    backends: portico.backends ?? {},
    level: portico.level ?? 0,
    category: portico.category,
    cities: portico.cities ?? [],
    listing: {
      texts: inEach(({ tagline, description }) => ({ tagline, description })),
      screenshots,
      support: portico.listing.support,
      privacyUrl: portico.listing.privacy_url,
    },
    icons: manifest.icons,
    colors: {
      scheme: manifest.color_scheme ?? DEFAULTS.scheme,
      theme: manifest.window?.navigation_bar_background_color ?? DEFAULTS.theme,
      background: manifest.window?.background_color ?? DEFAULTS.background,
    },
    pages: manifest.pages ?? [],
    widgets: manifest.widgets ?? [],
    ...(portico.messages?.length && {
      messages: portico.messages.map(({ id, title }) => ({ id, title: inLanguages(title, lang) })),
    }),
    ...(portico.isolation === 'origin' && { inlineScripts }),
    files,
  };
}

function inLanguages(reason: string | LocalizedText, lang: Language): LocalizedText {
  return typeof reason === 'string' ? { [lang]: reason } : reason;
}

function assertPresent(files: readonly ReleaseFile[], needed: readonly string[]): void {
  const present = new Set(files.map(({ path }) => path));
  const missing = needed.find((path) => !present.has(path));
  if (missing === undefined) return;
  throw new PorticoError('ERR_PACKAGE_MISSING_FILE', { detail: `There is no ${missing}.`, data: { file: missing } });
}
