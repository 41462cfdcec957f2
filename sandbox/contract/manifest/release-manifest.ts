import { parseFileDigest } from '../brand.ts';
import { PorticoError } from '../errors/index.ts';
import { canonicalJson, decodeUtf8 } from '../json/index.ts';
import { packageQuotas } from '../quotas.ts';
import { readDocument } from './document.ts';
import {
  appId,
  backends,
  byLanguage,
  capabilityName,
  category,
  cities,
  color,
  httpsUrl,
  icon,
  language,
  level,
  longText,
  messageId,
  messageTitle,
  origin,
  path,
  plainText,
  support,
  version,
  widget,
} from './members.ts';
import { pathCollisionKey } from './package-path.ts';
import type { ReleaseManifest } from './release.ts';
import { fault, integer, list, object, oneOf, refined, text } from './shape.ts';
import { APP_KINDS, COLOR_SCHEMES, ISOLATIONS, TEXT_DIRECTIONS } from './vocabulary.ts';

/** Inline scripts of one release; each hash is 53 characters of a header. */
const MAX_INLINE_SCRIPTS = 64;

const file = object(
  {
    path,
    size: integer(0, packageQuotas.unpacked, 'bytes'),
    digest: text({
      maxLength: 64,
      describe: 'SHA-256 in lower-case hexadecimal',
      check: (value) => (parseFileDigest(value) ? undefined : 'Write 64 lower-case hexadecimal digits.'),
    }),
    type: text({ pattern: /^[a-z]+\/[a-z0-9.+-]+$/, maxLength: 80, describe: 'a media type without parameters' }),
  },
  {},
  'a file',
);
const scriptHash = text({
  pattern: /^[A-Za-z0-9+/]{43}=$/,
  minLength: 44,
  maxLength: 44,
  describe: 'SHA-256 in base64',
});
const message = object(
  { id: messageId, title: byLanguage(messageTitle, 'titles by language') },
  {},
  'a kind of message',
);
const origins = list(origin, { most: 20, unique: true, describe: 'origins' });
const reasons = byLanguage(plainText(200, 'a reason'), 'reasons by language');

const shape = refined(
  object(
    {
      format: oneOf([1], 'the format of release manifests'),
      appId,
      version,
      kind: oneOf(APP_KINDS, 'kind'),
      isolation: oneOf(ISOLATIONS, 'isolation'),
      entry: path,
      lang: language,
      dir: oneOf(TEXT_DIRECTIONS, 'direction of text'),
      name: byLanguage(plainText(30, 'a name'), 'names by language'),
      shortName: byLanguage(plainText(30, 'a name'), 'short names by language'),
      capabilities: list(object({ name: capabilityName, reason: reasons }, {}, 'a capability'), {
        most: 100,
        describe: 'capabilities',
      }),
      domains: object({ connect: origins, image: origins, media: origins }, {}, 'domains'),
      backends,
      level,
      category,
      cities,
      listing: object(
        {
          texts: byLanguage(
            object({ tagline: plainText(40, 'one line'), description: longText(2000, 'a description') }, {}, 'texts'),
            'texts by language',
          ),
          screenshots: list(path, { most: 8, unique: true, describe: 'pictures' }),
          support,
          privacyUrl: httpsUrl,
        },
        {},
        'the listing',
      ),
      icons: list(icon, { most: 8, describe: 'icons' }),
      colors: object({ scheme: oneOf(COLOR_SCHEMES, 'colour scheme'), theme: color, background: color }, {}, 'colours'),
      pages: list(path, { most: 100, unique: true, describe: 'pages' }),
      widgets: list(widget, { most: 4, describe: 'cards' }),
      files: list(file, { most: packageQuotas.files, describe: 'files' }),
    },
    {
      messages: list(message, { most: 20, describe: 'kinds of message' }),
      inlineScripts: list(scriptHash, { most: MAX_INLINE_SCRIPTS, unique: true, describe: 'hashes of inline scripts' }),
    },
    'a release manifest',
  ),
  (manifest, at, faults) => {
    const paths = new Set(manifest.files.map((entry) => entry.path));
    const ascending = manifest.files.every(
      (entry, index) => index === 0 || entry.path > (manifest.files[index - 1]?.path ?? ''),
    );
    if (!ascending) fault(faults, [...at, 'files'], 'List files in ascending order of path, each once.');
    if (new Set([...paths].map(pathCollisionKey)).size < paths.size) {
      fault(faults, [...at, 'files'], 'Two paths differ only in case or Unicode form.');
    }
    const total = manifest.files.reduce((sum, entry) => sum + entry.size, 0);
    if (total > packageQuotas.unpacked)
      fault(faults, [...at, 'files'], `All files together exceed ${packageQuotas.unpacked} bytes.`);
    for (const needed of [manifest.entry, ...manifest.icons.map(({ src }) => src), ...manifest.listing.screenshots]) {
      if (!paths.has(needed)) fault(faults, [...at, 'files'], `The file ${needed} is named but not there.`);
    }
    if (manifest.inlineScripts && manifest.isolation !== 'origin') {
      fault(faults, [...at, 'inlineScripts'], 'Only a release with isolation origin has inline scripts.');
    }
    const messages = manifest.messages ?? [];
    if (new Set(messages.map(({ id }) => id)).size < messages.length) {
      fault(faults, [...at, 'messages'], 'Name each kind of message once.');
    }
    for (const texts of [
      manifest.name,
      manifest.shortName,
      manifest.listing.texts,
      ...messages.map(({ title }) => title),
    ]) {
      if (!Object.hasOwn(texts, manifest.lang))
        fault(faults, [...at, 'lang'], `A text in ${manifest.lang} is missing.`);
    }
  },
);

/** Longest release manifest, in bytes: 2,000 files with long paths fit. */
export const MAX_RELEASE_MANIFEST_BYTES = 1024 * 1024;

/**
 * Reads a release manifest from exactly the bytes that were hashed and signed. Throws `PorticoError` with ERR_JSON_* or
 * ERR_MANIFEST_INVALID; ERR_JSON_NOT_CANONICAL when the bytes are not the RFC 8785 form of what they say, because then
 * two texts with different digests would be one release.
 */
export function parseReleaseManifest(bytes: Uint8Array): ReleaseManifest {
  const { value } = readDocument(bytes, shape, { maxBytes: MAX_RELEASE_MANIFEST_BYTES });
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok || decoded.text !== canonicalJson(value)) throw new PorticoError('ERR_JSON_NOT_CANONICAL');
  return value as ReleaseManifest;
}
