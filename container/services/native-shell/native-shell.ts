/**
 * What the bank's native app does for the container when it hosts it in a webview. The web has its own
 * implementation; an integrator writes one over the app's JavaScript interface (docs/guide/integrator.md).
 */
export interface NativeShell {
  /** A one-time code of a customer who is already signed in to the native app; `undefined` when there is none. */
  takeHandoffCode(): Promise<string | undefined>;
  /** Colours the system's bars, so that app bar and status bar are one surface. CSS colour, `#rrggbb`. */
  setChromeColour(colour: string): void;
}
