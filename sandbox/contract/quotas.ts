/** Every limit of the wall, in one place. Lengths of text count UTF-16 code units; times are milliseconds. */
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
