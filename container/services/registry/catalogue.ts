/** What is on the shelves. */
import { parseAppId, parseFileDigest, parseReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import { branded, list, maybe, moment, type Read, record, type Shaped, text } from './shape.ts';

const colour: Read<string> = (value, where) => {
  const given = text(value, where);
  return /^#[0-9a-fA-F]{6}$/.test(given) ? given : NEUTRAL_COLOUR;
};
/** Where an app names no colour, or one that CSS would not read as a colour. */
export const NEUTRAL_COLOUR = '#0b5c4d';

const iconShape = { digest: branded(parseFileDigest, 'a file digest'), type: text };
const appShape = {
  appId: branded(parseAppId, 'an app id'),
  name: text,
  shortName: text,
  tagline: text,
  icon: maybe(record(iconShape)),
  color: colour,
  category: text,
  digest: branded(parseReleaseDigest, 'a release digest'),
  /** `undefined` in what was kept by an earlier build. */
  isolation: maybe(text),
};
const homeShape = { city: text, apps: list(record(appShape)), generatedAt: moment };

/** One mini-app as the catalogue lists it. */
export type Listing = Shaped<typeof appShape>;
export type Home = Shaped<typeof homeShape>;
export const readHome = record(homeShape);
export const readListing = record(appShape);

export interface CatalogueApi {
  home(where: { city: string; locale: string }): Promise<Home>;
  search(query: string, locale: string, signal?: AbortSignal): Promise<readonly Listing[]>;
}

export function createCatalogueApi(request: Request): CatalogueApi {
  return {
    home: ({ city, locale }) =>
      request({ path: `/api/v1/catalogue/home?${new URLSearchParams({ city, lang: locale })}`, read: readHome }),
    async search(query, locale, signal) {
      const path = `/api/v1/catalogue/search?${new URLSearchParams({ q: query, lang: locale })}`;
      return (await request({ path, read: record({ apps: list(readListing) }), signal })).apps;
    },
  };
}

/** Address of a file of a signed release; immutable, so the browser keeps it. */
export const blobAddress = (digest: string): string => `/blobs/${digest}`;
