/** Limits of one card, in one place. Sizes are counted as the bridge counts messages; times are milliseconds. */
export const cardLimits = {
  /** A whole message, batches included: 1 for each UTF-16 code unit of text, 8 for every other value. */
  updateSize: 8_192,
  /** Levels of arrays and objects inside one update; a tree of full depth fits. */
  updateDepth: 32,
  /** Messages a second, for long and at once; over it the card is closed. */
  updatesPerSecond: 50,
  records: 200,
  nodes: 64,
  depth: 6,
  /** Children of the card itself. */
  rootChildren: 8,
  callsInFlight: 8,
  /** The first update must have come by then. */
  startMs: 8_000,
  pingEveryMs: 2_000,
  pingsUnanswered: 2,
  /** The script of one card, in bytes. */
  scriptSize: 131_072,
} as const;
