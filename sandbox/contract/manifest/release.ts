import type { AppId, FileDigest } from '../brand.ts';
import type {
  AppKind,
  Category,
  ColorScheme,
  IdentityLevel,
  Isolation,
  Language,
  TextDirection,
} from './vocabulary.ts';

/** A text in one or more languages; at least the release's own `lang` is there. Read it with `textFor`. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

/** Something the app may ask of the container, and why, in the partner's words (shown on the consent sheet). */
export interface DeclaredCapability {
  readonly name: string;
  readonly reason: LocalizedText;
}

/** Origins the app may load from, each `https://host` or `https://host:port`, without wildcard or path. */
export interface DeclaredDomains {
  readonly connect: readonly string[];
  readonly image: readonly string[];
  readonly media: readonly string[];
}

export interface ReleaseIcon {
  /** Path of a file of this release. */
  readonly src: string;
  /** `<width>x<height>` in CSS pixels, e.g. `192x192`. */
  readonly sizes: string;
}

export interface ReleaseFile {
  /** Path inside the package: no leading slash, `/` between parts, NFC. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly digest: FileDigest;
  /** Media type by which the file is served, e.g. `text/javascript`. */
  readonly type: string;
}

export interface Listing {
  readonly texts: Readonly<Partial<Record<Language, { readonly tagline: string; readonly description: string }>>>;
  /** Paths of files of this release. */
  readonly screenshots: readonly string[];
  readonly support: { readonly email?: string; readonly phone?: string; readonly url?: string };
  readonly privacyUrl: string;
}

/**
 * What was reviewed and what is served. Its JCS form (RFC 8785) is hashed with SHA-256: that digest *is* the release.
 * Everything the package's `manifest.json` says is here, so that file itself is not among `files`.
 */
export interface ReleaseManifest {
  readonly format: 1;
  readonly appId: AppId;
  /** Semantic version without build part, e.g. `1.4.0`. */
  readonly version: string;
  readonly kind: AppKind;
  readonly isolation: Isolation;
  /** Path of the HTML entry among `files`. */
  readonly entry: string;
  readonly lang: Language;
  readonly dir: TextDirection;
  readonly name: LocalizedText;
  readonly shortName: LocalizedText;
  readonly capabilities: readonly DeclaredCapability[];
  readonly domains: DeclaredDomains;
  /** Name used by `net.request` → https origin the gateway forwards to. */
  readonly backends: Readonly<Record<string, string>>;
  readonly level: IdentityLevel;
  readonly category: Category;
  /** Chinese administrative codes (GB/T 2260, six digits); empty means everywhere. */
  readonly cities: readonly string[];
  readonly listing: Listing;
  readonly icons: readonly ReleaseIcon[];
  /** `theme` paints the app bar, `background` the page before the app draws; both `#rrggbb`. */
  readonly colors: { readonly scheme: ColorScheme; readonly theme: string; readonly background: string };
  /** Routes of a mini-program, first one opened first; empty for `h5`. */
  readonly pages: readonly string[];
  /** Cards for the home page; empty when there are none. */
  readonly widgets: readonly { readonly name: string; readonly path: string }[];
  /** Kinds of message that the app may ask to send; absent when there are none. */
  readonly messages?: readonly { readonly id: string; readonly title: LocalizedText }[];
  /**
   * Only with isolation `origin`: SHA-256, in base64, of every inline script of the HTML files, ascending, each once. The
   * policy of the site's documents allows these and no other inline script.
   */
  readonly inlineScripts?: readonly string[];
  /** Ascending by `path` in UTF-16 code units, each path once. */
  readonly files: readonly ReleaseFile[];
}
