/**
 * What crosses between the container's page and the bank's native app, as JSON text. The page asks and the native side
 * answers by id; events go one way, to the page. Both sides take the other's words as unknown until they are read.
 */
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import type { NativeFeature } from '../native-device.ts';

export const PROTOCOL_VERSION = 1;

/** Methods the native side must have; those of a feature only when it names the feature in its answer to `hello`. */
export type NativeMethod =
  | 'hello'
  | 'abort'
  | 'takeHandoffCode'
  | 'setChromeColour'
  | 'locate'
  | 'network'
  | 'copyText'
  | 'dial'
  | 'vibrate'
  | 'haptic'
  | 'openUrl'
  | 'saveImage'
  | 'share'
  | 'scan'
  | 'stepUp';

export interface NativeRequest {
  readonly portico: 1;
  /** Rises by one with each request of a page. */
  readonly id: number;
  readonly method: NativeMethod;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Why the native side could not: what the system or the customer said, never a sentence to show. */
export const failures = {
  denied: 'ERR_CAPABILITY_DENIED',
  unsupported: 'ERR_CAPABILITY_UNSUPPORTED',
  unavailable: 'ERR_CAPABILITY_UNAVAILABLE',
  cancelled: 'ERR_CAPABILITY_CANCELLED',
} as const;

export type NativeReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: keyof typeof failures };
export interface NativeEvent {
  readonly event: string;
  readonly payload: unknown;
}

type Members = Readonly<Record<string, unknown>>;
export const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

/** `undefined` for anything that is not of this protocol. */
export function parseFromNative(text: unknown): NativeReply | NativeEvent | undefined {
  if (typeof text !== 'string') return undefined;
  const { portico, id, ok, value, failure, event, payload } = membersOf(parseJson(text));
  if (portico !== PROTOCOL_VERSION) return undefined;
  if (typeof event === 'string') return { event, payload };
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return undefined;
  if (ok === true) return { id, ok, value };
  const known = typeof failure === 'string' && Object.hasOwn(failures, failure);
  return { id, ok: false, failure: known ? (failure as keyof typeof failures) : 'unavailable' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not of this protocol; the native app may speak of other things on the same channel
  }
}

/**
 * What the native side can do, once it has proved to be meant for this page: it names the origin it was built to host, so
 * that a page it was led to, or a container moved elsewhere, gets nothing from it.
 */
export function parseHello(value: unknown, origin: string): ReadonlySet<NativeFeature> {
  const { version, origin: hosted, features } = membersOf(value);
  if (version !== PROTOCOL_VERSION || hosted !== origin || !Array.isArray(features)) {
    throw new PorticoError('ERR_CAPABILITY_NATIVE', { detail: 'It is not the app that hosts this page.' });
  }
  const all: readonly NativeFeature[] = ['scan', 'share', 'step-up', 'memory'];
  return new Set(all.filter((feature) => features.includes(feature)));
}
