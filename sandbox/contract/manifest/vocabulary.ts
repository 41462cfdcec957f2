/** The closed word lists of a manifest, each used by the parsers, the published JSON Schema and the consoles alike. */
export const APP_KINDS = ['h5', 'miniprogram', 'card'] as const;
export type AppKind = (typeof APP_KINDS)[number];

/** How the realm is held; `sealed` is the default. See the isolation levels in the threat model. */
export const ISOLATIONS = ['sealed', 'origin', 'worker'] as const;
export type Isolation = (typeof ISOLATIONS)[number];

export const CATEGORIES = [
  'parking',
  'transport',
  'movies',
  'dining',
  'utilities',
  'shopping',
  'health',
  'government',
  'travel',
  'education',
  'finance',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

export const TEXT_DIRECTIONS = ['ltr', 'rtl', 'auto'] as const;
export type TextDirection = (typeof TEXT_DIRECTIONS)[number];

/** Identity level an app needs before it opens; 0 is a visitor, 5 a customer known in person. */
export const IDENTITY_LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

/** Languages every listing must have are the bank's choice; these are the ones a listing may have (BCP 47). */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
