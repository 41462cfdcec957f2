/** Real IndexedDB, the real hashing worker; only the network is the test's, because it has to lie. */
import { assert } from 'chai';
import type { FileDigest, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { Fetch } from './fetch-blob.ts';
import { createPackageStore, type PackageStore, type Progress, type StorableRelease } from './index.ts';

const startWorker = () => new Worker(new URL('../../workers/hashing.ts', import.meta.url), { type: 'module' });

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: ArrayBuffer | undefined) => new TextDecoder().decode(bytes);
async function digestOf(text: string): Promise<FileDigest> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') as FileDigest;
}

async function releaseOf(name: string, files: Readonly<Record<string, string>>): Promise<StorableRelease> {
  const listed = await Promise.all(
    Object.entries(files).map(async ([path, text]) => ({
      path,
      size: bytesOf(text).length,
      digest: await digestOf(text),
      type: path.endsWith('.js') ? 'text/javascript' : 'text/html',
    })),
  );
  return { digest: (await digestOf(name)) as string as ReleaseDigest, manifest: { files: listed } };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no error',
    (error: { code?: unknown; name?: unknown }) => (typeof error.code === 'string' ? error.code : error.name),
  );
}

describe('the package store', () => {
  let served: Map<string, Uint8Array<ArrayBuffer>>;
  let asked: string[];
  let store: PackageStore;
  let name: string;
  let fetch: Fetch;

  const serve = async (...texts: string[]) => {
    for (const text of texts) served.set(`https://bank.example/blobs/${await digestOf(text)}`, bytesOf(text));
  };
  const open = (): PackageStore =>
    createPackageStore({ origin: 'https://bank.example', startWorker, name, fetch: (url, init) => fetch(url, init) });

  beforeEach(() => {
    served = new Map();
    asked = [];
    name = `test-${crypto.randomUUID()}`;
    fetch = async (url) => {
      asked.push(url);
      const bytes = served.get(url);
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    };
    store = open();
  });
  afterEach(() => {
    store.close();
    indexedDB.deleteDatabase(name);
  });

  it('fetches a release once and has it from then on, across visits', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea', 'app.js': 'brew()' });
    await serve('<p>tea', 'brew()');
    assert.isUndefined(await store.read(release));
    assert.isFalse(await store.holds(release));
    const files = await store.ensureRelease(release);
    assert.isTrue(await store.holds(release));
    assert.equal(textOf(files.get('index.html')?.bytes), '<p>tea');
    assert.equal(files.get('app.js')?.type, 'text/javascript');
    assert.lengthOf(asked, 2);
    store.close();
    store = open();
    assert.isDefined(await store.read(release));
    assert.equal(textOf((await store.ensureRelease(release)).get('app.js')?.bytes), 'brew()');
    assert.lengthOf(asked, 2, 'nothing was fetched again');
  });

  it('fetches of a new release only the file that changed', async () => {
    await serve('<p>tea', 'brew()', 'brew(2)');
    await store.ensureRelease(await releaseOf('tea 1', { 'index.html': '<p>tea', 'app.js': 'brew()' }));
    asked = [];
    await store.ensureRelease(await releaseOf('tea 2', { 'index.html': '<p>tea', 'app.js': 'brew(2)' }));
    assert.deepEqual(asked, [`https://bank.example/blobs/${await digestOf('brew(2)')}`]);
  });

  it('gives every caller bytes of their own, also where two paths are one file', async () => {
    const release = await releaseOf('twins', { 'a.html': 'same', 'b.html': 'same' });
    await serve('same');
    const first = await store.ensureRelease(release);
    const a = first.get('a.html')?.bytes;
    assert.ok(a);
    structuredClone(a, { transfer: [a] });
    assert.equal(textOf(first.get('b.html')?.bytes), 'same');
    assert.equal(textOf((await store.ensureRelease(release)).get('a.html')?.bytes), 'same');
    assert.lengthOf(asked, 1);
  });

  it('refuses a tampered file, and never stores it', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea' });
    served.set(`https://bank.example/blobs/${await digestOf('<p>tea')}`, bytesOf('<p>sea'));
    assert.equal(await codeOf(store.ensureRelease(release)), 'ERR_TRUST_BLOB_TAMPERED');
    assert.isUndefined(await store.read(release));
    await serve('<p>tea');
    assert.equal(textOf((await store.ensureRelease(release)).get('index.html')?.bytes), '<p>tea');
  });

  it('refuses a file that is too short or too long without reading on', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea' });
    const url = `https://bank.example/blobs/${await digestOf('<p>tea')}`;
    served.set(url, bytesOf('<p>te'));
    assert.equal(await codeOf(store.ensureRelease(release)), 'ERR_TRUST_BLOB_TAMPERED');
    let poured = 0;
    let cancelled = false;
    fetch = async (_url, init) => {
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => {
          poured += 1024;
          controller.enqueue(new Uint8Array(1024));
        },
        cancel: () => {
          cancelled = true;
        },
      });
      init.signal?.addEventListener('abort', () => {
        cancelled = true;
      });
      return new Response(body);
    };
    assert.equal(await codeOf(store.ensureRelease(release)), 'ERR_TRUST_BLOB_TAMPERED');
    assert.isTrue(cancelled);
    assert.isBelow(poured, 100_000);
  });

  it('says so when a file cannot be had', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea' });
    assert.equal(await codeOf(store.ensureRelease(release)), 'ERR_TRUST_BLOB_UNAVAILABLE');
    fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    assert.equal(await codeOf(store.ensureRelease(release)), 'ERR_TRUST_BLOB_UNAVAILABLE');
  });

  it('reports progress up to the whole, counting only what was missing', async () => {
    await serve('<p>tea', 'brew()');
    await store.ensureRelease(await releaseOf('part', { 'index.html': '<p>tea' }));
    const seen: Progress[] = [];
    const release = await releaseOf('whole', { 'index.html': '<p>tea', 'app.js': 'brew()' });
    await store.ensureRelease(release, { onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(seen.at(0), { loadedBytes: 0, totalBytes: 6 });
    assert.deepEqual(seen.at(-1), { loadedBytes: 6, totalBytes: 6 });
  });

  it('stops when told, and keeps what had come', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `file ${index}`);
    await serve(...texts);
    const release = await releaseOf('large', Object.fromEntries(texts.map((text, index) => [`${index}.html`, text])));
    const controller = new AbortController();
    const honest = fetch;
    fetch = async (url, init) => {
      if (asked.length === 8) controller.abort();
      return honest(url, init);
    };
    assert.equal(await codeOf(store.ensureRelease(release, { signal: controller.signal })), 'AbortError');
    const before = asked.length;
    assert.isBelow(before, 20);
    await store.ensureRelease(release);
    assert.equal(asked.length, 20, 'no file was fetched twice');
  });

  it('fetches a file once for two who want it at the same time', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea', 'app.js': 'brew()' });
    await serve('<p>tea', 'brew()');
    await Promise.all([store.ensureRelease(release), store.ensureRelease(release), store.prefetch(release)]);
    assert.lengthOf(asked, 2);
  });

  it('prefetches while idle, and a failure there is nobody’s error', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea' });
    assert.equal(await store.prefetch(release), 'stopped');
    await serve('<p>tea');
    assert.equal(await store.prefetch(release), 'stored');
    assert.isDefined(await store.read(release));
  });

  it('evicts releases nobody keeps, but no file that another release needs', async () => {
    await serve('shared', 'old', 'new');
    const old = await releaseOf('old', { 'index.html': 'shared', 'app.js': 'old' });
    const kept = await releaseOf('new', { 'index.html': 'shared', 'app.js': 'new' });
    await store.ensureRelease(old);
    await store.ensureRelease(kept);
    assert.equal(await store.evict(new Set([kept.digest])), 3);
    assert.isDefined(await store.read(kept));
    assert.isUndefined(await store.read(old));
  });

  it('names a full disk, and makes no half file of it', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea' });
    await serve('<p>tea');
    const put = IDBObjectStore.prototype.put;
    // A browser cannot be filled in a test; this is what it throws when it is.
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (value instanceof ArrayBuffer) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    };
    try {
      assert.equal(await codeOf(store.ensureRelease(release)), 'ERR_TRUST_STORAGE_FULL');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    assert.isUndefined(await store.read(release));
    assert.equal(textOf((await store.ensureRelease(release)).get('index.html')?.bytes), '<p>tea');
  });

  it('says so when the worker does not start, and starts another next time', async () => {
    const release = await releaseOf('tea 1', { 'index.html': '<p>tea' });
    await serve('<p>tea');
    let starts = 0;
    const flaky = createPackageStore({
      origin: 'https://bank.example',
      name,
      fetch: (url, init) => fetch(url, init),
      startWorker: () => {
        starts += 1;
        return starts === 1 ? new Worker('/no-such-worker.js', { type: 'module' }) : startWorker();
      },
    });
    assert.equal(await codeOf(flaky.ensureRelease(release)), 'ERR_TRUST_WORKER_FAILED');
    assert.equal(textOf((await flaky.ensureRelease(release)).get('index.html')?.bytes), '<p>tea');
    flaky.close();
  });
});
