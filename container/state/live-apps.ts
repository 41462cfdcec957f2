/**
 * The apps that are alive, and how long they stay so. Nothing here knows elements or frames: the shell keeps one player for
 * every entry with a phase that has a frame, in the order of this list, which never changes while an entry stands in it.
 * A frame that is moved in the document loads again.
 */
import { createContext } from '@lit/context';
import type { AppId } from '../../sandbox/contract/index.ts';
import { liveQuotas } from '../../sandbox/contract/quotas.ts';
import type { KeptApp, LiveAppStore } from '../services/live-app-store.ts';
import { appAddress } from './navigation.ts';
import type { LaunchOptions } from './open-app.ts';
import { createStore, type Store } from './store.ts';

export type LivePhase =
  /** On the screen, or would be if the page were. */
  | 'shown'
  /** Behind home or another app: kept, and served with what needs no screen. */
  | 'hidden'
  /** Out of sight for long: kept, and not served. */
  | 'suspended'
  /** Known, without a frame: the page was loaded again, or was away for too long. It opens where it was opened before. */
  | 'asleep'
  /** On its way out, out of sight. */
  | 'closing';

export interface LiveApp {
  /** Of one opening: the same app opened afresh has another. */
  readonly key: number;
  readonly appId: AppId;
  /** In the container, with path and query. */
  readonly address: string;
  readonly launch: LaunchOptions;
  readonly phase: LivePhase;
  /** When it was last on the screen, in ms since 1970. */
  readonly usedAt: number;
  /** Its verified name; empty until that is known. */
  readonly name: string;
  /** It has ended by itself or was ended; its player says why. */
  readonly stopped: boolean;
  /** What it wants asked before the customer closes it, its words made safe; `undefined`: nothing. */
  readonly leaveQuestion: string | undefined;
}

/** What its player tells of an app. */
export type LiveNews = Partial<Pick<LiveApp, 'name' | 'stopped' | 'leaveQuestion'>>;

export interface LiveView {
  /** In the order they were opened. */
  readonly apps: readonly LiveApp[];
  /** Key of the one on the screen. */
  readonly front: number | undefined;
}

export interface LiveApps extends Store<LiveView> {
  /** Brings an app to the screen: the one that is alive, unless the address leads to another place in it. */
  open(place: Pick<LiveApp, 'appId' | 'address' | 'launch'>): void;
  /** Whatever is on the screen is kept behind what comes. */
  leave(): void;
  close(key: number): void;
  closeAll(): void;
  /** All but the one on the screen: the device is about to run out of memory. */
  closeHidden(): void;
  /** Ends what belongs to another customer, at once. Empty: nobody is signed in. What was done before signing in stays. */
  belongTo(customer: string): void;
  /** The whole page is out of sight, or back. */
  pageHidden(hidden: boolean): void;
  note(key: number, news: LiveNews): void;
}

export interface LiveClock {
  /** Milliseconds since 1970: a device that sleeps keeps no timer, so every answer is also judged by the time it is. */
  now(): number;
  /** Runs `run` once after `ms`, unless the returned function is called first. */
  after(ms: number, run: () => void): () => void;
}

export const liveAppsContext = createContext<LiveApps>('portico-live-apps');

export const hasFrame = ({ phase }: LiveApp): boolean => phase !== 'asleep';
/** Whether there is somebody to ask for: an app that has ended, or sleeps, has nothing to lose. */
export const asksFirst = (app: LiveApp): app is LiveApp & { readonly leaveQuestion: string } =>
  app.leaveQuestion !== undefined && hasFrame(app) && !app.stopped;
/** What the customer sees as running: the one on the screen, then the latest first. */
export const runningApps = ({ apps, front }: LiveView): readonly LiveApp[] =>
  apps
    .filter(({ phase }) => phase !== 'closing')
    .toSorted((one, other) =>
      one.key === front ? -1 : other.key === front ? 1 : other.usedAt - one.usedAt || other.key - one.key,
    );
const isNews = (app: LiveApp, news: LiveNews): boolean =>
  (Object.keys(news) as (keyof LiveNews)[]).some((fact) => app[fact] !== news[fact]);

export function createLiveApps(clock: LiveClock, kept: LiveAppStore): LiveApps {
  const before = kept.read();
  let owner = before.owner;
  let nextKey = 1;
  let away = false;
  let cancel = (): void => undefined;
  const store = createStore<LiveView>({ front: undefined, apps: [] });

  const asleep = (app: KeptApp): LiveApp => ({
    ...app,
    key: nextKey++,
    launch: { path: '/', query: {} },
    phase: 'asleep',
    stopped: false,
    leaveQuestion: undefined,
  });

  /** What an entry comes to by the time it is. */
  function aged(app: LiveApp, front: number | undefined): LiveApp | undefined {
    const unused = clock.now() - app.usedAt;
    if (app.phase === 'closing') return unused >= liveQuotas.graceMs ? undefined : app;
    const isFront = app.key === front;
    if (isFront && !away) return app.phase === 'shown' ? app : { ...app, phase: 'shown' };
    // What the customer was looking at is there when they come back, opened afresh.
    if (unused >= liveQuotas.closeAfterMs) return isFront ? { ...app, phase: 'asleep' } : undefined;
    if (app.phase === 'asleep') return app;
    if (unused >= liveQuotas.suspendAfterMs) return app.phase === 'suspended' ? app : { ...app, phase: 'suspended' };
    const phase = isFront ? 'shown' : 'hidden';
    return app.phase === phase ? app : { ...app, phase };
  }

  /** When the first entry comes to something else, in ms from now. */
  function untilNext(apps: readonly LiveApp[], front: number | undefined): number {
    const waits = apps.flatMap(({ key, phase, usedAt }) => {
      if (key === front && !away) return [];
      const steps = phase === 'closing' ? [liveQuotas.graceMs] : [liveQuotas.suspendAfterMs, liveQuotas.closeAfterMs];
      return steps.map((ms) => usedAt + ms - clock.now()).filter((ms) => ms > 0);
    });
    return Math.min(...waits);
  }

  function settle(changed: readonly LiveApp[], front: number | undefined): void {
    const apps = changed.flatMap((app) => aged(app, front) ?? []);
    cancel();
    const wait = untilNext(apps, front);
    cancel = Number.isFinite(wait)
      ? clock.after(wait, () => settle(store.value.apps, store.value.front))
      : () => undefined;
    const same =
      front === store.value.front &&
      apps.length === store.value.apps.length &&
      apps.every((app, at) => app === store.value.apps[at]);
    if (same) return;
    keep(apps);
    store.set({ apps, front });
  }

  function keep(apps: readonly LiveApp[]): void {
    const running = apps.filter(({ phase }) => phase !== 'closing');
    kept.write({ owner, apps: running.map(({ appId, address, usedAt, name }) => ({ appId, address, usedAt, name })) });
  }

  /** The same place in the same app, from the start. */
  const afresh = (app: LiveApp): LiveApp => ({
    ...app,
    key: nextKey++,
    launch: { path: app.launch.path, query: app.launch.query },
    phase: 'shown',
    usedAt: clock.now(),
    stopped: false,
    leaveQuestion: undefined,
  });
  const atFront = (): LiveApp | undefined => store.value.apps.find(({ key }) => key === store.value.front);

  /** Marks the time at which the app on the screen was last seen. */
  const seen = (apps: readonly LiveApp[]): readonly LiveApp[] =>
    away ? apps : apps.map((app) => (app.key === store.value.front ? { ...app, usedAt: clock.now() } : app));
  const closing = (app: LiveApp): LiveApp[] => {
    if (app.phase === 'closing') return [app];
    // Without a frame there is nobody to save anything.
    return hasFrame(app) && !app.stopped ? [{ ...app, phase: 'closing', usedAt: clock.now() }] : [];
  };
  const closeWhere = (mustGo: (app: LiveApp) => boolean, front = store.value.front): void => {
    const apps = seen(store.value.apps).flatMap((app) => (mustGo(app) ? closing(app) : [app]));
    settle(apps, apps.some(({ key, phase }) => key === front && phase !== 'closing') ? front : undefined);
  };

  const makeRoom = (apps: readonly LiveApp[]): readonly LiveApp[] => {
    const running = runningApps({ apps, front: store.value.front });
    const leaving = new Set(running.slice(liveQuotas.apps - 1).map(({ key }) => key));
    return apps.flatMap((app) => (leaving.has(app.key) ? closing(app) : [app]));
  };

  settle(before.apps.map(asleep), undefined);
  return {
    get value() {
      return store.value;
    },
    subscribe: store.subscribe,
    open({ appId, address, launch }) {
      settle(store.value.apps, store.value.front);
      const apps = seen(store.value.apps);
      const alive = apps.find((app) => app.appId === appId && app.phase !== 'closing');
      const elsewhere = address !== appAddress(appId) && address !== alive?.address;
      if (alive && alive.phase !== 'asleep' && !elsewhere && !launch.resume) return settle(apps, alive.key);
      const others = apps.flatMap((app) => (app === alive ? closing(app) : [app]));
      const fresh: LiveApp = {
        key: nextKey++,
        appId,
        address,
        launch,
        phase: 'shown',
        usedAt: clock.now(),
        name: alive?.name ?? '',
        stopped: false,
        leaveQuestion: undefined,
      };
      settle([...makeRoom(others), fresh], fresh.key);
    },
    leave: () => settle(seen(store.value.apps), undefined),
    close: (key) => closeWhere((app) => app.key === key),
    closeAll: () => closeWhere(() => true),
    closeHidden: () => closeWhere(({ key }) => key !== store.value.front),
    belongTo(customer) {
      const foreign = owner !== '' && owner !== customer;
      owner = customer;
      if (!foreign) return keep(store.value.apps);
      const shown = atFront();
      const again = shown && afresh(shown);
      settle(again ? [again] : [], again?.key);
    },
    pageHidden(hidden) {
      const apps = seen(store.value.apps);
      away = hidden;
      const shown = atFront();
      if (hidden || shown?.phase !== 'asleep') return settle(apps, store.value.front);
      const again = afresh(shown);
      settle([...apps.filter(({ key }) => key !== shown.key), again], again.key);
    },
    note(key, news) {
      const apps = store.value.apps.map((app) => (app.key === key && isNews(app, news) ? { ...app, ...news } : app));
      settle(apps, store.value.front);
    },
  };
}
