/**
 * The line to the native side. Two systems, one shape:
 * - Android, `WebViewCompat.addWebMessageListener(view, "porticoNative", {origin}, …)`: an object of that name with
 *   `postMessage` and `onmessage`. The system adds it only to frames of the named origins and tells the listener who sent.
 * - iOS, `add(_:contentWorld:name:)` of `WKUserContentController` with the name "porticoNative": a handler to post to.
 *   Words come back through `porticoNativeSays(text)`, which the native side calls in the page's main frame.
 *
 * The page never listens to `message` events of windows here: any frame can send those, and no frame but this one has the
 * object. Both are looked for in the top window alone; that the native side is meant for this origin it says in `hello`.
 */
export interface NativeChannel {
  send(text: string): void;
  /** The one listener, for every word of the native side. */
  listen(heard: (text: unknown) => void): void;
}

const NAME = 'porticoNative';
const ENTRANCE = 'porticoNativeSays';

interface AndroidObject {
  postMessage(text: string): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}
interface AppleHandler {
  postMessage(text: string): unknown;
}
interface NativeWindow {
  readonly [NAME]?: AndroidObject;
  readonly webkit?: { readonly messageHandlers?: { readonly [NAME]?: AppleHandler } };
}

/** `undefined` in a browser, in a frame, and on a page that did not come over a trustworthy connection. */
export function findNativeChannel(page: Window): NativeChannel | undefined {
  if (page.top !== page || !page.isSecureContext) return undefined;
  const { [NAME]: android, webkit } = page as unknown as NativeWindow;
  if (android) {
    return {
      send: (text) => android.postMessage(text),
      listen(heard) {
        android.onmessage = ({ data }) => heard(data);
      },
    };
  }
  const apple = webkit?.messageHandlers?.[NAME];
  if (!apple) return undefined;
  return {
    send: (text) => {
      apple.postMessage(text);
    },
    listen(heard) {
      // Not writable: nothing that runs later in the page can put itself between.
      Object.defineProperty(page, ENTRANCE, { value: (text: unknown) => heard(text), configurable: true });
    },
  };
}
