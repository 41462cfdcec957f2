/**
 * What the app host of an `origin` release serves: the page that lets the site in, the worker that then serves the site,
 * the page that wipes it and the one that stands where it may not go. Pure, so that the registry and the tests render
 * the very same. The site's own documents never come from the server: `originDocumentHeaders` is what the worker gives them.
 */
import type { ReleaseDigest } from './brand.ts';
import { deniedFeatures, type FrameDomains } from './frame-page.ts';
import type { OriginNews } from './origin-handshake.ts';

export interface OriginPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the worker knows of its release. It stands in the worker's own text, where the site cannot rewrite it. */
export interface OriginWorkerConfig {
  readonly digest: ReleaseDigest;
  /** Path of the page that answers navigations to the root and to addresses that are no file. */
  readonly entry: string;
  /** Package path → SHA-256 and media type. */
  readonly files: Readonly<Record<string, { readonly digest: string; readonly type: string }>>;
  readonly documentHeaders: Readonly<Record<string, string>>;
  readonly fileHeaders: Readonly<Record<string, string>>;
  /** Answered by the worker itself once it runs, so that the site opens offline. */
  readonly enter: OriginPage;
  readonly stray: OriginPage;
  readonly replaced: OriginPage;
  /** Say that a document of the site is, or is not, open at this origin. */
  readonly present: OriginPage;
  readonly absent: OriginPage;
}

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?$/;
const HASH = /^[A-Za-z0-9+/]{43}=$/;
/** Fixed, because these pages hold our own script and not a word of the site's. */
const NONCE = 'portico-own-page';

export const originPaths = {
  enter: (digest: string): string => `/.portico/${digest}/enter.html`,
  worker: (digest: string): string => `/.portico/${digest}/sw.js`,
  file: (digest: string, file: string): string => `/.portico/${digest}/files/${file}`,
  clear: (digest: string): string => `/.portico/${digest}/clear.html`,
  cleared: (digest: string): string => `/.portico/${digest}/cleared`,
} as const;

const features = deniedFeatures.map((feature) => `${feature}=()`).join(', ');
const join = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join(' ');

/** Nothing may be reached but this very origin and, for documents, what the release declares. */
function allowlist(domains?: FrameDomains): string {
  const declared = domains ? [...new Set([...domains.connect, ...domains.image, ...domains.media])] : [];
  return `(${join(
    'response-origin',
    declared.map((origin) => `"${origin}"`),
  )})`;
}

const wall = (policy: readonly string[], domains?: FrameDomains): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy.join('; '),
  'Connection-Allowlist': allowlist(domains),
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': features,
  'X-Content-Type-Options': 'nosniff',
});

/**
 * Headers of the site's own HTML pages. `same-origin` as referrer tells the worker which navigations come from the site
 * itself, and tells nobody else anything.
 * @param inlineScripts base64 SHA-256 of each inline script, from the release manifest
 * @throws TypeError when an argument could change the meaning of a header
 */
export function originDocumentHeaders(page: {
  readonly containerOrigin: string;
  readonly domains: FrameDomains;
  readonly inlineScripts: readonly string[];
}): Readonly<Record<string, string>> {
  const { containerOrigin, domains, inlineScripts } = page;
  assertOrigins([containerOrigin, ...domains.connect, ...domains.image, ...domains.media]);
  const strange = inlineScripts.find((hash) => !HASH.test(hash));
  if (strange !== undefined) throw new TypeError(`not a SHA-256 in base64: ${JSON.stringify(strange)}`);
  const policy = [
    "default-src 'none'",
    join(
      "script-src 'self'",
      inlineScripts.map((hash) => `'sha256-${hash}'`),
    ),
    "style-src 'self' 'unsafe-inline'",
    join("img-src 'self' blob: data:", domains.image),
    "font-src 'self' blob: data:",
    join("media-src 'self' blob: data:", domains.media),
    join("connect-src 'self' blob: data:", domains.connect),
    "manifest-src 'self'",
    "worker-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    // As the container's frame has it, for a document that somebody got to without that frame.
    'sandbox allow-scripts allow-same-origin allow-forms',
    `frame-ancestors ${containerOrigin}`,
  ];
  return {
    ...wall(policy, domains),
    'Content-Type': 'text/html; charset=utf-8',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

/** Headers of every other file of the release, from the worker and from the server: inert when opened as a page. */
export const originFileHeaders: Readonly<Record<string, string>> = {
  ...wall(["default-src 'none'", 'sandbox', "frame-ancestors 'none'"]),
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Headers of the worker's script. Workers do not inherit a page's policy, hence one of its own. */
export const originWorkerHeaders: Readonly<Record<string, string>> = {
  ...wall(["default-src 'none'", "script-src 'none'", "connect-src 'self'"]),
  'Content-Type': 'text/javascript; charset=utf-8',
  'Service-Worker-Allowed': '/',
  'Referrer-Policy': 'no-referrer',
};

/**
 * The page that registers the worker and then opens the site. Its script, `code`, is `sandbox/frame/origin-enter.ts`.
 * @throws TypeError when an argument could change the meaning of a header or of the page
 */
export function renderOriginEnter(page: {
  readonly code: string;
  readonly digest: ReleaseDigest;
  readonly entry: string;
  readonly containerOrigin: string;
}): OriginPage {
  const { code, digest, entry, containerOrigin } = page;
  const start = `/${entry.replace(/(^|\/)index\.html$/, '$1')}`;
  return ownPage({
    code,
    containerOrigin,
    workers: "worker-src 'self'",
    data: { worker: originPaths.worker(digest), start: start.split('/').map(encodeURIComponent).join('/') },
  });
}

/** A page that tells the container one thing. `stray` stands where the site may not go, and ends the session. */
export function renderOriginNews(page: {
  readonly code: string;
  readonly containerOrigin: string;
  readonly state: OriginNews['state'];
}): OriginPage {
  const { state, ...rest } = page;
  const { html, headers } = ownPage({ ...rest, workers: "worker-src 'none'", data: { state } });
  return { html, headers: { ...headers, 'Cache-Control': 'no-store' } };
}

/**
 * Headers of the response that wipes the site's storage: localStorage, IndexedDB, caches and the worker. `cookies` would
 * take the bank's own along, because it is meant for the whole registrable domain.
 */
export const originClearedHeaders: Readonly<Record<string, string>> = {
  ...originFileHeaders,
  'Clear-Site-Data': '"storage"',
  'Cache-Control': 'no-store',
};

/**
 * The page that has the site wiped when the container says so: its script removes the site's cookies and then asks for
 * the response that takes the rest.
 * @param folders addresses at which the release may have left cookies, each from the root with a slash at both ends
 */
export function renderOriginClear(page: {
  readonly code: string;
  readonly digest: ReleaseDigest;
  readonly containerOrigin: string;
  readonly folders: readonly string[];
}): OriginPage {
  const { code, digest, containerOrigin, folders } = page;
  const { html, headers } = ownPage({
    code,
    containerOrigin,
    workers: "worker-src 'none'; connect-src 'self'",
    data: { cleared: originPaths.cleared(digest), folders: JSON.stringify(folders) },
  });
  return { html, headers: { ...headers, 'Cache-Control': 'no-store' } };
}

function ownPage(page: {
  readonly code: string;
  readonly containerOrigin: string;
  readonly workers: string;
  readonly data: Readonly<Record<string, string>>;
}): OriginPage {
  const { code, containerOrigin, workers, data } = page;
  assertOrigins([containerOrigin]);
  if (/<\/script|<!--/i.test(code)) throw new TypeError('the script must not hold an end of script or a comment');
  const attributes = Object.entries({ container: containerOrigin, ...data })
    .map(([name, value]) => ` data-${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
  return {
    headers: {
      ...wall([
        "default-src 'none'",
        `script-src 'nonce-${NONCE}'`,
        workers,
        "form-action 'none'",
        "base-uri 'none'",
        `frame-ancestors ${containerOrigin}`,
      ]),
      'Content-Type': 'text/html; charset=utf-8',
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
    html: `<!doctype html><meta charset="utf-8"><title></title><script nonce="${NONCE}"${attributes}>${code}</script>`,
  };
}

/** The worker's script with its release in it. `code` is `sandbox/frame/origin-worker.ts`, built. */
export function renderOriginWorker(code: string, config: OriginWorkerConfig): string {
  return `self.porticoRelease=${JSON.stringify(config)};\n${code}`;
}

function assertOrigins(origins: readonly string[]): void {
  const stray = origins.find((origin) => !ORIGIN.test(origin));
  if (stray !== undefined) throw new TypeError(`not an origin: ${JSON.stringify(stray)}`);
}
