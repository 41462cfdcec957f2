/** The host page of the memory and the responsiveness bench: opens guests with the product's host code, or plainly. */
import { type AppId, methods, PorticoError, type ReleaseDigest } from '../../contract/index.ts';
import { openRealm } from '../../host/index.ts';
import type { CapabilityHandlers } from '../../host/realm.ts';
import type { GuestWord } from './drive.ts';

/** An app in the bench meets what it meets in a plain iframe: nobody who answers its calls, but for the one that pings. */
const nobody = (): never => {
  throw new PorticoError('ERR_BRIDGE_HANDSHAKE');
};
const handlers = {
  ...Object.fromEntries(Object.keys(methods).map((name) => [name, nobody])),
  'storage.get': ({ key }: { readonly key: string }) => ({ value: key }),
} as unknown as CapabilityHandlers;

const painted: (() => void)[] = [];
const nextPaint = (): Promise<void> => new Promise((resolve) => painted.push(resolve));
let pings: { readonly beganAt: number; readonly took: number }[] = [];

addEventListener('message', ({ data, source }: MessageEvent<GuestWord | undefined>) => {
  if (data?.bench === 'painted') painted.shift()?.();
  if (data?.bench === 'pinged') pings.push({ beganAt: performance.now() - data.took, took: data.took });
  if (data?.bench === 'ping') source?.postMessage('pong', { targetOrigin: '*' });
});

function newPlace(): HTMLElement {
  const place = document.createElement('div');
  Object.assign(place.style, { width: '390px', height: '160px' });
  document.body.append(place);
  return place;
}

window.hostDrive = {
  async sealed(name, frameUrl, types) {
    const files = await Promise.all(
      Object.entries(types).map(async ([path, type]) => {
        const response = await fetch(`/files/${name}/${path}`);
        if (!response.ok) throw new TypeError(`${path} of ${name}: ${response.status}`);
        return [path, { type, bytes: await response.arrayBuffer() }] as const;
      }),
    );
    const seen = nextPaint();
    openRealm({
      mount: newPlace(),
      frameUrl,
      release: {
        appId: `com.example.${name}` as AppId,
        digest: '0'.repeat(64) as ReleaseDigest,
        entry: 'index.html',
        capabilities: ['storage'],
      },
      files: new Map(files),
      handlers,
      consent: () => true,
      title: name,
      onState: (state) => {
        if (state.phase === 'failed') reportError(new Error(`the realm of ${name} failed: ${state.code}`));
      },
    });
    await seen;
  },
  async plain(url) {
    const seen = nextPaint();
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    Object.assign(frame.style, { display: 'block', width: '100%', height: '100%', border: '0' });
    frame.src = url;
    newPlace().append(frame);
    await seen;
  },
  async lateness(forMs) {
    const late: number[] = [];
    let last = performance.now();
    const until = last + forMs;
    while (last < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = performance.now();
      late.push(now - last - 10);
      last = now;
    }
    return late;
  },
  pings(forMs) {
    const since = performance.now() - forMs;
    const counted = pings.filter(({ beganAt }) => beganAt >= since);
    pings = [];
    return counted.map(({ took }) => took);
  },
};
