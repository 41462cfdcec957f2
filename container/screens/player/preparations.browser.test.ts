import { assert } from 'chai';
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { exampleRelease } from '../../../sandbox/contract/manifest/index.ts';
import { type CapabilityHandlers, openRealm, type Realm, type RealmState } from '../../../sandbox/host/index.ts';
import { frameAddress } from '../../services/app-address.ts';
import type { PackageFile, PackageStore } from '../../services/package-store/index.ts';
import type { Session } from '../../services/registry/index.ts';
import type { AppResolution } from '../../services/tuf/index.ts';
import { createStore } from '../../state/store.ts';
import type { TrustNews } from '../../state/trust.ts';
import { createPreparations, type Preparation, type Preparations } from './preparations.ts';

const appId = 'com.example.tea' as AppId;
/** The tests' server has the real frame page at this release's address. */
const digest = 'fixture' as string as ReleaseDigest;
const here = { protocol: 'http:', host: `bank.localhost:${location.port}` };
const page = new TextEncoder().encode('<!doctype html><title>Tea</title><p>Tea').buffer;
const signedIn = { signedIn: true, level: 1 } as Session;

function makeReady({ session = signedIn, size = 40 }: { session?: Session; size?: number } = {}) {
  const manifest = exampleRelease({ level: 1, entry: 'index.html' });
  const release = {
    appId,
    digest,
    manifest: { ...manifest, files: manifest.files.map((file) => ({ ...file, size })) },
    partnerId: 'tea',
    partnerName: '示例茶馆有限公司',
  };
  const files = new Map<string, PackageFile>([['index.html', { bytes: page.slice(0), type: 'text/html' }]]);
  const store = { read: async () => files } as unknown as PackageStore;
  const waitingRoom = document.createElement('div');
  const place = document.createElement('div');
  document.body.append(waitingRoom, place);
  let resolution: AppResolution = { status: 'ready', release };
  let known: AppResolution | undefined = resolution;
  const news = createStore<TrustNews>({ round: 0, wary: false });
  const preparations = createPreparations({
    trust: { resolve: async () => resolution, known: () => known, subscribe: news.subscribe },
    packages: async () => store,
    knownSession: () => session,
    location: here,
    waitingRoom,
  });
  const hear = async (now: AppResolution): Promise<void> => {
    resolution = now;
    news.set({ round: 1, wary: true });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const know = (now: AppResolution | undefined): void => {
    known = now;
  };
  return { preparations, waitingRoom, place, isolation: manifest.isolation, release, hear, know };
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Begins the app as soon as its frame page has greeted, which takes as long as a new process takes. */
async function begun(preparations: Preparations): Promise<void> {
  for (;;) {
    const drawn = preparations.begin(appId);
    if (drawn) return drawn;
    await after(10);
  }
}

const openTaken = ({ mount, frame }: Preparation, onState: (state: RealmState) => void): Realm =>
  openRealm({
    mount,
    frameUrl: frame.frameUrl,
    prewarmed: frame,
    release: { appId, digest, entry: 'index.html', capabilities: [] },
    handlers: {} as CapabilityHandlers,
    consent: () => false,
    title: 'Tea',
    onState,
  });

describe('an app made ready before it is opened', () => {
  it('waits unseen, and starts in its place without its frame loading again', async () => {
    const { preparations, waitingRoom, place, isolation } = makeReady();
    const frameUrl = await frameAddress(here, { appId, isolation, digest });
    await preparations.prepare(appId);
    assert.equal(waitingRoom.childElementCount, 1);
    assert.isFalse(waitingRoom.firstElementChild?.checkVisibility({ opacityProperty: true }));
    await new Promise((resolve) => setTimeout(resolve, 300));

    const taken = preparations.take(frameUrl, place);
    assert.equal(waitingRoom.childElementCount, 0);
    assert.isTrue(place.firstElementChild?.checkVisibility({ opacityProperty: true }));
    await taken?.done;
    assert.ok(taken?.frame.filled);
    const states: RealmState['phase'][] = [];
    const realm = openTaken(taken, ({ phase }) => states.push(phase));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(states, ['ready'], 'a frame that loaded a second time would be taken for one that ran away');
    realm.close('done');
    assert.isUndefined(preparations.take(frameUrl, place), 'it is given away once');
  });

  it('starts at the tap that opens it, and whoever takes it hears all it said since', async () => {
    const { preparations, place, isolation } = makeReady();
    const frameUrl = await frameAddress(here, { appId, isolation, digest });
    assert.isUndefined(preparations.begin(appId), 'nothing is ready');
    await preparations.prepare(appId);
    assert.isUndefined(preparations.begin('com.example.other' as AppId));
    await begun(preparations);
    await after(300);
    const taken = preparations.take(frameUrl, place);
    assert.ok(taken?.drawn, 'nothing need stand in for it');
    const state = await new Promise<RealmState>((resolve) => openTaken(taken, resolve));
    assert.equal(state.phase, 'ready');
    taken.mount.remove();
  });

  it('is seen when it starts and hears no tap, and neither does what is behind it', async () => {
    const { preparations, waitingRoom } = makeReady();
    await preparations.prepare(appId);
    const [stage] = waitingRoom.children;
    const inTheMiddle = (): Element | null => document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    assert.notEqual(inTheMiddle(), stage ?? null);
    await begun(preparations);
    assert.isTrue(stage?.firstElementChild?.checkVisibility({ opacityProperty: true }));
    assert.equal(inTheMiddle(), stage ?? null);
    preparations.letGo('com.example.other' as AppId);
    assert.equal(waitingRoom.childElementCount, 1);
    preparations.letGo(appId);
    assert.equal(waitingRoom.childElementCount, 0);
  });

  it('is gone half a second after it started when nobody took it', async () => {
    const { preparations, waitingRoom } = makeReady();
    await preparations.prepare(appId);
    preparations.letGo();
    assert.equal(waitingRoom.childElementCount, 1, 'it has not started');
    await begun(preparations);
    await after(300);
    assert.equal(waitingRoom.childElementCount, 1);
    await after(300);
    assert.equal(waitingRoom.childElementCount, 0);
  });

  it('stays when another one is asked for after it started', async () => {
    const { preparations, place, isolation } = makeReady();
    await preparations.prepare(appId);
    await begun(preparations);
    await preparations.prepare('com.example.other' as AppId);
    assert.ok(preparations.take(await frameAddress(here, { appId, isolation, digest }), place));
  });

  it('does not start ahead once the bank or the registry would say no', async () => {
    for (const refusal of [
      { status: 'revoked', reason: 'r', at: new Date(0) },
      { status: 'needs-network', code: 'ERR_TRUST_EXPIRED' },
      undefined,
    ] as const) {
      const { preparations, waitingRoom, release, know } = makeReady();
      await preparations.prepare(appId);
      await after(500);
      know(refusal);
      assert.isUndefined(preparations.begin(appId), refusal?.status ?? 'nothing known');
      assert.equal(waitingRoom.childElementCount, 1, 'opening it asks and tells');
      know({ status: 'ready', release });
      assert.ok(preparations.begin(appId), 'it was ready all the time');
      preparations.letGo();
    }
  });

  it('is let go of when another frame is wanted', async () => {
    const { preparations, waitingRoom, place } = makeReady();
    await preparations.prepare(appId);
    assert.isUndefined(preparations.take('http://a-other.localhost/.portico/x/frame.html', place));
    assert.equal(waitingRoom.childElementCount, 0);
  });

  it('is let go of when the bank takes it back, or puts another release in its place, and not for other news', async () => {
    const revoked = { status: 'revoked', reason: 'r', at: new Date(0) } as const;
    const { release } = makeReady();
    const other = { status: 'ready', release: { ...release, digest: 'other' as string as ReleaseDigest } } as const;
    for (const [news, left] of [
      [revoked, 0],
      [{ status: 'unknown' } as const, 0],
      [other, 0],
      [{ status: 'ready', release } as const, 1],
    ] as const) {
      const { preparations, waitingRoom, hear } = makeReady();
      await preparations.prepare(appId);
      assert.equal(waitingRoom.childElementCount, 1);
      await hear(news);
      assert.equal(waitingRoom.childElementCount, left, news.status);
    }
  });

  it('is not there for a customer who must sign in first', async () => {
    const { preparations, waitingRoom } = makeReady({ session: { signedIn: false } });
    await preparations.prepare(appId);
    assert.equal(waitingRoom.childElementCount, 0);
  });

  it('stays the same one when it is asked for again', async () => {
    const { preparations, waitingRoom } = makeReady();
    await Promise.all([preparations.prepare(appId), preparations.prepare(appId)]);
    const [first] = waitingRoom.children;
    await preparations.prepare(appId);
    assert.equal(waitingRoom.firstElementChild, first ?? null);
    assert.equal(waitingRoom.childElementCount, 1);
  });

  it('is waited for a moment by whoever has tapped it, and by nobody else', async () => {
    const { preparations } = makeReady();
    assert.isUndefined(preparations.nearly(appId));
    void preparations.prepare(appId);
    assert.isUndefined(preparations.nearly('com.example.other' as AppId));
    await preparations.nearly(appId);
  });

  it('is known to the browser beforehand by its frame page, which comes once and leaves nothing', async () => {
    const { preparations, waitingRoom, release, isolation } = makeReady();
    performance.clearResourceTimings();
    const shown: string[] = [];
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const node of addedNodes) shown.push((node as Element).checkVisibility() ? 'seen' : 'unseen');
        for (const _node of removedNodes) shown.push('gone');
      }
    });
    watch.observe(waitingRoom, { childList: true });
    const meeting = preparations.meet(release, new AbortController().signal);
    await preparations.meet(release, AbortSignal.abort());
    await meeting;
    await preparations.meet(release, new AbortController().signal);
    assert.deepEqual(shown, ['unseen', 'gone']);
    const frameUrl = await frameAddress(here, { appId, isolation, digest });
    assert.isNotEmpty(performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(frameUrl)));
  });

  it('is met again where somebody opened another app before its frame page had come', async () => {
    const { preparations, waitingRoom, release } = makeReady();
    const leaving = new AbortController();
    const meeting = preparations.meet(release, leaving.signal);
    while (waitingRoom.childElementCount === 0) await after(1);
    leaving.abort();
    await meeting;
    assert.equal(waitingRoom.childElementCount, 0);
    const again = preparations.meet(release, new AbortController().signal);
    while (waitingRoom.childElementCount === 0) await after(1);
    await again;
    assert.equal(waitingRoom.childElementCount, 0);
  });

  it('does not hold the files of a large app in memory', async () => {
    const { preparations, place, isolation } = makeReady({ size: 3_000_000 });
    await preparations.prepare(appId);
    const taken = preparations.take(await frameAddress(here, { appId, isolation, digest }), place);
    assert.ok(taken);
    await taken.done;
    assert.isFalse(taken.frame.filled);
    taken.frame.discard();
  });
});
