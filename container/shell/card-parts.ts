/** One chunk, loaded with the first card: the host side of cards, their elements, and the app's storage they read. */

import { textFor } from '../../sandbox/contract/manifest/index.ts';
import { pictureSize } from '../../sandbox/contract/picture-size.ts';
import { pictureQuotas } from '../../sandbox/contract/quotas.ts';
import { openCard } from '../../sandbox/host/card/index.ts';
import { storageCapability } from '../capabilities/storage.ts';
import { frameAddress } from '../services/app-address.ts';
import { createAppStorage } from '../services/app-storage.ts';
import type { PackageFile } from '../services/package-store/index.ts';
import type { CardOffer, Cards, RunningCard } from '../state/cards.ts';
import type { Services } from './services.ts';
import '../ui/card-elements.ts';

type Stage = Parameters<Cards['open']>[1];

export async function startCard(
  { release, path }: CardOffer,
  { mount, surface, onPhase }: Stage,
  { loadPackages, preferences, session }: Pick<Services, 'loadPackages' | 'preferences' | 'session'>,
): Promise<RunningCard> {
  const { appId, digest, manifest } = release;
  const [frameUrl, packages] = await Promise.all([
    frameAddress(location, { appId, isolation: manifest.isolation, digest }),
    loadPackages(),
  ]);
  const files = await packages.ensureRelease(release);
  const script = files.get(path)?.bytes ?? new ArrayBuffer(0);
  const pictures = createPictures(files);
  const storage = storageCapability(createAppStorage(), session);
  const card = openCard({
    mount,
    surface,
    frameUrl,
    appId,
    digest,
    storage: manifest.capabilities.some(({ name }) => name === 'storage'),
    script,
    picture: pictures.addressOf,
    handlers: {
      'app.info': () => ({
        appId,
        name: textFor(manifest.shortName, preferences.value.locale, manifest.lang),
        version: manifest.version,
        locale: preferences.value.locale,
        theme: preferences.theme,
      }),
      'storage.get': storage['storage.get'],
      'storage.keys': storage['storage.keys'],
    },
    onState: ({ phase }) => {
      if (phase === 'closed' || phase === 'failed') pictures.release();
      if (phase !== 'opening') onPhase(phase);
    },
  });
  return {
    tell({ theme, locale }) {
      card.emit('theme', { theme });
      card.emit('locale', { locale });
    },
    close: () => card.close(),
  };
}

/** The page decodes it unasked. */
const isDrawable = ({ bytes, type }: PackageFile): boolean => {
  const size = /^image\/(?:png|jpeg|webp|gif)$/.test(type) && pictureSize(new Uint8Array(bytes));
  return size !== false && size !== undefined && size.width * size.height <= pictureQuotas.card;
};

/** Addresses of the package's pictures, made when a card first shows one. */
function createPictures(files: ReadonlyMap<string, PackageFile>) {
  const addresses = new Map<string, string>();
  return {
    addressOf(path: string): string | undefined {
      const file = files.get(path);
      if (!file || !isDrawable(file)) return undefined;
      const address = addresses.get(path) ?? URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
      addresses.set(path, address);
      return address;
    },
    release(): void {
      for (const address of addresses.values()) URL.revokeObjectURL(address);
      addresses.clear();
    },
  };
}
