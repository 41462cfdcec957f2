/**
 * The sealed frame page: the one document an app's own host serves. It holds nothing but the loader; the app's files
 * arrive as bytes over the port. Pure, so that the registry, the simulator and the tests render the very same page.
 */
export interface FrameDomains {
  readonly connect: readonly string[];
  readonly image: readonly string[];
  readonly media: readonly string[];
}
export interface FramePage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?$/;
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
/**
 * Features of browsers that no mini-app gets: all that a policy can take away but client hints, synchronous requests and
 * unload. Attack 170 compares with the browser's own list. What a browser does not know it passes over with a warning.
 */
export const deniedFeatures = [
  'accelerometer',
  'aria-notify',
  'autoplay',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'deferred-fetch',
  'deferred-fetch-minimal',
  'digital-credentials-create',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'interest-cohort',
  'keyboard-map',
  'language-detector',
  'language-model',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'magnetometer',
  'media-playback-while-not-visible',
  'microphone',
  'midi',
  'on-device-speech-recognition',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'summarizer',
  'translator',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * @param loader text of the built loader (`dist/frame/loader.js`), one classic script
 * @param nonce 16–64 characters of base64url; the page is immutable and holds no text of the app, so the nonce only
 *   tells our script and import map from others and may be the same for every request of one release
 * @param containerOrigin the only origin that may frame the page and that the loader speaks to
 * @param domains origins that the release declares, each `scheme://host[:port]`
 * @throws TypeError when an argument could change the meaning of a header or of the page
 */
export function renderFramePage(page: {
  readonly loader: string;
  readonly nonce: string;
  readonly containerOrigin: string;
  readonly domains: FrameDomains;
}): FramePage {
  const { loader, nonce, containerOrigin, domains } = page;
  const declared = [...new Set([...domains.connect, ...domains.image, ...domains.media])];
  const stray = [containerOrigin, ...declared].find((origin) => !ORIGIN.test(origin));
  if (stray !== undefined) throw new TypeError(`not an origin: ${JSON.stringify(stray)}`);
  if (!NONCE.test(nonce)) throw new TypeError('the nonce must be 16–64 characters of base64url');
  if (/<\/script|<!--/i.test(loader)) throw new TypeError('the loader must not hold an end of script or a comment');

  const sources = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join(' ');
  const policy = [
    // The frame's own attribute says the same; this holds where somebody opens the page without the frame.
    'sandbox allow-scripts allow-forms',
    "default-src 'none'",
    `script-src 'nonce-${nonce}' blob:`,
    "style-src blob: 'unsafe-inline'",
    sources('img-src blob: data:', domains.image),
    'font-src blob: data:',
    sources('media-src blob:', domains.media),
    sources('connect-src blob: data:', domains.connect),
    'worker-src blob:',
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${containerOrigin}`,
  ];
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Connection-Allowlist': `(${sources(
        'response-origin',
        declared.map((origin) => `"${origin}"`),
      )})`,
      'Origin-Agent-Cluster': '?1',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
    html: `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title></title><script nonce="${nonce}" data-container="${containerOrigin}">${loader}</script>`,
  };
}
