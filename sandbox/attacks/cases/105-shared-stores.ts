import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '105',
  group: 'escape',
  atOrigin: {
    because: 'stores of its own are what this level is for',
    expected: 'its own stores only; no worker of its own, nothing that is shared with other sites',
    judge({ report }) {
      const outcomes = membersOf(report);
      const own = [
        'localStorage',
        'sessionStorage',
        'indexedDb',
        'openDatabase',
        'caches',
        'files',
        'locks',
        'cookie',
        'cookieStore',
        'buckets',
        'fileSystem',
        // Chromium grants it by its own measure of how much a site is used, and to its own data alone.
        'persist',
      ];
      const granted = Object.keys(outcomes).filter((name) => outcomes[name] === 'granted' && !own.includes(name));
      same(granted, [], 'granted beyond its own stores');
      same(outcomes.localStorage, 'granted', 'its own storage');
    },
  },
  title:
    'use every store and meeting place a browser has: caches, databases, files, locks, cookies, shared and service workers',
  expected: 'refused or absent for an opaque origin',
  async guest(): Promise<JsonValue> {
    const api = (name: string): Record<string, (...args: unknown[]) => unknown> => Reflect.get(navigator, name);
    const worker = URL.createObjectURL(new Blob(['0'], { type: 'text/javascript' }));
    const tries: Readonly<Record<string, () => unknown>> = {
      localStorage: () => localStorage.length,
      sessionStorage: () => sessionStorage.length,
      indexedDb: () => indexedDB.databases(),
      openDatabase: () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('x');
          request.onsuccess = resolve;
          request.onerror = () => reject(request.error);
        }),
      caches: () => caches.open('x'),
      files: () => navigator.storage.getDirectory(),
      persist: async () => (await navigator.storage.persist()) || Promise.reject('no'),
      locks: () => navigator.locks.request('x', () => null),
      cookie: () => {
        // biome-ignore lint/suspicious/noDocumentCookie: setting one is the attack
        document.cookie = 'a=b';
      },
      cookieStore: () => (Reflect.get(window, 'cookieStore') as { set(n: string, v: string): unknown }).set('a', 'b'),
      buckets: () => (Reflect.get(navigator, 'storageBuckets') as { open(n: string): unknown }).open('x'),
      serviceWorker: () => api('serviceWorker').register?.(worker),
      sharedWorker: () =>
        new Promise((resolve, reject) => {
          const shared = new SharedWorker(worker, 'meet');
          shared.onerror = reject;
          setTimeout(() => resolve(shared), 500);
        }),
      sharedStorage: () =>
        (Reflect.get(window, 'sharedStorage') as { set(n: string, v: string): unknown }).set('a', 'b'),
      requestStorageAccess: () => document.requestStorageAccess(),
      storageAccessFor: () =>
        (Reflect.get(document, 'requestStorageAccessFor') as (o: string) => unknown).call(document, parent.origin),
      topics: () => (Reflect.get(document, 'browsingTopics') as () => unknown).call(document),
      fileSystem: () =>
        new Promise((resolve, reject) =>
          (Reflect.get(window, 'webkitRequestFileSystem') as (...a: unknown[]) => void)(0, 1, resolve, reject),
        ),
    };
    const report: Record<string, JsonValue> = {};
    for (const [name, go] of Object.entries(tries)) report[name] = (await codeOfRejected(go)) ?? 'granted';
    return report;
  },
  judge({ report }) {
    const outcomes = membersOf(report);
    const granted = Object.keys(outcomes).filter((name) => outcomes[name] === 'granted');
    holds(
      Object.keys(outcomes).length >= 18,
      `only ${Object.keys(outcomes).length} were tried: ${JSON.stringify(report)}`,
    );
    holds(granted.length === 0, `granted: ${granted.join(', ')}`);
  },
};
