/**
 * The script of the page that wipes an `origin` app's storage, at the container's word only: whoever else opens this page
 * must not destroy what a customer keeps. Cookies it removes by hand, at every folder of the release: the header's
 * `cookies` would reach the bank's own, which are of the same registrable domain.
 */
import { CLEARING_HEADER, isOriginGo, type OriginNews } from '../contract/origin-handshake.ts';

const { container = '', cleared = '', folders = '[]' } = (document.currentScript as HTMLScriptElement).dataset;
const nonce = location.hash.slice(1);

const say = (state: OriginNews['state']): void =>
  parent.postMessage({ portico: 'origin', state, nonce } satisfies OriginNews, container);

addEventListener('message', function receive({ source, origin, data }: MessageEvent<unknown>) {
  if (source !== parent || origin !== container || !isOriginGo(data, nonce)) return;
  removeEventListener('message', receive);
  void clear();
});
say('here');

async function clear(): Promise<void> {
  removeCookies();
  try {
    const { ok } = await fetch(cleared, { headers: { [CLEARING_HEADER]: '1' }, cache: 'no-store', redirect: 'error' });
    say(ok ? 'cleared' : 'unreachable');
  } catch {
    // Offline: the container tries again before it opens the app.
    say('unreachable');
  }
}

function removeCookies(): void {
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
}
