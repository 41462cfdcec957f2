import { LoaderFrame } from './loader-frame.ts';

/** A frame whose loader is on its way, made while the container is idle or when a finger comes down on a tile. */
export interface PrewarmedFrame {
  readonly mount: HTMLElement;
  readonly frameUrl: string;
  /** Removes the frame. Only for one that no realm took over. */
  discard(): void;
}

const frames = new WeakMap<PrewarmedFrame, LoaderFrame>();

/** Starts the frame page of an app. No file of the app is in it yet, so it may be done for an app nobody opens. */
export function prewarmFrame(options: { readonly mount: HTMLElement; readonly frameUrl: string }): PrewarmedFrame {
  const frame = new LoaderFrame(options.mount, options.frameUrl);
  const prewarmed: PrewarmedFrame = {
    mount: options.mount,
    frameUrl: options.frameUrl,
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
