/**
 * Everything a home-page card may be made of: the one table that the validator reads, the guest's types follow and the
 * container's elements are tested against. What is not here cannot be said: no markup, class, style, link or handler.
 */
export type CardProperty =
  /** Plain words, made safe before they are drawn; at most this many UTF-16 code units. */
  | { readonly kind: 'words'; readonly most: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** A whole number of minor units (fen) as decimal digits. */
  | { readonly kind: 'minor' }
  /** Path of a picture in the app's own verified package. */
  | { readonly kind: 'file' }
  /** Path and query inside the card's own app, which the container opens on a tap. */
  | { readonly kind: 'address' };

export interface CardElementEntry {
  /** Children this element may have; 0 for most. */
  readonly children: number;
  readonly properties: Readonly<Record<string, CardProperty>>;
  /** Events that a listener may be named for. */
  readonly events: readonly string[];
}

const choice = <const T extends readonly string[]>(...of: T) => ({ kind: 'choice', of }) as const;
const words = <const N extends number>(most: N) => ({ kind: 'words', most }) as const;
/** Milliseconds since 1970, up to the year 2100. */
const instant = { kind: 'number', min: 0, max: 4_102_444_800_000 } as const;
const gap = choice('small', 'medium', 'large');

export const cardElements = {
  'card-stack': { children: 12, properties: { gap }, events: [] },
  'card-row': { children: 6, properties: { gap, align: choice('start', 'spread', 'end') }, events: [] },
  'card-text': {
    children: 0,
    properties: {
      text: words(120),
      tone: choice('plain', 'quiet', 'accent', 'alert'),
      size: choice('small', 'medium', 'large'),
    },
    events: [],
  },
  'card-amount': { children: 0, properties: { minor: { kind: 'minor' }, currency: choice('CNY') }, events: [] },
  'card-badge': {
    children: 0,
    properties: { text: words(24), tone: choice('plain', 'accent', 'warning', 'alert') },
    events: [],
  },
  'card-progress': {
    children: 0,
    properties: { value: { kind: 'number', min: 0, max: 1 }, label: words(60) },
    events: [],
  },
  /** Ticks in the container, so that a timer needs no updates. `down` stops at zero. */
  'card-countdown': {
    children: 0,
    properties: { at: instant, counts: choice('down', 'up'), label: words(60) },
    events: [],
  },
  'card-image': {
    children: 0,
    properties: { file: { kind: 'file' }, alt: words(80), size: choice('small', 'medium', 'wide') },
    events: [],
  },
  'card-button': {
    children: 0,
    properties: { text: words(24), opens: { kind: 'address' }, tone: choice('main', 'plain') },
    events: ['press'],
  },
} as const satisfies Readonly<Record<string, CardElementEntry>>;

export type CardTag = keyof typeof cardElements;
type ValueOf<P extends CardProperty> = P extends { kind: 'choice'; of: readonly (infer V)[] }
  ? V
  : P extends { kind: 'number' }
    ? number
    : string;
type PropertiesTable<T extends CardTag> = (typeof cardElements)[T]['properties'];
/** What an element of this name may be given. */
export type CardProperties<T extends CardTag> = {
  readonly [P in keyof PropertiesTable<T>]?: PropertiesTable<T>[P] extends CardProperty
    ? ValueOf<PropertiesTable<T>[P]>
    : never;
};
export type CardEvent<T extends CardTag> = (typeof cardElements)[T]['events'][number];

const entries: ReadonlyMap<string, CardElementEntry> = new Map(Object.entries(cardElements));
/** The row of a name that came from outside; inherited names have none. */
export const cardElement = (tag: string): CardElementEntry | undefined => entries.get(tag);
