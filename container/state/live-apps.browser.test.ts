import { assert } from 'chai';
import type { AppId } from '../../sandbox/contract/index.ts';
import { createLiveAppStore } from '../services/live-app-store.ts';
import { createLiveApps, type LiveApps, runningApps } from './live-apps.ts';

const MINUTE = 60_000;
const id = (name: string): AppId => `com.example.${name}` as AppId;
const place = (name: string, path = '') => ({
  appId: id(name),
  address: `/app/${id(name)}${path}`,
  launch: { path: path || '/', query: {} },
});

/** Time that a test moves; timers fire on the way, unless the device sleeps. */
function handClock() {
  let time = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after(ms: number, run: () => void) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(ms: number) {
      const end = time + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at);
        if (!next) break;
        time = next.at;
        timers = timers.filter((other) => other !== next);
        next.run();
      }
      time = end;
    },
    sleep(ms: number) {
      time += ms;
    },
  };
}

function begin(storage = new Map<string, string>(), clock = handClock()) {
  const live = createLiveApps(
    clock,
    createLiveAppStore({
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => storage.set(key, value),
    }),
  );
  return { live, clock, storage };
}
const phases = (live: LiveApps): Record<string, string> =>
  Object.fromEntries(live.value.apps.map(({ appId, phase }) => [appId.replace('com.example.', ''), phase]));
const keyOf = (live: LiveApps, name: string): number =>
  live.value.apps.find(({ appId, phase }) => appId === id(name) && phase !== 'closing')?.key ?? 0;

describe('the apps that are alive', () => {
  it('keeps an app behind home, and brings the very same opening back', () => {
    const { live } = begin();
    live.open(place('tea'));
    const first = keyOf(live, 'tea');
    live.leave();
    assert.deepEqual(phases(live), { tea: 'hidden' });
    assert.isUndefined(live.value.front);
    live.open(place('tea'));
    assert.equal(keyOf(live, 'tea'), first);
    assert.equal(live.value.front, first);
    assert.deepEqual(phases(live), { tea: 'shown' });
  });

  it('opens afresh where a link leads to another place in it, and returns for the place it was opened at', () => {
    const { live, clock } = begin();
    live.open(place('tea', '/menu'));
    const menu = keyOf(live, 'tea');
    live.leave();
    live.open(place('tea', '/menu'));
    assert.equal(keyOf(live, 'tea'), menu);
    live.open(place('tea', '/cart'));
    assert.notEqual(keyOf(live, 'tea'), menu);
    assert.lengthOf(runningApps(live.value), 1);
    clock.pass(500);
    assert.lengthOf(live.value.apps, 1);
  });

  it('closes the least recently used before a sixth one opens, and gives it time to save', () => {
    const { live, clock } = begin();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      live.open(place(name));
      clock.pass(1_000);
    }
    live.open(place('a'));
    clock.pass(1_000);
    live.open(place('f'));
    assert.deepEqual(phases(live), { a: 'hidden', b: 'closing', c: 'hidden', d: 'hidden', e: 'hidden', f: 'shown' });
    clock.pass(500);
    assert.deepEqual(Object.keys(phases(live)), ['a', 'c', 'd', 'e', 'f']);
  });

  it('never changes the order of those that stay', () => {
    const { live, clock } = begin();
    for (const name of ['a', 'b', 'c']) live.open(place(name));
    clock.pass(1_000);
    live.open(place('a'));
    live.close(keyOf(live, 'b'));
    clock.pass(500);
    assert.deepEqual(Object.keys(phases(live)), ['a', 'c']);
  });

  it('suspends what is out of sight for five minutes and closes it after thirty, and leaves the one on the screen alone', () => {
    const { live, clock } = begin();
    live.open(place('tea'));
    live.open(place('bus'));
    clock.pass(5 * MINUTE - 1);
    assert.deepEqual(phases(live), { tea: 'hidden', bus: 'shown' });
    clock.pass(1);
    assert.deepEqual(phases(live), { tea: 'suspended', bus: 'shown' });
    clock.pass(25 * MINUTE - 1);
    assert.deepEqual(phases(live), { tea: 'suspended', bus: 'shown' });
    clock.pass(1);
    assert.deepEqual(phases(live), { bus: 'shown' });
    clock.pass(120 * MINUTE);
    assert.deepEqual(phases(live), { bus: 'shown' });
  });

  it('counts from when an app was last seen', () => {
    const { live, clock } = begin();
    live.open(place('tea'));
    clock.pass(29 * MINUTE);
    live.leave();
    clock.pass(4 * MINUTE);
    live.open(place('tea'));
    clock.pass(4 * MINUTE);
    live.leave();
    clock.pass(4 * MINUTE);
    assert.deepEqual(phases(live), { tea: 'hidden' });
  });

  it('counts the page being out of sight too, and opens afresh what the customer was looking at', () => {
    const { live, clock } = begin();
    live.open(place('tea', '/menu'));
    const first = keyOf(live, 'tea');
    live.pageHidden(true);
    clock.pass(5 * MINUTE);
    assert.deepEqual(phases(live), { tea: 'suspended' });
    live.pageHidden(false);
    assert.deepEqual(phases(live), { tea: 'shown' });
    assert.equal(keyOf(live, 'tea'), first);
    live.pageHidden(true);
    clock.pass(30 * MINUTE);
    assert.deepEqual(phases(live), { tea: 'asleep' });
    live.pageHidden(false);
    assert.deepEqual(phases(live), { tea: 'shown' });
    assert.notEqual(keyOf(live, 'tea'), first);
    assert.equal(live.value.apps[0]?.launch.path, '/menu');
  });

  it('judges by the time it is when the device slept over its timers', () => {
    const { live, clock } = begin();
    live.open(place('tea'));
    const first = keyOf(live, 'tea');
    live.leave();
    clock.sleep(45 * MINUTE);
    live.open(place('tea'));
    assert.notEqual(keyOf(live, 'tea'), first);
    assert.deepEqual(phases(live), { tea: 'shown' });
  });

  it('closes one, the hidden ones, or all', () => {
    const { live, clock } = begin();
    for (const name of ['a', 'b', 'c']) live.open(place(name));
    live.close(keyOf(live, 'a'));
    assert.deepEqual(phases(live), { a: 'closing', b: 'hidden', c: 'shown' });
    live.closeHidden();
    assert.deepEqual(phases(live), { a: 'closing', b: 'closing', c: 'shown' });
    live.closeAll();
    assert.isUndefined(live.value.front);
    clock.pass(500);
    assert.deepEqual(phases(live), {});
  });

  it('lets go of an app that has ended by itself at once, and shows it until then', () => {
    const { live } = begin();
    live.open(place('tea'));
    live.leave();
    live.note(keyOf(live, 'tea'), { stopped: true });
    assert.deepEqual(phases(live), { tea: 'hidden' });
    live.close(keyOf(live, 'tea'));
    assert.deepEqual(phases(live), {});
  });

  it('ends at once what belongs to another customer, and opens what is on the screen afresh', () => {
    const { live } = begin();
    live.belongTo('ann');
    live.open(place('tea'));
    live.open(place('bus'));
    const bus = keyOf(live, 'bus');
    live.belongTo('ann');
    assert.equal(keyOf(live, 'bus'), bus);
    live.belongTo('');
    assert.deepEqual(phases(live), { bus: 'shown' });
    assert.notEqual(keyOf(live, 'bus'), bus);
    live.leave();
    live.belongTo('bea');
    assert.deepEqual(phases(live), { bus: 'hidden' }, 'what was done before signing in is the customer’s own');
    live.belongTo('');
    assert.deepEqual(phases(live), {});
  });
});

describe('a page that is loaded again', () => {
  it('knows what was open, without a frame, and opens it where it was opened before', () => {
    const { live, clock, storage } = begin();
    live.belongTo('ann');
    live.open(place('tea', '/menu'));
    live.note(keyOf(live, 'tea'), { name: '茶馆' });
    live.open(place('bus'));
    const again = begin(storage, clock).live;
    assert.deepEqual(phases(again), { tea: 'asleep', bus: 'asleep' });
    const [tea] = again.value.apps;
    assert.equal(tea?.name, '茶馆');
    assert.equal(tea?.address, '/app/com.example.tea/menu');
    again.open(place('bus'));
    assert.deepEqual(phases(again), { tea: 'asleep', bus: 'shown' });
    again.open(place('tea', '/menu'));
    assert.deepEqual(phases(again), { bus: 'hidden', tea: 'shown' });
  });

  it('knows nothing of what was left long ago, or of another customer', () => {
    const { live, clock, storage } = begin();
    live.belongTo('ann');
    live.open(place('tea'));
    live.leave();
    clock.sleep(20 * MINUTE);
    const soon = begin(new Map(storage), clock).live;
    assert.deepEqual(phases(soon), { tea: 'asleep' });
    soon.belongTo('bea');
    assert.deepEqual(phases(soon), {});
    clock.sleep(10 * MINUTE);
    assert.deepEqual(phases(begin(storage, clock).live), {});
  });

  it('believes nothing that leads out of the app', () => {
    const app = { appId: 'com.example.tea', name: '', usedAt: 1_000_000 };
    for (const address of ['/app/com.example.teapot', 'https://evil.example/', '/orders']) {
      const kept = JSON.stringify({ owner: '', apps: [{ ...app, address }] });
      assert.deepEqual(phases(begin(new Map([['portico.live-apps', kept]])).live), {});
    }
    assert.deepEqual(phases(begin(new Map([['portico.live-apps', '{"owner":1}']])).live), {});
  });
});
