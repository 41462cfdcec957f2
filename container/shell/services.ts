/** Everything the container is made of, built once and wired together. */
import type { Capabilities } from '../capabilities/index.ts';
import type { Preparations } from '../screens/player/preparations.ts';
import { createCatalogueStore } from '../services/catalogue-store.ts';
import { createEventsSource } from '../services/events.ts';
import { createWebShell } from '../services/native-shell/index.ts';
import { createOnlineSource } from '../services/online.ts';
import type { PackageStore } from '../services/package-store/index.ts';
import { createPreferencesStore } from '../services/preferences-store.ts';
import { createRegistryClient } from '../services/registry/index.ts';
import { createResumeStore } from '../services/resume-store.ts';
import { createSessionStore } from '../services/session-store.ts';
import type { AppTrust } from '../services/tuf/index.ts';
import { createCatalogue } from '../state/catalogue.ts';
import type { OpenApp } from '../state/open-app.ts';
import { createPreferences } from '../state/preferences.ts';
import { createSession, lastKnown } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import { createStore } from '../state/store.ts';
import { createTrust } from '../state/trust.ts';
import { createNavigation } from './navigation.ts';

async function loadTrust(): Promise<AppTrust> {
  const { createAppTrust, createIdbTrustStore } = await import('../services/tuf/index.ts');
  return createAppTrust({ origin: location.origin, store: createIdbTrustStore() });
}

async function loadPackageStore(origin: string): Promise<PackageStore> {
  const [{ createPackageStore }, { trustedAddress }] = await Promise.all([
    import('../services/package-store/index.ts'),
    import('./trusted-address.ts'),
  ]);
  return createPackageStore({
    origin,
    startWorker: () => new Worker(trustedAddress('hashing'), { type: 'module', name: 'hashing' }),
  });
}

export function createServices(page: Window) {
  const now = (): number => Date.now();
  const registry = createRegistryClient((input, init) => page.fetch(input, init));
  const preferences = createPreferences(
    createPreferencesStore(page.localStorage),
    page.document,
    page.matchMedia('(prefers-color-scheme: dark)'),
  );
  const session = createSession(registry.session, createSessionStore(page.localStorage));
  const onlineSource = createOnlineSource(page);
  const online = createStore(onlineSource.online);
  onlineSource.watch((value) => online.set(value));
  const trust = createTrust(loadTrust, () => new Date(now()));

  let packages: Promise<PackageStore> | undefined;
  const loadPackages = (): Promise<PackageStore> => {
    packages ??= loadPackageStore(location.origin);
    return packages;
  };

  /** Comes with the player: home needs none of it. */
  const loadCapabilities = async (sheets: Sheets): Promise<(app: OpenApp) => Capabilities> => {
    const { createAppStorage, createCapabilities, createGrantStore } = await import('./player-parts.ts');
    const storage = createAppStorage();
    return createCapabilities({
      registry,
      session,
      preferences,
      trust,
      sheets,
      storage,
      grants: createGrantStore(),
      now,
    });
  };

  let preparations: Promise<Preparations> | undefined;
  const loadPreparations = (): Promise<Preparations> => {
    preparations ??= import('./player-parts.ts').then(({ createPreparations }) =>
      createPreparations({
        trust,
        packages: loadPackages,
        knownSession: () => lastKnown(session.value),
        location: page.location,
        waitingRoom: page.document.body,
      }),
    );
    return preparations;
  };

  return {
    registry,
    preferences,
    session,
    online,
    trust,
    loadPackages,
    loadCapabilities,
    loadPreparations,
    catalogue: createCatalogue(registry, createCatalogueStore(), preferences, now),
    navigation: createNavigation(page),
    resume: createResumeStore(page.sessionStorage, now),
    nativeShell: createWebShell(page.document),
    events: createEventsSource(() => new EventSource('/api/v1/events'), page),
  };
}

export type Services = ReturnType<typeof createServices>;
