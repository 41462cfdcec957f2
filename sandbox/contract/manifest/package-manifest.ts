import type { AppId } from '../brand.ts';
import { capabilityNames } from '../capabilities/index.ts';
import { readDocument } from './document.ts';
import {
  appId,
  backends,
  byLanguage,
  category,
  cities,
  color,
  domains,
  httpsUrl,
  icon,
  language,
  level,
  longText,
  messageId,
  messageTitle,
  path,
  plainText,
  support,
  version,
  widget,
} from './members.ts';
import { fault, integer, list, object, oneOf, type Read, refined, stringOr, text } from './shape.ts';
import { APP_KINDS, COLOR_SCHEMES, ISOLATIONS, TEXT_DIRECTIONS } from './vocabulary.ts';

/** The version of the platform that this code is; a manifest asks for at least some version of it. */
export const PLATFORM_CODE = 1;

const reason = stringOr(
  plainText(200, 'why the app needs it, shown to the customer'),
  byLanguage(plainText(200, 'why the app needs it, shown to the customer'), 'the reason by language'),
);
const capability = object(
  { name: oneOf(capabilityNames, 'a capability of the bridge reference'), reason },
  {},
  'a capability and the reason for it',
);
const capabilities = list(capability, { most: 50, describe: 'what the app asks of the container' });

const listingText = object(
  { tagline: plainText(40, 'one line under the name'), description: longText(2000, 'what the app does') },
  {
    name: plainText(30, 'the name in this language'),
    short_name: plainText(12, 'the name where there is little room'),
  },
  'the listing in one language',
);
const listing = object(
  {
    texts: byLanguage(listingText, 'the listing by language; the language of the manifest must be among them'),
    support,
    privacy_url: httpsUrl,
  },
  { screenshots: list(path, { most: 8, unique: true, describe: 'pictures of the app' }) },
  'what the marketplace shows',
);

const message = object(
  { id: messageId, title: stringOr(messageTitle, byLanguage(messageTitle, 'the title by language')) },
  {},
  'a kind of message and what it is called',
);

const portico = object(
  { category, listing },
  {
    kind: oneOf(APP_KINDS, 'what kind of mini-app it is'),
    entry: path,
    isolation: oneOf(ISOLATIONS, 'how the app is held'),
    capabilities,
    messages: list(message, { most: 20, describe: 'kinds of message the app asks to send' }),
    domains,
    backends,
    level,
    cities,
  },
  'what the W3C profile has no member for',
);

const shape = refined(
  object(
    {
      app_id: appId,
      name: plainText(30, 'the name of the app'),
      version: object(
        { name: version },
        // The W3C profile orders versions by this number; here `name` does, so the number is checked and not kept.
        { code: integer(1, 2_147_483_647, 'a version number for the W3C profile') },
        'the version',
      ),
      icons: list(icon, { most: 8, describe: 'the icons' }),
      portico,
    },
    {
      $schema: text({ maxLength: 300, describe: 'the address of the schema, for editors' }),
      short_name: plainText(12, 'the name where there is little room'),
      platform_version: object(
        { min_code: integer(1, 1000, 'the oldest platform version that will do') },
        {},
        'the platform version',
      ),
      pages: list(path, { most: 100, unique: true, describe: 'the routes of a mini-program' }),
      lang: language,
      dir: oneOf(TEXT_DIRECTIONS, 'the direction of text'),
      color_scheme: oneOf(COLOR_SCHEMES, 'the colour scheme'),
      window: object(
        {},
        { background_color: color, navigation_bar_background_color: color },
        'the colours of the window',
      ),
      req_permissions: capabilities,
      widgets: list(widget, { most: 4, describe: 'cards for the home page' }),
    },
    'a mini-app manifest',
  ),
  (manifest, at, faults) => {
    const inPortico = (...rest: (string | number)[]) => [...at, 'portico', ...rest];
    const own = manifest.lang ?? DEFAULTS.lang;
    const { texts, support: contact } = manifest.portico.listing;
    if (!texts[own])
      fault(faults, inPortico('listing', 'texts'), `Add the texts in ${own}, the language of this manifest.`);
    if (Object.keys(contact).length === 0)
      fault(faults, inPortico('listing', 'support'), 'Add an email, phone or url.');
    if (manifest.icons.length === 0) fault(faults, [...at, 'icons'], 'Add at least one icon.');
    if ((manifest.platform_version?.min_code ?? 1) > PLATFORM_CODE) {
      fault(
        faults,
        [...at, 'platform_version', 'min_code'],
        `This platform is version ${PLATFORM_CODE}; ask for no more.`,
      );
    }
    if (manifest.portico.kind === 'miniprogram' && !manifest.pages?.length) {
      fault(faults, [...at, 'pages'], 'A mini-program needs at least one page.');
    }
    const seen = new Set<string>();
    for (const [where, declared] of [
      [[...at, 'req_permissions'], manifest.req_permissions ?? []],
      [inPortico('capabilities'), manifest.portico.capabilities ?? []],
    ] as const) {
      for (const [index, { name, reason: why }] of declared.entries()) {
        if (seen.has(name)) fault(faults, [...where, index], `${name} is declared twice; keep one.`);
        if (typeof why !== 'string' && !why[own])
          fault(faults, [...where, index, 'reason'], `Add the reason in ${own}.`);
        seen.add(name);
      }
    }
  },
);

export const DEFAULTS = {
  lang: 'zh-Hans',
  dir: 'ltr',
  kind: 'h5',
  isolation: 'sealed',
  entry: 'index.html',
  scheme: 'auto',
  theme: '#ffffff',
  background: '#ffffff',
} as const;

/** `manifest.json` as the partner wrote it: W3C MiniApp Manifest members and a `portico` member. */
export type PackageManifest = Omit<Read<typeof shape>, 'app_id'> & { readonly app_id: AppId };

/** JSON Schema 2020-12 of `manifest.json`, published at `/schemas/manifest.json`. */
export const manifestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Portico mini-app manifest',
  ...shape.schema,
} as const;

/** Longest `manifest.json`, in bytes. */
export const MAX_MANIFEST_BYTES = 256 * 1024;

/**
 * Reads `manifest.json`. Throws `PorticoError`: ERR_JSON_* for the text, ERR_MANIFEST_INVALID with `data.faults`
 * (`{path, line, column, message}`, all of them) for the content.
 */
export function parseManifest(bytes: Uint8Array): PackageManifest {
  return readDocument(bytes, shape, { maxBytes: MAX_MANIFEST_BYTES }).value as PackageManifest;
}
