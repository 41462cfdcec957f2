/** What the worker of an `origin` app answers to a request of its own origin; a pure function of release and request. */
import type { OriginPage, OriginWorkerConfig } from '../../contract/origin-pages.ts';

export interface Asked {
  /** Path of the address, percent-encoded. */
  readonly path: string;
  readonly method: string;
  readonly isNavigation: boolean;
  /** The request names a document of this origin as its referrer. Only the browser writes that. */
  readonly isFromSite: boolean;
}

export type Answer =
  | 'network'
  /** Depends on which documents are open, which only the worker can tell. */
  | 'where'
  | { readonly page: OriginPage; readonly status: number }
  | { readonly file: string; readonly headers: Readonly<Record<string, string>> };

/** Our own addresses; a package cannot hold files below it. */
const OWN = /^\/\.portico\//;
/** The last part of an address has an ending, so it asks for a file and not for a screen of the site. */
const NAMES_A_FILE = /\.[A-Za-z0-9]{1,8}$/;
const NOTHING: OriginPage = { html: '', headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } };

export function answerFor(release: OriginWorkerConfig, asked: Asked): Answer {
  const { path, method, isNavigation, isFromSite } = asked;
  const { digest, enter, stray, replaced } = release;
  if (OWN.test(path)) {
    if (path === `/.portico/${digest}/enter.html`) return { page: enter, status: 200 };
    if (path === `/.portico/${digest}/replaced.html`) return { page: replaced, status: 200 };
    return path === `/.portico/${digest}/where.html` ? 'where' : 'network';
  }
  if (method !== 'GET') return { page: NOTHING, status: 405 };
  // Another app may lead its frame here, and a customer may type the address: the site shows itself to neither.
  if (isNavigation && !isFromSite) return { page: stray, status: 403 };
  const found = fileAt(release, path, isNavigation);
  if (found === undefined) return isNavigation ? { page: stray, status: 404 } : { page: NOTHING, status: 404 };
  const file = release.files[found];
  if (file === undefined) return { page: NOTHING, status: 404 };
  const isPage = file.type === 'text/html';
  const type = /^text\/|json$|javascript$/.test(file.type) ? `${file.type}; charset=utf-8` : file.type;
  return {
    file: file.digest,
    headers: isPage ? release.documentHeaders : { ...release.fileHeaders, 'Content-Type': type },
  };
}

/** The package path that an address means, as an ordinary web server with history routing would read it. */
function fileAt({ files, entry }: OriginWorkerConfig, path: string, isNavigation: boolean): string | undefined {
  const named = decoded(path)?.slice(1);
  if (named === undefined) return undefined;
  const candidates = [named, `${named}index.html`, `${named}/index.html`].filter((name) => Object.hasOwn(files, name));
  if (named === '') return entry;
  const [found] = named.endsWith('/') ? candidates.filter((name) => name !== named) : candidates;
  return found ?? (isNavigation && !NAMES_A_FILE.test(named) ? entry : undefined);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign names no file.
    return undefined;
  }
}
