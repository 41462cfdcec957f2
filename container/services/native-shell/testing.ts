/** A native app for tests: the other end of the webview protocol, as an Android or an iOS app would offer it. */
import { membersOf } from './webview/protocol.ts';

export interface FakeNative {
  /** Methods asked for, in order, with their arguments. */
  readonly asked: { readonly method: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** Says something that nobody asked for. */
  say(message: unknown): void;
  /** Of the page's window: what `findNativeChannel` looks for. */
  readonly page: Window;
}

type Answer = unknown | ((args: Readonly<Record<string, unknown>>) => unknown);

export const FAILS = Symbol('fails');
/** The native side answers that it could not. */
export const failing = (failure: string): object => ({ [FAILS]: failure });
/** The native side never answers. */
export const SILENT = Symbol('silent');

/**
 * @param system how words travel: an object with `onmessage` (Android), or a handler and a function in the page (iOS)
 * @param answers by method; `hello` is answered for the page's own origin unless given
 */
export function fakeNative(system: 'android' | 'ios', answers: Readonly<Record<string, Answer>>): FakeNative {
  const asked: { method: string; args: Readonly<Record<string, unknown>> }[] = [];
  const window: Record<string, unknown> = { isSecureContext: true, location: { origin: location.origin } };
  window.top = window;
  const hello = { version: 1, origin: location.origin, features: ['scan', 'share', 'step-up', 'memory'] };

  const say = (message: unknown): void => {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    if (system === 'ios') (window.porticoNativeSays as (text: string) => void)(text);
    else (window.porticoNative as { onmessage(event: { data: string }): void }).onmessage({ data: text });
  };
  const postMessage = (text: string): void => {
    const { id, method, args } = membersOf(JSON.parse(text)) as { id: number; method: string; args: object };
    const given = membersOf(args);
    asked.push({ method, args: given });
    const answer: Answer = ({ hello, ...answers } as Readonly<Record<string, Answer>>)[method];
    if (answer === SILENT || method === 'abort') return;
    const value = typeof answer === 'function' ? answer(given) : (answer ?? null);
    const failure = membersOf(value)[FAILS as unknown as string];
    queueMicrotask(() => say({ portico: 1, id, ...(failure ? { ok: false, failure } : { ok: true, value }) }));
  };
  if (system === 'ios') window.webkit = { messageHandlers: { porticoNative: { postMessage } } };
  else window.porticoNative = { postMessage, onmessage: null };
  return { asked, say, page: window as unknown as Window };
}
