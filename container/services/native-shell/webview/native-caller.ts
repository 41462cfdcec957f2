/** Questions to the native side and their answers, matched by id; each with a deadline, so that none waits for ever. */
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import type { NativeChannel } from './channel.ts';
import { failures, type NativeMethod, type NativeRequest, parseFromNative } from './protocol.ts';

const DEADLINE_MS = 20_000;

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** `null`: the native side shows something and the customer takes their time. */
  readonly deadlineMs?: number | null;
}
export interface NativeCaller {
  /** ERR_CAPABILITY_NATIVE when no answer comes; the failure the native side names; ERR_BRIDGE_ABORTED. */
  ask(method: NativeMethod, args?: Readonly<Record<string, unknown>>, options?: AskOptions): Promise<unknown>;
  /** Returns a function that stops. */
  on(event: string, heard: (payload: unknown) => void): () => void;
}

export function createNativeCaller(channel: NativeChannel): NativeCaller {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: PorticoError): void }>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let lastId = 0;

  channel.listen((text) => {
    const said = parseFromNative(text);
    if (said === undefined) return;
    if ('event' in said) {
      for (const heard of listeners.get(said.event) ?? []) heard(said.payload);
      return;
    }
    // An id that nobody waits for: answered already, given up, or guessed.
    const question = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.ok) question?.resolve(said.value);
    else question?.reject(new PorticoError(failures[said.failure]));
  });

  const send = (method: NativeMethod, args: Readonly<Record<string, unknown>>): number => {
    lastId += 1;
    const request: NativeRequest = { portico: 1, id: lastId, method, args };
    channel.send(JSON.stringify(request));
    return lastId;
  };

  return {
    ask(method, args = {}, { signal, deadlineMs = DEADLINE_MS } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new PorticoError('ERR_BRIDGE_ABORTED'));
        const id = send(method, args);
        const late = deadlineMs === null ? undefined : setTimeout(() => fail('ERR_CAPABILITY_NATIVE'), deadlineMs);
        const abandon = (): void => {
          send('abort', { id });
          fail('ERR_BRIDGE_ABORTED');
        };
        const settle = (): void => {
          waiting.delete(id);
          clearTimeout(late);
          signal?.removeEventListener('abort', abandon);
        };
        const fail = (code: 'ERR_CAPABILITY_NATIVE' | 'ERR_BRIDGE_ABORTED'): void => {
          settle();
          reject(new PorticoError(code));
        };
        signal?.addEventListener('abort', abandon, { once: true });
        waiting.set(id, {
          resolve(value) {
            settle();
            resolve(value);
          },
          reject(error) {
            settle();
            reject(error);
          },
        });
      });
    },
    on(event, heard) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(heard));
      return () => all.delete(heard);
    },
  };
}
