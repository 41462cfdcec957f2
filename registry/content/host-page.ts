/**
 * Headers of the container's own files. `frame-src` is what stops a mini-app from navigating its frame to an
 * attacker (CSP has no navigate-to); Trusted Types are what keeps partner words from becoming markup.
 */
import { deniedFeatures } from '../../sandbox/contract/frame-page.ts';

interface Origins {
  readonly contentScheme: string;
  readonly contentDomain: string;
}

/** Given to the container's own page; every other feature that browsers know is switched off below. */
const ALLOWED = [
  'camera',
  'clipboard-write',
  'geolocation',
  // Without it Chromium never plays the camera's picture in the scanner.
  'media-playback-while-not-visible',
  'publickey-credentials-create',
  'publickey-credentials-get',
];
const REFUSED = deniedFeatures.filter((feature) => !ALLOWED.includes(feature));

/** The container's documents. */
export function hostPageHeaders({ contentScheme, contentDomain }: Origins): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      'trusted-types lit-html portico-url',
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "connect-src 'self'",
      "font-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      `frame-src ${contentScheme}://*.${contentDomain}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': [
      ...ALLOWED.map((feature) => `${feature}=(self)`),
      ...REFUSED.map((feature) => `${feature}=()`),
    ].join(', '),
    'Cache-Control': 'no-cache',
  };
}

/** Scripts, styles and pictures. The policy counts where the script is a worker, which does not inherit the page's. */
export const hostFileHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cache-Control': 'no-cache',
};

/**
 * The one file that may compile WebAssembly: our worker that reads codes. A worker lives by the policy of its own
 * response, so the page and every other worker stay without.
 */
export const scanningWorkerHeaders: Readonly<Record<string, string>> = {
  ...hostFileHeaders,
  'Content-Security-Policy': (hostFileHeaders['Content-Security-Policy'] ?? '').replace(
    "script-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
  ),
};
/** By the name that vite gives it. */
export const isScanningWorker = (path: string): boolean => /^\/assets\/scanning-[\w-]+\.js$/.test(path);

/** Vite names these files by their contents. */
export const FOREVER = 'public, max-age=31536000, immutable';
