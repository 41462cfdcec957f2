/** The transport under a connection: it carries values one way or the other and knows nothing of calls. */
export interface Port {
  /** Queues a message for the other side; what is transferred is gone from this one. Does nothing once closed. */
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** Called once, by the connection; messages that arrived earlier are delivered then. */
  listen(listener: PortListener): void;
  close(): void;
}

export interface PortListener {
  receive(data: unknown, delivery: Delivery): void;
  /** A message came that could not be read at all. */
  unreadable(): void;
  /** The other side closed its end. Not every browser tells, and none tells when a frame is navigated away. */
  closed(): void;
}

/** What came along with a message; a `MessageEvent` has this form. */
export interface Delivery {
  readonly ports: readonly unknown[];
  /** The sender's own user activation, stamped by the browser; absent in browsers that do not tell. */
  readonly userActivation?: { readonly isActive: boolean } | null | undefined;
}
