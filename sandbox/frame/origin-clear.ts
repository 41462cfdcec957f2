/**
 * The script of the page whose headers have just wiped an `origin` app's storage. Cookies it removes by hand, at every
 * folder of the release: the header's `cookies` would reach the bank's own, which are of the same registrable domain.
 */
import type { OriginNews } from '../contract/origin-handshake.ts';

const { container = '', folders = '[]' } = (document.currentScript as HTMLScriptElement).dataset;
const nonce = location.hash.slice(1);
for (const folder of JSON.parse(folders) as string[]) {
  history.replaceState(null, '', folder);
  for (const pair of document.cookie.split('; ')) {
    const name = pair.split('=')[0] ?? '';
    for (const path of [folder, folder.slice(0, -1) || '/']) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
      document.cookie = `${name}=; Path=${path}; Max-Age=0`;
    }
  }
}
parent.postMessage({ portico: 'origin', state: 'cleared', nonce } satisfies OriginNews, container);
