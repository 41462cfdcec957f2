/** Features of the device, as capabilities ask for them. Every failure is a `PorticoError` of the codes named. */

/** What only some implementations have; the others answer ERR_CAPABILITY_UNSUPPORTED. */
export type NativeFeature = 'scan' | 'share' | 'step-up' | 'memory';

export type HapticKind = 'light' | 'medium' | 'heavy' | 'success' | 'warning' | 'error';
export type CodeKind = 'qr' | 'barcode';

export interface Place {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres, 68 % sure. */
  readonly accuracy: number;
  readonly at: Date;
}
export interface NetworkState {
  readonly online: boolean;
  readonly kind: 'wifi' | 'cellular' | 'wired' | 'none' | 'unknown';
  /** The customer asked for less data. */
  readonly saveData: boolean;
}
export interface ScannedCode {
  readonly text: string;
  /** As the Barcode Detection API names it: `qr_code`, `ean_13`, … */
  readonly format: string;
}
export interface ShareCard {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

export interface NativeDevice {
  readonly features: ReadonlySet<NativeFeature>;
  /** ERR_CAPABILITY_DENIED, ERR_CAPABILITY_UNAVAILABLE (no fix within 15 s), ERR_CAPABILITY_UNSUPPORTED, ERR_BRIDGE_ABORTED. */
  locate(options: { readonly precise: boolean; readonly signal: AbortSignal }): Promise<Place>;
  network(): Promise<NetworkState>;
  /** ERR_CAPABILITY_DENIED, ERR_CAPABILITY_UNSUPPORTED. */
  copyText(text: string): Promise<void>;
  /** Hands the number to the system's dialler, which asks once more. */
  dial(number: string): Promise<void>;
  /** False where the device cannot. */
  vibrate(ms: number): Promise<boolean>;
  haptic(kind: HapticKind): Promise<boolean>;
  /** Opens an https address outside the container. */
  openUrl(url: string): Promise<void>;
  /** ERR_CAPABILITY_DENIED when the album is closed to the bank. */
  saveImage(image: Blob, fileName: string): Promise<void>;
  /** Feature `share`. False when the customer shared with nobody. */
  share(card: ShareCard): Promise<boolean>;
  /** Feature `scan`: the native app's own scanner; `undefined` when the customer closed it. */
  scan(options: {
    readonly kinds: readonly CodeKind[];
    readonly signal: AbortSignal;
  }): Promise<ScannedCode | undefined>;
  /** Feature `step-up`: the bank's process for an identity level; resolves when the customer is back, whatever came of it. */
  stepUp(level: number, signal: AbortSignal): Promise<void>;
  /** Feature `memory`: without it nothing is ever heard. Returns a function that stops. */
  watchMemory(short: (level: 'low' | 'critical') => void): () => void;
}
