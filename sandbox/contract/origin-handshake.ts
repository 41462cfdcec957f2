/**
 * What passes between the windows of an `origin` app and the container. Three of our own pages speak: the entry page
 * (which waits for the container's word before it lets the site in, so that no other app can lead its frame here), the
 * stray page and the clearing page. The site itself may speak once a document, when it bundles the kit: it offers
 * nothing and asks for a port, and the browser vouches for its window and origin.
 */
import { BRIDGE_VERSION } from './messages.ts';

/** From our own pages. */
export interface OriginNews {
  readonly portico: 'origin';
  /**
   * `here`: the page waits for the container's word. `starting`: the next document is the site's. `unsupported`: no service worker can be
   * had. `unreachable`: it could not be fetched. `stray`: the frame went where it may not. `replaced`: a newer release
   * took over. `cleared`: the storage is empty. `present`, `absent`: a document of the site is open, or none.
   */
  readonly state: (typeof states)[number];
  /** The secret of the frame's address; empty where the page has none. */
  readonly nonce: string;
}

const states = [
  'here',
  'starting',
  'unsupported',
  'unreachable',
  'stray',
  'replaced',
  'cleared',
  'present',
  'absent',
] as const;

/** The container's word to the entry page and to the clearing page. */
export interface OriginGo {
  readonly portico: 'go';
  readonly nonce: string;
}

/**
 * The request that wipes a site must carry it. No other origin can send it without being asked for leave first (CORS), so
 * a link, a picture or another site's frame wipes nothing; the clearing page sends it at the container's word.
 */
export const CLEARING_HEADER = 'portico-clear';

/** A site that bundles the kit asks for its port. The nonce is the guest's own and comes back with the port. */
export interface GuestHello {
  readonly portico: 'guest';
  readonly versions: readonly number[];
  readonly nonce: string;
}

/** Travels with exactly one MessagePort. */
export interface GuestPort {
  readonly portico: 'port';
  readonly version: number;
  readonly nonce: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const NONCE = /^[A-Za-z0-9-]{16,64}$/;

/** `undefined` for anything but news from one of our own pages. */
export function parseOriginNews(data: unknown): OriginNews | undefined {
  if (!isRecord(data) || data.portico !== 'origin' || typeof data.nonce !== 'string') return undefined;
  const state = states.find((known) => known === data.state);
  return state && { portico: 'origin', state, nonce: data.nonce };
}

/** `undefined` for anything but a guest's greeting. */
export function parseGuestHello(data: unknown): GuestHello | undefined {
  if (!isRecord(data) || data.portico !== 'guest') return undefined;
  const { versions, nonce } = data;
  if (typeof nonce !== 'string' || !NONCE.test(nonce)) return undefined;
  if (!Array.isArray(versions) || versions.length > 16 || !versions.every(Number.isSafeInteger)) return undefined;
  return { portico: 'guest', versions, nonce };
}

export const isOriginGo = (data: unknown, nonce: string): data is OriginGo =>
  isRecord(data) && data.portico === 'go' && data.nonce === nonce;

export const isGuestPort = (data: unknown, nonce: string): data is GuestPort =>
  isRecord(data) && data.portico === 'port' && data.nonce === nonce && data.version === BRIDGE_VERSION;
