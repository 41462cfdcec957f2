/**
 * What the bank's native app does for the container when it hosts it in a webview. There are two implementations, held
 * together by one suite of tests: the browser itself, and a webview whose native side speaks the protocol of
 * docs/guide/native-shell.md.
 */
import type { NativeDevice } from './native-device.ts';

export interface NativeShell {
  /** A one-time code of a customer who is already signed in to the native app; `undefined` when there is none. */
  takeHandoffCode(): Promise<string | undefined>;
  /** Colours the system's bars, so that app bar and status bar are one surface. CSS colour, `#rrggbb`. */
  setChromeColour(colour: string): void;
  /** Features of the device; their code comes with the first app that is opened. */
  device(): Promise<NativeDevice>;
}
