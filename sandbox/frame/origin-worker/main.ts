/**
 * The service worker of an `origin` app. It serves every file of its release and nothing else. What it knows of the release
 * stands in its own text, which the server gave and the site cannot change; what lies in Cache Storage the site can
 * change, so each file is hashed again before each answer.
 */
import type { OriginPage, OriginWorkerConfig } from '../../contract/origin-pages.ts';
import { answerFor } from './answer-for.ts';
import { createFileStore } from './file-store.ts';

declare const self: ServiceWorkerGlobalScope & { readonly porticoRelease: OriginWorkerConfig };

const release = self.porticoRelease;
const { origin } = self.location;
const files = createFileStore(release, {
  open: () => caches.open('portico-files'),
  fetch: (path) => fetch(path, { cache: 'no-store', redirect: 'error' }),
});

self.addEventListener('install', (event) => {
  event.waitUntil(prepare());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Requests to declared domains are the page's own: its policy and its Connection-Allowlist judge them.
  if (url.origin !== origin) return;
  const answer = answerFor(release, {
    path: url.pathname,
    method: request.method,
    isNavigation: request.mode === 'navigate',
    isFromSite: URL.canParse(request.referrer) && new URL(request.referrer).origin === origin,
  });
  if (answer === 'network') return;
  if (answer === 'where') event.respondWith(whereTheSiteIs());
  else if ('page' in answer) event.respondWith(pageOf(answer.page, answer.status));
  else event.respondWith(fileResponse(answer.file, answer.headers));
  if (request.mode === 'navigate' && typeof answer === 'object' && 'file' in answer) event.waitUntil(files.fill());
});

/** A worker that cannot show the entry page would only hold the site's place. */
async function prepare(): Promise<void> {
  const entry = release.files[release.entry];
  if (!entry || !(await files.bytes(entry.digest))) throw new TypeError('the entry page is out of reach');
  await self.skipWaiting();
}

function pageOf({ html, headers }: OriginPage, status: number): Response {
  return new Response(html, { status, headers });
}

/** The container asks after each load whether the site is still here: an error page of the browser's looks no different to it. */
async function whereTheSiteIs(): Promise<Response> {
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isHere = clients.some(({ url }) => !new URL(url).pathname.startsWith('/.portico/'));
  return pageOf(isHere ? release.present : release.absent, 200);
}

async function fileResponse(digest: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const bytes = await files.bytes(digest);
  return bytes === undefined ? Response.error() : new Response(bytes, { headers });
}

/** Documents of another release may not go on with this one's files: they make room, and the container opens them again. */
async function takeOver(): Promise<void> {
  await files.purge();
  const before = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await self.clients.claim();
  for (const client of before) {
    if (new URL(client.url).pathname.startsWith('/.portico/')) continue;
    // Not awaited: the page comes from this worker, which answers nothing until it is active.
    void client.navigate(`/.portico/${release.digest}/replaced.html`);
  }
}
