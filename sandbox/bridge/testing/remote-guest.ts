/** A guest in another realm, driven over a port of its own that the bridge under test knows nothing of. */
import type { ErrorCode } from '../../contract/errors/index.ts';
import type { JsonValue } from '../../contract/schema.ts';
import { CallError } from '../call-error.ts';
import { messagePort } from '../message-port.ts';
import { createGuest, type Guest, type GuestOptions } from './guest.ts';

type Command =
  | { readonly n: number; readonly do: 'meet'; readonly guest: number; readonly options: GuestOptions }
  | { readonly n: number; readonly do: keyof Guest; readonly guest: number; readonly args: readonly unknown[] }
  | { readonly n: number; readonly do: 'abort' };
interface Failure {
  readonly code?: ErrorCode;
  readonly message: string;
  readonly data?: JsonValue | undefined;
  readonly stack: string | undefined;
}
type Reply = { readonly n: number; readonly value: unknown } | { readonly n: number; readonly failure: Failure };

/** Stands for an AbortSignal, which cannot cross. */
const SIGNAL = 'the signal of this command';

/** The realm's side: does what it is told until the realm ends. */
export function obey(control: MessagePort): void {
  const guests = new Map<number, Guest>();
  const aborts = new Map<number, AbortController>();
  const run = (command: Exclude<Command, { do: 'abort' }>, [port]: readonly MessagePort[]): unknown => {
    if ('options' in command) {
      if (port === undefined) throw new TypeError('a meeting needs a port');
      const withPort = (message: unknown): void => port.postMessage(message, [new MessageChannel().port1]);
      guests.set(command.guest, createGuest(messagePort(port), withPort, command.options));
      return undefined;
    }
    const guest = guests.get(command.guest);
    if (guest === undefined) throw new TypeError('there is no such guest');
    const controller = new AbortController();
    aborts.set(command.n, controller);
    const args = command.args.map((arg) => (arg === SIGNAL ? controller.signal : arg));
    return (guest[command.do] as (...args: unknown[]) => unknown)(...args);
  };
  control.addEventListener('message', async ({ data, ports }: MessageEvent<Command>) => {
    if (data.do === 'abort') {
      aborts.get(data.n)?.abort();
      return;
    }
    try {
      control.postMessage({ n: data.n, value: await run(data, ports) } satisfies Reply);
    } catch (error) {
      const { message, stack } = error as Error;
      const failure =
        error instanceof CallError ? { code: error.code, message, data: error.data, stack } : { message, stack };
      control.postMessage({ n: data.n, failure } satisfies Reply);
    }
  });
  control.start();
}

/** The test's side. */
export function command(control: MessagePort) {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  control.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.n)?.(data);
    waiting.delete(data.n);
  });
  control.start();

  const send = (words: Omit<Extract<Command, { guest: number }>, 'n'>, ports: MessagePort[], signal?: AbortSignal) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      const n = last;
      waiting.set(n, (reply) => ('value' in reply ? resolve(reply.value) : reject(faultOf(reply.failure))));
      signal?.addEventListener('abort', () => control.postMessage({ n, do: 'abort' } satisfies Command));
      control.postMessage({ n, ...words }, ports);
    });

  return async (guest: number, port: MessagePort, options: GuestOptions): Promise<Guest> => {
    await send({ do: 'meet', guest, options } as never, [port]);
    const doing =
      (what: keyof Guest) =>
      (...args: unknown[]): Promise<never> => {
        const signal = args.find((arg) => arg instanceof AbortSignal);
        const sent = args.map((arg) => (arg === signal && arg !== undefined ? SIGNAL : arg));
        return send({ do: what, guest, args: sent } as never, [], signal) as Promise<never>;
      };
    return {
      call: doing('call'),
      callTogether: doing('callTogether'),
      open: doing('open'),
      read: doing('read'),
      cancel: doing('cancel'),
      post: doing('post'),
      postPort: doing('postPort'),
      seen: doing('seen'),
    };
  };
}

function faultOf({ code, message, data, stack }: Failure): Error {
  const error = code === undefined ? new Error(message) : new CallError(code, message, data);
  if (stack !== undefined) error.stack = stack;
  return error;
}
