/** How long a spinning guest spins. */
export const SPIN_MS = 3_000;

/** What the bench asks of its host page, and what guests tell it. */
export interface HostDrive {
  /** Opens the app `name` in a realm of ours; done when the app says that it has been painted. */
  sealed(name: string, frameUrl: string, files: Readonly<Record<string, string>>): Promise<void>;
  /** Opens the same app in a plain iframe. */
  plain(url: string): Promise<void>;
  /** How many milliseconds a timer of 10 ms was late, each time during `forMs`. */
  lateness(forMs: number): Promise<readonly number[]>;
  /** Milliseconds of the guests' round trips that began within the last `forMs`. */
  pings(forMs: number): readonly number[];
}

/** `window.parent.postMessage` of every guest, sealed or not. */
export type GuestWord =
  /** The app has drawn itself. */
  | { readonly bench: 'painted' }
  /** A round trip took this many milliseconds. */
  | { readonly bench: 'pinged'; readonly took: number }
  /** What a plain guest asks in place of a call over the bridge. */
  | { readonly bench: 'ping' };

declare global {
  interface Window {
    hostDrive: HostDrive;
  }
}
