/** Registers the container's own service worker. A new version takes over with the next page, never under an open app. */
import { Workbox } from 'workbox-window';
import { trustedAddress } from './trusted-address.ts';

export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await new Workbox(trustedAddress('serviceWorker'), { scope: '/', updateViaCache: 'none' }).register();
}
