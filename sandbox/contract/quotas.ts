/** Every limit of the wall, in one place. Lengths of text count UTF-16 code units; times are milliseconds. */

/** Of one conversation with an app. */
export const quotas = {
  /** Messages a second a guest may send for long, and at once; calls inside a batch count one by one. */
  messagesPerSecond: 200,
  messageBurst: 2_000,
  /** A whole message, batches included: 1 for each code unit of text, 8 for every other value. */
  messageSize: 1_048_576,
  /** Levels of arrays and objects inside one argument. */
  messageDepth: 64,
  callsInFlight: 128,
  /** Bytes of one chunk, at most. */
  chunkBytes: 262_144,
  /** What a chunk costs of the bytes on the way, however small it is: its message and its buffer are never free. */
  chunkFloor: 4_096,
  /** Bytes of one answer that have been sent or may be sent, and that nobody has read yet. */
  bytesOnTheWay: 1_048_576,
  pingEveryMs: 5_000,
  /** Unanswered pings after which a realm counts as hung: 15 s. */
  pingsUnanswered: 3,
  readyMs: 10_000,
  /** After the frame has loaded, its loader must have spoken within this time, or the frame page never arrived. */
  loaderMs: 2_000,
  /** How long a browser lets one tap count as a user gesture, at most. */
  gestureMs: 5_000,
} as const;

export type Quotas = { readonly [Name in keyof typeof quotas]: number };

/** Of what one app keeps for one customer; in bytes of UTF-8, key and value together. */
export const storageQuotas = {
  total: 10 * 1024 * 1024,
  key: 1024 * 1024,
  /** As many of the longest as one answer can list. */
  keys: 8_000,
} as const;

/** Of a package, in bytes. */
export const packageQuotas = {
  packed: 20 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  /** One file, unpacked. */
  file: 16 * 1024 * 1024,
  files: 2_000,
  /** The entry page with everything it needs before it can start. */
  firstLoad: 2 * 1024 * 1024,
} as const;

/** Of the calls to an app's own back ends, in bytes. */
export const netQuotas = {
  /** Of one app for one customer, under way at once, and begun within a minute. */
  atOnce: 10,
  aMinute: 120,
  request: 1024 * 1024,
  response: 5 * 1024 * 1024,
  /** An answer that is passed on as it arrives is never held whole, so it may be longer. */
  stream: 20 * 1024 * 1024,
  /** The back end must begin to answer within this, */
  firstByteMs: 10_000,
  /** and have answered within this. */
  wholeAnswerMs: 60_000,
  /** After that, a container that does not read what it asked for is hung up on within this. */
  unreadMs: 5_000,
} as const;

/** Of pictures that the container decodes in its own page for an app: PNG, JPEG, WebP or GIF; in pixels. */
export const pictureQuotas = {
  /** Shown or saved: 160 MB once decoded. */
  given: 40_000_000,
  /** On a card, which is never wider than the page. */
  card: 2_000_000,
  /** Edge of an icon, which every customer's home decodes. */
  iconEdge: 1_024,
} as const;

/** Of the apps that are open. */
export const liveQuotas = {
  /** The least recently used is closed before one more is opened. */
  apps: 5,
  /** Out of sight for so long, the container serves an app no more. */
  suspendAfterMs: 5 * 60_000,
  /** Out of sight for so long, an app is closed. */
  closeAfterMs: 30 * 60_000,
  /** What an app has to save what it must when it is closed. */
  graceMs: 500,
} as const;
