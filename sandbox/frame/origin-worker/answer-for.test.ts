import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { ReleaseDigest } from '../../contract/index.ts';
import type { OriginWorkerConfig } from '../../contract/origin-pages.ts';
import { type Asked, answerFor } from './answer-for.ts';
import { createFileStore } from './file-store.ts';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const page = (html: string) => ({ html, headers: {} });
const digest = 'd'.repeat(64) as ReleaseDigest;
const release: OriginWorkerConfig = {
  digest,
  entry: 'index.html',
  files: {
    'index.html': { digest: hex('entry'), type: 'text/html' },
    'guide/index.html': { digest: hex('guide'), type: 'text/html' },
    'js/a b.js': { digest: hex('script'), type: 'text/javascript' },
  },
  documentHeaders: { 'Content-Type': 'text/html; charset=utf-8' },
  fileHeaders: { 'Content-Security-Policy': 'sandbox' },
  enter: page('enter'),
  stray: page('stray'),
  replaced: page('replaced'),
  present: page('present'),
  absent: page('absent'),
};
const ask = (path: string, asked: Partial<Asked> = {}): string => {
  const answer = answerFor(release, { path, method: 'GET', isNavigation: false, isFromSite: true, ...asked });
  if (typeof answer === 'string') return answer;
  return 'page' in answer ? `${answer.status} ${answer.page.html}` : answer.file;
};
const go = (path: string, asked: Partial<Asked> = {}): string => ask(path, { isNavigation: true, ...asked });

test('addresses mean files as on an ordinary server, and screens of the site mean its entry', () => {
  assert.equal(go('/'), hex('entry'));
  assert.equal(go('/guide/'), hex('guide'));
  assert.equal(go('/guide'), hex('guide'));
  assert.equal(go('/orders/7'), hex('entry'));
  assert.equal(ask('/js/a%20b.js'), hex('script'));
});

test('what is no file of the release does not exist, and nothing leads out of it', () => {
  assert.equal(ask('/none.js'), '404 ');
  assert.equal(ask('/orders/7'), '404 ', 'a request that is no navigation gets no page for a file');
  assert.equal(go('/none.html'), '404 stray');
  for (const path of ['/constructor', '/__proto__', '/%', '/..%2findex.html']) assert.equal(ask(path), '404 ', path);
  assert.equal(ask('/', { method: 'POST' }), '405 ');
});

test('only the site itself may lead to its pages', () => {
  assert.equal(go('/', { isFromSite: false }), '403 stray');
  assert.equal(go('/guide/', { isFromSite: false }), '403 stray');
});

test('our own addresses are ours: this release’s are answered, others are left to the server', () => {
  assert.equal(go(`/.portico/${digest}/enter.html`, { isFromSite: false }), '200 enter');
  assert.equal(go(`/.portico/${digest}/where.html`), 'where');
  assert.equal(go(`/.portico/${'e'.repeat(64)}/enter.html`), 'network');
  assert.equal(ask(`/.portico/${digest}/sw.js`), 'network');
});

test('a file’s bytes are hashed before each answer, wherever they come from', async () => {
  const kept = new Map<string, string>();
  let served = 'script';
  let fetches = 0;
  const files = createFileStore(release, {
    open: async () => ({
      match: async (key) => {
        const text = kept.get(String(key));
        return text === undefined ? undefined : new Response(text);
      },
      put: async (key, response) => void kept.set(String(key), await response.text()),
      delete: async (key) => kept.delete(String(key)),
      keys: async () => [],
    }),
    fetch: async () => {
      fetches += 1;
      return new Response(served);
    },
  });
  const text = async (): Promise<string | undefined> => {
    const bytes = await files.bytes(hex('script'));
    return bytes && new TextDecoder().decode(bytes);
  };
  assert.equal(await text(), 'script');
  assert.equal(await text(), 'script');
  assert.equal(fetches, 1, 'kept after the first time');

  for (const key of kept.keys()) kept.set(key, 'poison');
  assert.equal(await text(), 'script', 'poison in the cache is replaced');
  assert.equal(fetches, 2);

  for (const key of kept.keys()) kept.set(key, 'poison');
  served = 'poison';
  assert.equal(await text(), undefined, 'and poison from the server is refused');
});
