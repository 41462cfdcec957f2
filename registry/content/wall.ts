/** The built scripts of app hosts, and the name of the wall that they and the contract's pages make together. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PorticoError, type ReleaseDigest, renderFramePage, renderOriginEnter } from '../../sandbox/contract/index.ts';

/** Texts of the built scripts of isolation level `origin`. */
export interface OriginScripts {
  readonly enter: string;
  readonly worker: string;
  readonly news: string;
  readonly clear: string;
}

export interface Wall {
  /** Text of the built loader of sealed apps. */
  readonly loader: string;
  readonly scripts: OriginScripts;
  /**
   * Names all that is ours in the pages by which apps open: scripts, policies, headers. Browsers keep these pages for
   * ever; the container asks for those of its own build, `…/frame.html?<version>`, so that a new wall reaches every device
   * with it.
   */
  readonly version: string;
}

/**
 * @param folder the build's `dist/frame`
 * @throws PorticoError ERR_CONTENT_NOT_BUILT when the build is not there
 */
export function readWall(folder: string): Wall {
  const read = (name: string): string => {
    const file = join(folder, `${name}.js`);
    try {
      return readFileSync(file, 'utf8');
    } catch (cause) {
      throw new PorticoError('ERR_CONTENT_NOT_BUILT', { detail: file, cause });
    }
  };
  const loader = read('loader');
  const scripts = {
    enter: read('origin-enter'),
    worker: read('origin-worker'),
    news: read('origin-news'),
    clear: read('origin-clear'),
  };
  return { loader, scripts, version: versionOf(loader, scripts) };
}

function versionOf(loader: string, { enter }: OriginScripts): string {
  const containerOrigin = 'https://bank.example';
  const digest = '0'.repeat(64) as ReleaseDigest;
  const domains = { connect: [], image: [], media: [] };
  const pages = [
    renderFramePage({ loader, nonce: '0'.repeat(32), containerOrigin, domains }),
    renderOriginEnter({ code: enter, digest, entry: 'index.html', containerOrigin }),
  ];
  return createHash('sha256').update(JSON.stringify(pages)).digest('base64url').slice(0, 12);
}

/** A page that was asked for as another build's, or as none's, is not kept. */
export function keptAs(version: string, url: string): { readonly 'Cache-Control'?: 'no-store' } {
  return url.slice(url.indexOf('?') + 1) === version ? {} : { 'Cache-Control': 'no-store' };
}
