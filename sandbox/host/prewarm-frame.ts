import { BRIDGE_VERSION } from '../contract/messages.ts';
import { frameFiles } from './frame-files.ts';
import { LoaderFrame } from './loader-frame.ts';
import type { RealmFiles } from './realm.ts';

/** A frame whose loader is on its way, made while the container is idle or when a finger comes down on a tile. */
export interface PrewarmedFrame {
  readonly mount: HTMLElement;
  readonly frameUrl: string;
  /** Whether the frame has the app's files, so that opening it needs none. */
  readonly filled: boolean;
  /** Resolves when the frame has greeted and has its files, or is just about to have them. Never, where it does not greet. */
  readonly handed: Promise<void>;
  /**
   * Gives the frame the app's files; nothing of the app runs. The buffers are transferred. Once, and not after a realm
   * took the frame over.
   * @throws PorticoError ERR_REALM_ENTRY when `entry` is not among them
   */
  fill(entry: string, files: RealmFiles): void;
  /**
   * Lets the app start, ahead of the realm that must take the frame over at once; nothing where the frame has not been
   * filled or has not greeted. What the app says meanwhile waits for the realm.
   * @returns whether it starts
   */
  begin(entry: string): boolean;
  /** Resolves when the app that was begun has drawn itself, or says so: nothing may rest on it but when to draw. */
  readonly drawn: Promise<void>;
  /** Removes the frame. Only for one that no realm took over. */
  discard(): void;
}

const frames = new WeakMap<PrewarmedFrame, LoaderFrame>();

/** Starts the frame page of an app. Nothing of the app runs in it, so it may be done for an app nobody opens. */
export function prewarmFrame(options: { readonly mount: HTMLElement; readonly frameUrl: string }): PrewarmedFrame {
  const frame = new LoaderFrame(options.mount, options.frameUrl);
  const prewarmed: PrewarmedFrame = {
    mount: options.mount,
    frameUrl: options.frameUrl,
    get filled() {
      return frame.filled;
    },
    handed: frame.handed,
    drawn: frame.drawn,
    fill(entry, files) {
      if (frames.has(prewarmed)) frame.fill(entry, frameFiles(entry, files));
    },
    begin(entry) {
      if (!frames.has(prewarmed) || !frame.filled || !frame.hello?.versions.includes(BRIDGE_VERSION)) return false;
      frame.start(entry, []);
      return true;
    },
    discard() {
      if (frames.delete(prewarmed)) frame.remove();
    },
  };
  frames.set(prewarmed, frame);
  return prewarmed;
}

/** The frame behind a handle, given away once. */
export function takeFrame(prewarmed: PrewarmedFrame, mount: HTMLElement, frameUrl: string): LoaderFrame {
  const frame = frames.get(prewarmed);
  if (frame === undefined || prewarmed.mount !== mount || prewarmed.frameUrl !== frameUrl) {
    throw new TypeError('the prewarmed frame was made for another realm, was used before or was discarded');
  }
  frames.delete(prewarmed);
  return frame;
}
