import { LoaderFrame } from './loader-frame.ts';

/** A page that has not come by then is not waited for. */
const WITHIN_MS = 5_000;

/**
 * Shows the browser the frame page of an app, and takes it away again. That its host wants a process of its own is said by
 * the page's headers (HTML, Origin-keyed agent clusters), so Chromium learns it only with the answer, and remembers it as
 * long as the page around stands: a frame of a host that it has not met begins in one process and starts over in a second,
 * while one that it has met gets the process that stands ready. Resolves when the page has come or will not be waited for.
 */
export function meetFramePage(options: {
  readonly mount: HTMLElement;
  readonly frameUrl: string;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { mount, frameUrl, signal } = options;
  if (signal.aborted) return Promise.resolve();
  const frame = new LoaderFrame(mount, frameUrl);
  return new Promise((resolve) => {
    const leave = (): void => {
      clearTimeout(late);
      signal.removeEventListener('abort', leave);
      frame.remove();
      resolve();
    };
    const late = setTimeout(leave, WITHIN_MS);
    signal.addEventListener('abort', leave);
    const ignore = (): void => undefined;
    frame.listen({ loaded: leave, greeted: ignore, navigated: ignore, forged: ignore, flooded: ignore });
  });
}
