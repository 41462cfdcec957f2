/** The small stores: what was chosen, what was under way, what was agreed to, what was last seen. */
import { assert } from 'chai';
import type { AppId, FileDigest, ReleaseDigest, UserId } from '../../sandbox/contract/index.ts';
import { createCatalogueStore } from './catalogue-store.ts';
import { answerOf, COOL_DOWNS_MS, createGrantStore } from './grant-store.ts';
import { createPreferencesStore, DEFAULT_PREFERENCES, PREFERENCES_KEY } from './preferences-store.ts';
import type { Listing } from './registry/index.ts';
import { createResumeStore } from './resume-store.ts';

const appId = 'com.example.tea' as AppId;
const listing = (id: string): Listing => ({
  appId: id as AppId,
  name: '示例茶馆',
  shortName: '茶馆',
  tagline: '一杯好茶',
  icon: { digest: 'a'.repeat(64) as FileDigest, type: 'image/png' },
  color: '#2f6f4f',
  category: 'dining',
  digest: 'b'.repeat(64) as ReleaseDigest,
  isolation: 'sealed',
});

describe('preferences', () => {
  it('come back as chosen, and as the defaults when the kept text is not ours', () => {
    const store = createPreferencesStore(localStorage);
    localStorage.setItem(PREFERENCES_KEY, '{"theme":"purple","care":"yes","city":"../x"}');
    assert.deepEqual(store.read(), DEFAULT_PREFERENCES);
    store.write({ locale: 'en', theme: 'dark', care: true, city: '110000' });
    assert.deepEqual(store.read(), { locale: 'en', theme: 'dark', care: true, city: '110000' });
    localStorage.setItem(PREFERENCES_KEY, 'not json');
    assert.deepEqual(store.read(), DEFAULT_PREFERENCES);
  });

  it('last as long as the page when nothing may be kept', () => {
    const blocked = {
      getItem: () => null,
      setItem() {
        throw new DOMException('blocked', 'QuotaExceededError');
      },
    };
    assert.isFalse(createPreferencesStore(blocked).write(DEFAULT_PREFERENCES));
  });
});

describe('what a sign-in interrupted', () => {
  const pending = { appId, path: '/fee', method: 'payment.request', orderToken: 'a.b.c' };

  it('is taken once', () => {
    const store = createResumeStore(sessionStorage, () => 0);
    store.keep(pending);
    assert.deepEqual(store.take(appId), pending);
    assert.isUndefined(store.take(appId));
  });

  it('tells of a payment that may have gone through, unless it ended in this very page', () => {
    const store = createResumeStore(sessionStorage, () => 0);
    const paying = { ...pending, hint: 'maybe_paid' } as const;
    store.keep(paying);
    assert.deepEqual(store.take(appId), paying);
    store.keep(paying);
    store.drop();
    assert.isUndefined(store.take(appId));
  });

  it('is not given to another app, and is gone then', () => {
    const store = createResumeStore(sessionStorage, () => 0);
    store.keep(pending);
    assert.isUndefined(store.take('com.other.app' as AppId));
    assert.isUndefined(store.take(appId));
  });

  it('is forgotten after a quarter of an hour', () => {
    let now = 0;
    const store = createResumeStore(sessionStorage, () => now);
    store.keep(pending);
    now = 15 * 60_000 + 1;
    assert.isUndefined(store.take(appId));
  });
});

describe('what the customer agreed to', () => {
  const grant = { userId: 'u1' as UserId, appId, scope: 'base' } as const;
  const asked = ['identity.login', 'payment'];
  const fresh = () => createGrantStore(`test-${crypto.randomUUID()}`);

  it('is remembered, and never counts for another app, customer or scope', async () => {
    const store = fresh();
    assert.equal(answerOf(await store.find(grant), asked, 0), 'unasked');
    await store.grant(grant, { declared: asked, at: 0, pending: false });
    assert.equal(answerOf(await store.find(grant), asked, 1e12), 'granted');
    for (const other of [
      { appId: 'com.other.app' as AppId },
      { userId: 'u2' as UserId },
      { scope: 'phone' as const },
    ]) {
      assert.isUndefined(await store.find({ ...grant, ...other }));
    }
  });

  it('does not cover a release that asks for more, and covers one that asks for less', async () => {
    const store = fresh();
    await store.grant(grant, { declared: asked, at: 0, pending: false });
    const kept = await store.find(grant);
    assert.equal(answerOf(kept, [...asked, 'device.location'], 0), 'widened');
    assert.equal(answerOf(kept, ['identity.login'], 0), 'granted');
  });

  it('may be asked again after a no only when a while has passed, longer after each no', async () => {
    const store = fresh();
    let now = 0;
    for (const [refusals, wait] of COOL_DOWNS_MS.entries()) {
      await store.refuse(grant, now);
      assert.equal(answerOf(await store.find(grant), asked, now + wait - 1), 'refused', `no number ${refusals + 1}`);
      now += wait;
      assert.equal(answerOf(await store.find(grant), asked, now), 'unasked');
    }
    await store.grant(grant, { declared: asked, at: now, pending: false });
    await store.refuse(grant, now);
    assert.equal(
      answerOf(await store.find(grant), asked, now + (COOL_DOWNS_MS[0] ?? 0)),
      'unasked',
      'a yes in between',
    );
  });

  it('asks for a kind of message once', async () => {
    const store = fresh();
    const message = { ...grant, scope: 'message.ready' } as const;
    await store.refuse(message, 0);
    assert.equal(answerOf(await store.find(message), asked, 1e15), 'refused');
    await store.forget(message);
    assert.equal(answerOf(await store.find(message), asked, 0), 'unasked');
  });
});

describe('what was last seen', () => {
  it('comes back for its city and language', async () => {
    const store = createCatalogueStore(`test-${crypto.randomUUID()}`);
    const home = { city: '310000', apps: [listing('com.example.tea')], generatedAt: new Date('2026-01-02T03:04:05Z') };
    await store.keepHome('310000', 'en', home);
    assert.deepEqual(await store.home('310000', 'en'), home);
    assert.isUndefined(await store.home('310000', 'zh-Hans'));
  });

  it('lists the apps used lately, the latest first, eight at most', async () => {
    const store = createCatalogueStore(`test-${crypto.randomUUID()}`);
    for (let at = 0; at < 10; at += 1) await store.used(listing(`com.example.a${at}`), at);
    await store.used(listing('com.example.a5'), 11);
    const ids = (await store.recents()).map(({ appId: id }) => id.slice(-2));
    assert.deepEqual(ids, ['a5', 'a9', 'a8', 'a7', 'a6', 'a4', 'a3', 'a2']);
  });
});
