/** Which cards this customer's home page has: those of the apps they used lately, by verified metadata alone. */
import type { CardOffer, Cards } from '../state/cards.ts';
import { signedInAs } from '../state/session.ts';
import { createStore } from '../state/store.ts';
import type { Services } from './services.ts';

/** Each card is a worker and a frame; more would cost the customer more than they look at. */
const MOST = 3;
/** Home, its pictures and the likely apps come first. */
const LATEST_MS = 4_000;

type Parts = Pick<Services, 'catalogue' | 'loadPackages' | 'preferences' | 'session' | 'trust'>;

export function createCards(parts: Parts): Cards {
  const offers = createStore<readonly CardOffer[]>([]);
  let round = 0;

  async function look(): Promise<void> {
    round += 1;
    const mine = round;
    const found = await findOffers(parts);
    if (mine !== round || keysOf(found) === keysOf(offers.value)) return;
    // The shelf and its elements are no part of the first load.
    if (found.length > 0) await import('../screens/home/card-shelf.ts');
    if (mine === round) offers.set(found);
  }
  /** Without metadata there are no cards; the next round looks again. */
  const quietly = (): void => {
    look().catch((error: unknown) => console.warn('portico: no cards for now', error));
  };
  const start = (): void => {
    let lately = parts.catalogue.value.recents;
    parts.catalogue.subscribe(({ recents }) => {
      if (recents === lately) return;
      lately = recents;
      quietly();
    });
    parts.trust.subscribe(quietly);
    parts.session.subscribe(quietly);
    quietly();
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: LATEST_MS });
  else setTimeout(start, LATEST_MS);

  return {
    get value() {
      return offers.value;
    },
    subscribe: offers.subscribe,
    async open(offer, stage) {
      const { startCard } = await import('./card-parts.ts');
      return startCard(offer, stage, parts);
    },
  };
}

const keysOf = (offers: readonly CardOffer[]): string => offers.map(({ key }) => key).join();

async function findOffers({ catalogue, session, trust }: Parts): Promise<readonly CardOffer[]> {
  // What an app kept belongs to one customer: until it is known which, nothing is shown.
  if (!session.value.known) return [];
  const customer = signedInAs(session.value)?.userId ?? '';
  const offers: CardOffer[] = [];
  for (const { appId } of catalogue.value.recents) {
    const resolution = await trust.resolve(appId);
    if (!('release' in resolution) || resolution.release.manifest.isolation !== 'sealed') continue;
    const { release } = resolution;
    for (const { name, path } of release.manifest.widgets) {
      offers.push({ key: `${appId}/${release.digest}/${name}/${customer}`, release, path });
    }
    if (offers.length >= MOST) break;
  }
  return offers.slice(0, MOST);
}
