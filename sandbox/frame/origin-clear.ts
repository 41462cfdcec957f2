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

/** Every cookie that can be seen, of whatever kind: for the common domain, partitioned, without a name. */
function removeCookies(): void {
  const domains = ['', ...parentsOf(location.hostname).map((domain) => `; Domain=${domain}`)];
  // Names that begin with `__Host-` can be touched by secure cookies alone.
  const kinds = domains.flatMap((domain) => ['', '; Secure', '; Secure; Partitioned'].map((kind) => domain + kind));
  for (const folder of JSON.parse(folders) as string[]) {
    history.replaceState(null, '', folder);
    for (const pair of document.cookie.split('; ')) {
      const name = pair.includes('=') ? pair.split('=')[0] : '';
      for (const path of [folder, folder.slice(0, -1) || '/']) {
        for (const kind of kinds) {
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
          document.cookie = `${name}=gone; Path=${path}${kind}; Max-Age=0`;
        }
      }
    }
  }
}

/** `a.b.example` → `b.example`, `example`; the browser passes over those that nobody may set a cookie for. */
function parentsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(1).map((_label, index) => labels.slice(index + 1).join('.'));
}
