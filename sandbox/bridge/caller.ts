import type { ErrorCode } from '../contract/errors/index.ts';
import type { JsonValue } from '../contract/schema.ts';
import { CallError } from './call-error.ts';
import type { Clock } from './clock.ts';
import { type Connection, type Received, weigh } from './connection.ts';
import { createDeadlines } from './deadlines.ts';
import { type Budget, copyPlain } from './plain-copy.ts';

export interface CallerOptions {
  readonly connection: Pick<Connection, 'send' | 'budget'>;
  readonly clock: Clock;
  /** Calls that may be in flight until the other side says otherwise. */
  readonly credits: number;
}

/** The side that asks: ids, answers, deadlines, cancelling, and never more calls in flight than it has credit for. */
export function createCaller({ connection, clock, credits }: CallerOptions) {
  interface Pending {
    resolve(value: JsonValue): void;
    reject(error: CallError): void;
    release: (() => void) | undefined;
  }
  const pending = new Map<number, Pending>();
  let allowed = credits;
  let lastId = 0;
  let ended: ErrorCode | undefined;

  const settle = (id: number): Pending | undefined => {
    const call = pending.get(id);
    if (call === undefined) return undefined;
    pending.delete(id);
    deadlines.forget(id);
    call.release?.();
    return call;
  };
  const giveUp = (id: number, code: ErrorCode): void => {
    const call = settle(id);
    if (call === undefined) return;
    connection.send({ type: 'abort', id });
    call.reject(new CallError(code));
  };
  const deadlines = createDeadlines(clock, (id) => giveUp(id, 'ERR_BRIDGE_DEADLINE'));

  return {
    /**
     * @param deadlineMs how long to wait; `null` waits as long as the other side does
     * @throws CallError (as a rejection) with the code the other side gave, or BUSY, TOO_LARGE, BAD_ARGUMENTS,
     *   DEADLINE, ABORTED or CLOSED of ERR_BRIDGE
     */
    call(method: string, args: unknown, deadlineMs: number | null, signal?: AbortSignal): Promise<JsonValue> {
      return new Promise((resolve, reject) => {
        if (ended !== undefined) throw new CallError('ERR_BRIDGE_CLOSED');
        if (signal?.aborted) throw new CallError('ERR_BRIDGE_ABORTED');
        if (pending.size >= allowed) throw new CallError('ERR_BRIDGE_BUSY');
        const { value, size } = weigh(args, connection.budget());
        lastId += 1;
        const id = lastId;
        let release: (() => void) | undefined;
        if (signal !== undefined) {
          const abort = (): void => giveUp(id, 'ERR_BRIDGE_ABORTED');
          signal.addEventListener('abort', abort, { once: true });
          release = () => signal.removeEventListener('abort', abort);
        }
        pending.set(id, { resolve, reject, release });
        if (deadlineMs === null) {
          connection.send({ type: 'call', id, method, args: value }, size);
        } else {
          deadlines.watch(id, deadlineMs);
          connection.send({ type: 'call', id, method, args: value, deadline: Math.ceil(deadlineMs) }, size);
        }
      });
    },
    /** Answers to calls that were given up, or never made, have no effect. */
    onResult({ id, value }: Received<'result'>, budget: Budget): void {
      settle(id)?.resolve(copyPlain(value, budget));
    },
    onError({ id, code, message, data }: Received<'error'>, budget: Budget): void {
      settle(id)?.reject(new CallError(code, message, data === undefined ? undefined : copyPlain(data, budget)));
    },
    onCredit({ n }: Received<'credit'>): void {
      allowed = n;
    },
    /** Rejects everything in flight and every later call. */
    end(code: ErrorCode): void {
      ended ??= code;
      deadlines.stop();
      for (const id of [...pending.keys()]) settle(id)?.reject(new CallError(code));
    },
  };
}
