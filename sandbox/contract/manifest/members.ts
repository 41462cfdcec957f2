/** The members that the package's manifest and the release manifest have in common. */
import { parseAppId } from '../brand.ts';
import { hasUnseen, withoutStacks } from '../unseen.ts';
import { originFault } from './origin.ts';
import { packagePathFault } from './package-path.ts';
import { list, mapOf, object, oneOf, type Shape, text } from './shape.ts';
import { VERSION } from './version.ts';
import { CATEGORIES, IDENTITY_LEVELS, LANGUAGES } from './vocabulary.ts';

export const plainText = (maxLength: number, describe: string): Shape<string> =>
  text({
    maxLength,
    describe,
    check(value) {
      if (hasUnseen(value)) return 'Remove control, invisible and direction-changing characters from this text.';
      if (withoutStacks(value) !== value) return 'Remove marks that are stacked on one letter from this text.';
      if (value.trim() !== value) return 'Remove the space at the beginning or end of this text.';
      return undefined;
    },
  });

/** Paragraphs: as `plainText`, and line feeds are allowed. */
export const longText = (maxLength: number, describe: string): Shape<string> =>
  text({
    maxLength,
    describe,
    check: (value) =>
      hasUnseen(value.replaceAll('\n', ' '))
        ? 'Remove control, invisible and direction-changing characters from this text.'
        : undefined,
  });

export const language = oneOf(LANGUAGES, 'a language (BCP 47)');
const languageKey = language as Shape<string>;
export const byLanguage = <T>(member: Shape<T>, describe: string) =>
  mapOf(languageKey, member, { most: LANGUAGES.length, describe });

export const appId = text({
  maxLength: 100,
  describe: 'a reverse-DNS name in lower case, such as com.cityparking.app',
  check: (value) =>
    parseAppId(value)
      ? undefined
      : `${JSON.stringify(value)} is not a reverse-DNS name in lower case with 2 to 5 parts.`,
});
export const version = text({ pattern: VERSION, maxLength: 64, describe: 'a semantic version such as 1.4.0' });
export const path = text({ maxLength: 240, describe: 'a path inside the package', check: packagePathFault });
export const origin = text({ maxLength: 270, describe: 'an https origin', check: originFault });
export const color = text({ pattern: /^#[0-9a-f]{6}$/, maxLength: 7, describe: 'a colour as #rrggbb in lower case' });
export const level = oneOf(IDENTITY_LEVELS, 'the identity level needed');
export const category = oneOf(CATEGORIES, 'the category of the listing');
export const httpsUrl = text({
  pattern: /^https:\/\/[a-z0-9.-]+(?::[0-9]+)?(?:\/[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]*)?$/,
  maxLength: 500,
  describe: 'an https address',
});

/** A kind of message that the app may send once the customer agrees; they read the title, so it is reviewed like the rest. */
export const messageId = text({
  pattern: /^[a-z][a-z0-9-]*$/,
  maxLength: 40,
  describe: 'a short name in lower case, such as parking-ends',
});
export const messageTitle = plainText(20, 'what this kind of message is, shown to the customer');

export const domains = object(
  {},
  {
    connect: list(origin, { most: 20, unique: true, describe: 'origins for fetch and the like' }),
    image: list(origin, { most: 20, unique: true, describe: 'origins of pictures' }),
    media: list(origin, { most: 20, unique: true, describe: 'origins of sound and video' }),
  },
  'the origins the app loads from directly',
);
export const backends = mapOf(
  text({ pattern: /^[a-z][a-z0-9-]*$/, maxLength: 32, describe: 'a short name in lower case' }),
  origin,
  { most: 20, describe: 'short name → https origin, reached through the gateway' },
);
export const cities = list(
  text({ pattern: /^[1-9][0-9]{5}$/, maxLength: 6, describe: 'a six-digit code of GB/T 2260' }),
  {
    most: 400,
    unique: true,
    describe: 'where the app is offered; empty means everywhere',
  },
);
export const support = object(
  {},
  {
    email: text({ pattern: /^[^\s@<>"]+@[a-z0-9.-]+\.[a-z]{2,}$/, maxLength: 200, describe: 'an e-mail address' }),
    phone: text({ pattern: /^\+?[0-9][0-9 -]{3,24}$/, maxLength: 25, describe: 'a telephone number' }),
    url: httpsUrl,
  },
  'how a customer reaches the partner; at least one of email, phone, url',
);
export const capabilityName = text({
  pattern: /^[a-z]+(?:\.[a-z][A-Za-z]*)?$/,
  maxLength: 64,
  describe: 'a capability of the bridge reference, such as payment or identity.login',
});
export const icon = object(
  {
    src: path,
    sizes: text({
      pattern: /^[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$/,
      maxLength: 9,
      describe: 'width x height, such as 192x192',
    }),
  },
  {},
  'an icon',
);
export const widget = object(
  { name: text({ pattern: /^[a-z][a-z0-9-]*$/, maxLength: 32, describe: 'a short name in lower case' }), path },
  {},
  'a card for the home page',
);
