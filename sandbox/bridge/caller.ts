import type { ErrorCode } from '../contract/errors/index.ts';
import type { JsonValue } from '../contract/schema.ts';
import { type ByteReceiver, createByteReceiver } from './byte-receiver.ts';
import { CallError } from './call-error.ts';
import type { ByteLimits } from './chunk-cost.ts';
import type { Clock } from './clock.ts';
import { type Connection, type Received, weigh } from './connection.ts';
import { createDeadlines } from './deadlines.ts';
import { type Budget, copyPlain } from './plain-copy.ts';

export interface CallerOptions {
  readonly connection: Pick<Connection, 'send' | 'budget'>;
  readonly clock: Clock;
  /** Calls that may be in flight until the other side says otherwise. */
  readonly credits: number;
  readonly limits: ByteLimits;
}

export interface StreamedAnswer {
  readonly value: JsonValue;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

interface Pending {
  answer(value: JsonValue): void;
  reject(error: CallError): void;
}

/** The side that asks: ids, answers, deadlines, cancelling, and never more calls in flight than it has credit for. */
export function createCaller({ connection, clock, credits, limits }: CallerOptions) {
  const pending = new Map<number, Pending>();
  /** Answers whose bytes are on their way. One that is given up stays until the other side has said its last word. */
  const bodies = new Map<number, ByteReceiver>();
  /** What ends the wait for an AbortSignal. */
  const releases = new Map<number, () => void>();
  let allowed = credits;
  let lastId = 0;
  let ended: ErrorCode | undefined;

  const stopWatching = (id: number): void => {
    deadlines.forget(id);
    releases.get(id)?.();
    releases.delete(id);
  };
  const settle = (id: number): Pending | undefined => {
    const call = pending.get(id);
    if (call === undefined) return undefined;
    pending.delete(id);
    stopWatching(id);
    return call;
  };
  const giveUp = (id: number, code: ErrorCode): void => {
    connection.send({ type: 'abort', id });
    const error = new CallError(code);
    settle(id)?.reject(error);
    bodies.get(id)?.fail(error);
    stopWatching(id);
  };
  const deadlines = createDeadlines(clock, (id) => giveUp(id, 'ERR_BRIDGE_DEADLINE'));

  const begin = (
    method: string,
    args: unknown,
    deadlineMs: number | null,
    signal: AbortSignal | undefined,
    makePending: (id: number) => Pending,
  ): void => {
    if (ended !== undefined) throw new CallError('ERR_BRIDGE_CLOSED');
    if (signal?.aborted) throw new CallError('ERR_BRIDGE_ABORTED');
    if (pending.size + bodies.size >= allowed) throw new CallError('ERR_BRIDGE_BUSY');
    const { value, size } = weigh(args, connection.budget());
    lastId += 1;
    const id = lastId;
    if (signal !== undefined) {
      const abort = (): void => giveUp(id, 'ERR_BRIDGE_ABORTED');
      signal.addEventListener('abort', abort, { once: true });
      releases.set(id, () => signal.removeEventListener('abort', abort));
    }
    pending.set(id, makePending(id));
    if (deadlineMs === null) {
      connection.send({ type: 'call', id, method, args: value }, size);
    } else {
      deadlines.watch(id, deadlineMs);
      connection.send({ type: 'call', id, method, args: value, deadline: Math.ceil(deadlineMs) }, size);
    }
  };
  const receiveBody = (id: number): StreamedAnswer['body'] => {
    const receiver = createByteReceiver({
      limits,
      grant: (n) => connection.send({ type: 'credit', id, n }),
      onCancel() {
        connection.send({ type: 'abort', id });
        stopWatching(id);
      },
    });
    bodies.set(id, receiver);
    return receiver.body;
  };

  return {
    /**
     * @param deadlineMs how long to wait; `null` waits as long as the other side does
     * @throws CallError (as a rejection) with the code the other side gave, or BUSY, TOO_LARGE, BAD_ARGUMENTS,
     *   DEADLINE, ABORTED or CLOSED of ERR_BRIDGE
     */
    call(method: string, args: unknown, deadlineMs: number | null, signal?: AbortSignal): Promise<JsonValue> {
      return new Promise((resolve, reject) => {
        begin(method, args, deadlineMs, signal, (id) => ({
          answer(value) {
            settle(id);
            resolve(value);
          },
          reject,
        }));
      });
    },
    /**
     * Calls a method whose answer goes on in bytes. Deadline and signal hold until the last of them has come; where one
     * of them or the other side ends it early, the body fails with the same errors as a call.
     */
    open(method: string, args: unknown, deadlineMs: number | null, signal?: AbortSignal): Promise<StreamedAnswer> {
      return new Promise((resolve, reject) => {
        begin(method, args, deadlineMs, signal, (id) => ({
          answer(value) {
            pending.delete(id);
            resolve({ value, body: receiveBody(id) });
          },
          reject,
        }));
      });
    },
    /** Answers to calls that were given up, or never made, have no effect. */
    onResult({ id, value }: Received<'result'>, budget: Budget): void {
      const copy = copyPlain(value, budget);
      pending.get(id)?.answer(copy);
    },
    onError({ id, code, message, data }: Received<'error'>, budget: Budget): void {
      const error = new CallError(code, message, data === undefined ? undefined : copyPlain(data, budget));
      settle(id)?.reject(error);
      if (!bodies.has(id)) return;
      bodies.get(id)?.fail(error);
      bodies.delete(id);
      stopWatching(id);
    },
    onCredit({ id, n }: Received<'credit'>): void {
      // What this side sends has no bytes after it.
      if (id !== undefined) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      allowed = n;
    },
    /** Unlike an answer, a chunk that nobody asked for is a fault: the other side sends none without credit. */
    onChunk(chunk: Received<'chunk'>): void {
      const body = bodies.get(chunk.id);
      if (body === undefined) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      if (!body.take(chunk)) return;
      bodies.delete(chunk.id);
      stopWatching(chunk.id);
    },
    /** Rejects everything in flight and every later call. */
    end(code: ErrorCode): void {
      ended ??= code;
      deadlines.stop();
      for (const id of [...pending.keys()]) settle(id)?.reject(new CallError(code));
      for (const [id, body] of bodies) {
        body.fail(new CallError(code));
        stopWatching(id);
      }
      bodies.clear();
    },
  };
}
