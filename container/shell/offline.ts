/** The container's own service worker. A new version takes over with the next page, or when the customer asks for it. */
import { Workbox } from 'workbox-window';
import { trustedAddress } from './trusted-address.ts';

/** For so long a newer version may be on its way before the page is loaded again as it is. */
const RENEW_MS = 10_000;

export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await new Workbox(trustedAddress('serviceWorker'), { scope: '/', updateViaCache: 'none' }).register();
}

/** Loads the page again as the newest container there is, and as the one it was where none can be had. Open apps end. */
export async function renew(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, RENEW_MS));
  try {
    await Promise.race([letNewestTakeOver(), late]);
  } catch (error) {
    console.warn('portico: no newer container could be had', error);
  }
  location.reload();
}

async function letNewestTakeOver(): Promise<void> {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  const registration = await workers?.getRegistration();
  if (registration === undefined) return;
  await registration.update();
  const next = registration.installing ?? registration.waiting;
  if (next === null) return;
  while (next.state === 'installing') await heard(next, 'statechange');
  if (next.state !== 'installed') return;
  const taken = heard(workers, 'controllerchange');
  next.postMessage({ type: 'SKIP_WAITING' });
  await taken;
}

const heard = (target: EventTarget, event: string): Promise<void> =>
  new Promise((resolve) => target.addEventListener(event, () => resolve(), { once: true }));
