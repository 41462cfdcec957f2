import type { ErrorMessage } from '../contract/messages.ts';
import type { JsonValue } from '../contract/schema.ts';
import { type ByteSender, createByteSender } from './byte-sender.ts';
import { CallError } from './call-error.ts';
import type { ByteLimits } from './chunk-cost.ts';
import type { Clock } from './clock.ts';
import { type Connection, type Received, weigh } from './connection.ts';
import { createDeadlines } from './deadlines.ts';
import { IncomingCall } from './incoming-call.ts';
import { type Budget, copyPlain } from './plain-copy.ts';
import type { Delivery } from './port.ts';
import { Streamed } from './streamed.ts';

/** One method that the other side may call. */
export interface Method {
  /** Longest time until an answer; `null`: as long as it takes. */
  readonly deadlineMs: number | null;
  /** Makes every check that is about the method, then does the work. Throws or rejects to refuse; may give a `Streamed`. */
  run(args: JsonValue, call: IncomingCall): unknown;
}

export interface ResponderOptions {
  readonly connection: Pick<Connection, 'send' | 'sendChunk' | 'budget'>;
  readonly clock: Clock;
  /** Looked up by own name only, which a Map guarantees. */
  readonly methods: ReadonlyMap<string, Method>;
  readonly callsInFlight: number;
  readonly limits: ByteLimits;
  /** What the other side is told of an error: a code of the closed list, a sentence, and no stack. */
  readonly describe: (error: unknown) => Omit<ErrorMessage, 'type' | 'id'>;
}

/**
 * The side that answers. A call passes: shape and size → in flight → method → the method's own checks → the work.
 * A call keeps its place in flight until its work has really ended, even when nobody waits for the answer any more:
 * otherwise calling and cancelling would start work without bound. An answer that goes on in bytes is work until the last
 * of them is sent, under the same deadline.
 */
export function createResponder({ connection, clock, methods, callsInFlight, limits, describe }: ResponderOptions) {
  const calls = new Map<number, IncomingCall>();
  const bodies = new Map<number, ByteSender>();
  let lastId = 0;
  let ended = false;

  const refuse = (id: number, error: unknown): void => {
    connection.send({ type: 'error', id, ...describe(error) });
  };
  const succeed = (call: IncomingCall, result: unknown): void => {
    if (!call.answer()) return;
    try {
      const { value, size } = weigh(result, connection.budget());
      connection.send({ type: 'result', id: call.id, value }, size);
    } catch (error) {
      refuse(call.id, isTooLarge(error) ? error : new CallError('ERR_BRIDGE_INTERNAL'));
    }
  };
  const fail = (call: IncomingCall, error: unknown): void => {
    if (call.answer()) refuse(call.id, error);
  };
  const keep = (call: IncomingCall, deadlineMs: number): void => {
    calls.set(call.id, call);
    if (deadlineMs !== Number.POSITIVE_INFINITY) deadlines.watch(call.id, deadlineMs);
    if (ended) call.abort();
  };
  const letGo = ({ id }: IncomingCall): void => {
    calls.delete(id);
    deadlines.forget(id);
  };
  /** Sends the result, and then the bytes as credit for them comes. */
  const stream = (call: IncomingCall, { value: result, body }: Streamed): void => {
    const { id } = call;
    const isWanted = call.answer() && !ended;
    const sender = createByteSender({
      id,
      body,
      limits,
      sendChunk: connection.sendChunk,
      onEnd(error) {
        bodies.delete(id);
        letGo(call);
        if (error !== undefined) refuse(id, error);
      },
    });
    bodies.set(id, sender);
    if (!isWanted) {
      sender.cancel();
      return;
    }
    try {
      const { value, size } = weigh(result, connection.budget());
      connection.send({ type: 'result', id, value }, size);
    } catch (error) {
      stopStream(id, isTooLarge(error) ? error : new CallError('ERR_BRIDGE_INTERNAL'));
    }
  };
  /** The other side waits for the end of what it has been given credit for, so it is always told. */
  const stopStream = (id: number, why: unknown): void => {
    const sender = bodies.get(id);
    if (sender === undefined) return;
    sender.cancel();
    bodies.delete(id);
    refuse(id, why);
  };
  const start = (method: Method, args: JsonValue, call: IncomingCall, deadline: number | undefined): void => {
    try {
      const result = method.run(args, call);
      // Work that is done already needs no place in flight and no deadline.
      if (!(result instanceof Promise || result instanceof Streamed)) {
        succeed(call, result);
        return;
      }
      keep(call, Math.min(deadline ?? Number.POSITIVE_INFINITY, method.deadlineMs ?? Number.POSITIVE_INFINITY));
      Promise.resolve(result).then(
        (value: unknown) => {
          if (value instanceof Streamed) {
            stream(call, value);
            return;
          }
          letGo(call);
          succeed(call, value);
        },
        (error: unknown) => {
          letGo(call);
          fail(call, error);
        },
      );
    } catch (error) {
      fail(call, error);
    }
  };
  const deadlines = createDeadlines(clock, (id) => {
    const call = calls.get(id);
    const late = new CallError('ERR_BRIDGE_DEADLINE');
    if (call?.answer()) refuse(id, late);
    stopStream(id, late);
    call?.abort();
  });

  return {
    /** @throws CallError when the message is one that ends the connection */
    onCall({ id, method, args, deadline }: Received<'call'>, budget: Budget, delivery: Delivery): void {
      if (id <= lastId) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      lastId = id;
      let copy: JsonValue;
      try {
        copy = copyPlain(args, budget);
      } catch (error) {
        if (isTooLarge(error)) throw error;
        refuse(id, error);
        return;
      }
      const entry = methods.get(method);
      if (calls.size >= callsInFlight) refuse(id, new CallError('ERR_BRIDGE_BUSY'));
      else if (entry === undefined) refuse(id, new CallError('ERR_BRIDGE_UNKNOWN_METHOD'));
      else start(entry, copy, new IncomingCall(id, delivery), deadline);
    },
    /** The caller no longer waits: it gets no answer, and the work is told. */
    onAbort({ id }: Received<'abort'>): void {
      const call = calls.get(id);
      call?.answer();
      stopStream(id, new CallError('ERR_BRIDGE_ABORTED'));
      call?.abort();
    },
    /**
     * Credit for bytes that have been sent by now has no effect.
     * @throws CallError when the message is one that ends the connection
     */
    onCredit({ id, n }: Received<'credit'>): void {
      if (id === undefined) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      bodies.get(id)?.give(n);
    },
    /** Tells all work under way that its realm has ended. */
    end(): void {
      ended = true;
      deadlines.stop();
      for (const sender of bodies.values()) sender.cancel();
      for (const call of calls.values()) {
        call.answer();
        call.abort();
      }
    },
  };
}

const isTooLarge = (error: unknown): boolean => error instanceof CallError && error.code === 'ERR_BRIDGE_TOO_LARGE';
