/**
 * The messages that pass before there is a bridge. Only the first goes by a window; after it, nothing is ever read from a
 * window again.
 *
 * The loader must convince the host that it is the document the host asked for, and not one the frame was led to:
 * the host puts a fresh secret into the fragment of the frame's address, which only that document can read and which the
 * loader removes before any code of the app runs. The host must convince the loader that it is the container: the greeting
 * is addressed to its origin and brings the loader's port, which the browser gives to nobody else. On that port the host
 * then gives away the files and the bridge's port, each once: they reach this very document, whatever the window shows by
 * then, and at once, where a window's messages wait until the container's page has been drawn. The loader's only word on it, of no
 * content, tells that the app has run and drawn itself.
 *
 * Travels with exactly one MessagePort.
 */
export interface LoaderHello {
  readonly portico: 'loader';
  /** Versions of the bridge that the loader speaks. */
  readonly versions: readonly number[];
  readonly nonce: string;
}

export interface FrameFile {
  /** Package path, e.g. `assets/logo.png`. */
  readonly path: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/**
 * Comes before `HostOpen`, at most once, to a frame that is made ready before anybody opens the app: the loader gets
 * everything in place, and nothing of the app runs.
 */
export interface HostFill {
  readonly portico: 'fill';
  readonly nonce: string;
  /** Path of the HTML entry among `files`. */
  readonly entry: string;
  readonly files: readonly FrameFile[];
}

/** Travels with exactly one MessagePort, that of the bridge. */
export interface HostOpen {
  readonly portico: 'open';
  readonly version: number;
  readonly nonce: string;
  /** Path of the HTML entry among `files`; of the script, where `card` is set. */
  readonly entry: string;
  /** The entry is a card's script, which runs in a worker. */
  readonly card?: true;
  /** None, where they came with `HostFill`. */
  readonly files: readonly FrameFile[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** `undefined` for anything but a loader's greeting. */
export function parseLoaderHello(data: unknown): LoaderHello | undefined {
  if (!isRecord(data) || data.portico !== 'loader' || typeof data.nonce !== 'string') return undefined;
  const { versions, nonce } = data;
  if (!Array.isArray(versions) || versions.length > 16 || !versions.every(Number.isSafeInteger)) return undefined;
  return { portico: 'loader', versions, nonce };
}

const isHandedOver = (data: unknown, portico: string, nonce: string): boolean =>
  isRecord(data) && data.portico === portico && data.nonce === nonce && Array.isArray(data.files);

/** True for files that come ahead; taken as they are, as those of `HostOpen`. */
export function isHostFill(data: unknown, nonce: string): data is HostFill {
  return isHandedOver(data, 'fill', nonce);
}

/** True for the container's answer. Its files are taken as they are: the loader has already checked who sent it. */
export function isHostOpen(data: unknown, nonce: string): data is HostOpen {
  return isHandedOver(data, 'open', nonce);
}
