/** Everything the container is made of, built once and wired together. */
import type { AppId } from '../../sandbox/contract/index.ts';
import type { Capabilities } from '../capabilities/index.ts';
import type { Preparations } from '../screens/player/preparations.ts';
import { createCatalogueStore } from '../services/catalogue-store.ts';
import { createEventsSource } from '../services/events.ts';
import { createLiveAppStore } from '../services/live-app-store.ts';
import { createNativeShell, type NativeShell } from '../services/native-shell/index.ts';
import { createOnlineSource } from '../services/online.ts';
import type { PackageStore } from '../services/package-store/index.ts';
import { createPreferencesStore } from '../services/preferences-store.ts';
import { createRegistryClient, type RegistryClient } from '../services/registry/index.ts';
import { createResumeStore } from '../services/resume-store.ts';
import { createSessionStore } from '../services/session-store.ts';
import type { AppTrust } from '../services/tuf/index.ts';
import { createCatalogue } from '../state/catalogue.ts';
import type { Kept } from '../state/kept.ts';
import { createLiveApps, hasFrame } from '../state/live-apps.ts';
import type { OpenApp } from '../state/open-app.ts';
import { createPreferences } from '../state/preferences.ts';
import { createSession, lastKnown } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import { createStore } from '../state/store.ts';
import { createTrust } from '../state/trust.ts';
import { createNavigation } from './navigation.ts';

async function loadTrust(): Promise<AppTrust> {
  const { createAppTrust, createIdbTrustStore } = await import('./trust-parts.ts');
  return createAppTrust({ origin: location.origin, store: createIdbTrustStore() });
}

async function loadPackageStore(origin: string): Promise<PackageStore> {
  const { createPackageStore, trustedAddress } = await import('./trust-parts.ts');
  return createPackageStore({
    origin,
    startWorker: () => new Worker(trustedAddress('hashing'), { type: 'module', name: 'hashing' }),
  });
}

/** Runs `make` at the first call; a failed try is forgotten, so that the next call tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Signs in whoever the bank's native app hands over. Never throws: without that the customer is who the cookie says. */
async function handOver(nativeShell: NativeShell, { session }: Pick<RegistryClient, 'session'>): Promise<void> {
  try {
    const code = await nativeShell.takeHandoffCode();
    if (code !== undefined) await session.handoff(code);
  } catch (error) {
    console.warn('portico: the customer could not be handed over', error);
  }
}

export function createServices(page: Window) {
  const now = (): number => Date.now();
  const registry = createRegistryClient((input, init) => page.fetch(input, init));
  const preferences = createPreferences(
    createPreferencesStore(page.localStorage),
    page.document,
    page.matchMedia('(prefers-color-scheme: dark)'),
  );
  const nativeShell = createNativeShell(page);
  const session = createSession(
    registry.session,
    createSessionStore(page.localStorage),
    handOver(nativeShell, registry),
  );
  const onlineSource = createOnlineSource(page);
  const online = createStore(onlineSource.online);
  onlineSource.watch((value) => online.set(value));
  const trust = createTrust(loadTrust, () => new Date(now()));

  let packages: Promise<PackageStore> | undefined;
  const loadPackages = (): Promise<PackageStore> => {
    packages ??= loadPackageStore(location.origin);
    return packages;
  };

  /** What apps keep, were allowed and did; the player's capabilities and the settings work on the same. */
  const loadKept = once(async (): Promise<Kept> => {
    const { createActivityLog, createAppStorage, createGrantStore, createGrants } = await import('./kept.ts');
    return {
      storage: createAppStorage(),
      grants: createGrants(createGrantStore(), registry, now),
      activity: createActivityLog(),
    };
  });
  const navigation = createNavigation(page, (to) => (to.screen === 'player' ? nearly(to.appId) : undefined));

  /** Nobody waits for an app while there is nothing yet to begin it with. */
  let nearly: Preparations['nearly'] = () => undefined;
  /** Comes with the player: home needs none of it. */
  const loadCapabilities = async (sheets: Sheets): Promise<(app: OpenApp) => Capabilities> => {
    const [{ createCapabilities }, kept, preparations] = await Promise.all([
      import('./player-parts.ts'),
      loadKept(),
      loadPreparations(),
    ]);
    ({ nearly } = preparations);
    return createCapabilities({
      ...kept,
      registry,
      session,
      preferences,
      trust,
      navigation,
      nativeShell,
      sheets,
      page: page.document,
      origin: page.location.origin,
      now,
    });
  };

  const liveApps = createLiveApps(
    {
      now,
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    createLiveAppStore(page.sessionStorage),
  );

  let preparations: Promise<Preparations> | undefined;
  const loadPreparations = (): Promise<Preparations> => {
    preparations ??= import('./player-parts.ts').then(({ createPreparations }) => {
      const made = createPreparations({
        trust,
        packages: loadPackages,
        knownSession: () => lastKnown(session.value),
        location: page.location,
        waitingRoom: page.document.body,
      });
      // An app that is open already is there sooner than anything that could be got ready for it.
      const isOpen = (appId: AppId): boolean =>
        liveApps.value.apps.some((app) => app.appId === appId && hasFrame(app) && !app.stopped);
      return {
        ...made,
        prepare: async (appId) => (isOpen(appId) ? undefined : made.prepare(appId)),
        meet: async (release, signal) => (isOpen(release.appId) ? undefined : made.meet(release, signal)),
      };
    });
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
    loadKept,
    catalogue: createCatalogue(registry, createCatalogueStore(), preferences, now),
    navigation,
    liveApps,
    resume: createResumeStore(page.sessionStorage, now),
    nativeShell,
    events: createEventsSource(() => new EventSource('/api/v1/events'), page),
  };
}

export type Services = ReturnType<typeof createServices>;
