/**
 * The only script of an `origin` app's entry page: waits for the container's word, brings the release's own worker into
 * force at this origin and leaves for the site. Also used where a later release replaces a running one.
 */
import { isOriginGo, type OriginNews } from '../contract/origin-handshake.ts';

const { container = '', worker = '', start = '/' } = (document.currentScript as HTMLScriptElement).dataset;
/** The host's secret; taken out of the address before the site could read it from a referrer or the history. */
const nonce = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const say = (state: OriginNews['state']): void =>
  parent.postMessage({ portico: 'origin', state, nonce } satisfies OriginNews, container);

addEventListener('message', function receive({ source, origin, data }: MessageEvent<unknown>) {
  if (source !== parent || origin !== container || !isOriginGo(data, nonce)) return;
  removeEventListener('message', receive);
  void open();
});
say('here');

async function open(): Promise<void> {
  if (!('serviceWorker' in navigator)) return say('unsupported');
  try {
    await activeWorker();
  } catch (error) {
    // TypeError: the script could not be fetched. SecurityError and the rest: the browser will have no workers here.
    say(error instanceof TypeError ? 'unreachable' : 'unsupported');
    return;
  }
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  say('starting');
  location.replace(start);
}

/** Resolves once this release's worker, and no other, answers for the origin. */
async function activeWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.register(worker, { scope: '/' });
  if (!(registration instanceof ServiceWorkerRegistration)) throw new DOMException('none', 'NotSupportedError');
  const isOurs = (candidate: ServiceWorker | null): boolean =>
    candidate !== null && new URL(candidate.scriptURL).pathname === worker;
  for (;;) {
    const { installing, waiting, active } = registration;
    if (isOurs(active) && active?.state === 'activated') return;
    const next = [installing, waiting, active].find(isOurs);
    if (!next || next.state === 'redundant') throw new TypeError('the worker could not be installed');
    await new Promise((resolve) => next.addEventListener('statechange', resolve, { once: true }));
  }
}
