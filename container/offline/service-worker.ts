/// <reference lib="webworker" />
/**
 * The container's own service worker: its files from the cache that the build listed, and `index.html` for every page
 * of the container, so that home opens without a network. It never answers for the API, the trust metadata or blobs:
 * those have stores of their own that verify what they keep.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

/** Navigations that belong to the server: sign-in redirects, reference pages, blobs opened by hand. */
const SERVER_PAGES = [/^\/api\//, /^\/tuf\//, /^\/blobs\//, /^\/\.well-known\//, /^\/(?:healthz|readyz|metrics)$/];

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: SERVER_PAGES }));
