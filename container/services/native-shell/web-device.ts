/** Features of the device through the browser. It has no scanner, share sheet or identity process of its own to offer. */
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { HapticKind, NativeDevice, NetworkState, Place } from './native-device.ts';

const LOCATE_MS = 15_000;
/** Milliseconds on, off, on …, as `navigator.vibrate` takes them. */
const patterns: Readonly<Record<HapticKind, readonly number[]>> = {
  light: [10],
  medium: [20],
  heavy: [40],
  success: [15, 60, 15],
  warning: [30, 60, 30],
  error: [40, 50, 40, 50, 40],
};

/** Network Information API, which only Chromium has. */
interface Connection {
  readonly type?: string;
  readonly saveData?: boolean;
}
const kinds: Readonly<Record<string, NetworkState['kind']>> = {
  wifi: 'wifi',
  cellular: 'cellular',
  ethernet: 'wired',
  none: 'none',
};

const unsupported = async (): Promise<never> => {
  throw new PorticoError('ERR_CAPABILITY_UNSUPPORTED');
};

export function createWebDevice(page: Window): NativeDevice {
  const { navigator, document } = page;
  const vibrate = async (pattern: readonly number[]): Promise<boolean> =>
    'vibrate' in navigator && navigator.vibrate([...pattern]);
  const follow = (attributes: { href: string; download?: string }): void => {
    Object.assign(document.createElement('a'), attributes).click();
  };
  return {
    features: new Set(),
    locate: ({ precise, signal }) => locate(navigator, precise, signal),
    async network() {
      const { connection } = navigator as { connection?: Connection };
      const online = navigator.onLine;
      const kind = online ? (kinds[connection?.type ?? ''] ?? 'unknown') : 'none';
      return { online, kind, saveData: connection?.saveData === true };
    },
    async copyText(text) {
      if (!navigator.clipboard) return unsupported();
      await navigator.clipboard.writeText(text).catch((cause: unknown) => {
        throw new PorticoError('ERR_CAPABILITY_DENIED', { cause });
      });
    },
    async dial(number) {
      follow({ href: `tel:${number}` });
    },
    vibrate: (ms) => vibrate([ms]),
    haptic: (kind) => vibrate(patterns[kind]),
    async openUrl(url) {
      // Without an opener the new page can neither reach nor move this one; `open` then always returns null.
      page.open(url, '_blank', 'noopener,noreferrer');
    },
    async saveImage(image, fileName) {
      const address = URL.createObjectURL(image);
      follow({ href: address, download: fileName });
      // The browser reads the blob after this task; a minute is ample and leaves nothing behind.
      page.setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
    share: unsupported,
    scan: unsupported,
    stepUp: unsupported,
    watchMemory: () => () => undefined,
  };
}

function locate({ geolocation }: Navigator, precise: boolean, signal: AbortSignal): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!geolocation) return reject(new PorticoError('ERR_CAPABILITY_UNSUPPORTED'));
    const abandon = (): void => reject(new PorticoError('ERR_BRIDGE_ABORTED'));
    if (signal.aborted) return abandon();
    signal.addEventListener('abort', abandon, { once: true });
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
        resolve({ latitude, longitude, accuracy, at: new Date(timestamp) }),
      ({ code, PERMISSION_DENIED }) =>
        reject(new PorticoError(code === PERMISSION_DENIED ? 'ERR_CAPABILITY_DENIED' : 'ERR_CAPABILITY_UNAVAILABLE')),
      { enableHighAccuracy: precise, timeout: LOCATE_MS, maximumAge: precise ? 5_000 : 300_000 },
    );
  });
}
