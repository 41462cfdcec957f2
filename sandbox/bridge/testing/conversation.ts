import type { ErrorCode } from '../../contract/errors/index.ts';
import { type Quotas, quotas } from '../../contract/quotas.ts';
import type { JsonValue } from '../../contract/schema.ts';
import { CallError } from '../call-error.ts';
import { createCaller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { openConnection } from '../connection.ts';
import type { IncomingCall } from '../incoming-call.ts';
import type { Port } from '../port.ts';
import { createRate } from '../rate.ts';
import { createResponder, type Method } from '../responder.ts';

/** Methods that every test of the bridge can call. */
export function exampleMethods(seen: { signals: AbortSignal[]; release: (() => void)[] }): Map<string, Method> {
  const method = (
    run: (args: JsonValue, call: IncomingCall) => unknown,
    deadlineMs: number | null = 30_000,
  ): Method => ({
    run,
    deadlineMs,
  });
  return new Map([
    ['echo', method((args) => args)],
    ['later', method(async (args) => args)],
    [
      'refuse',
      method(() => {
        throw new CallError('ERR_BRIDGE_NOT_GRANTED', 'no', { asked: 'twice' });
      }),
    ],
    [
      'crash',
      method(async () => {
        throw new Error('secret at /srv/secret.ts:1');
      }),
    ],
    ['unsayable', method(() => new Map())],
    [
      'hang',
      method((_, call) => {
        seen.signals.push(call.signal);
        return new Promise((resolve) => seen.release.push(() => resolve(null)));
      }),
    ],
    ['forever', method(() => new Promise(() => undefined), null)],
  ]);
}

/** A host that answers on one port, as `sandbox/host` builds it, without the frame. */
export function answerOn(port: Port, clock: Clock, changes: Partial<Quotas> = {}) {
  const limits: Quotas = { ...quotas, ...changes };
  const seen = { signals: [] as AbortSignal[], release: [] as (() => void)[], ended: [] as ErrorCode[] };
  const rate = createRate({ perSecond: limits.messagesPerSecond, burst: limits.messageBurst }, clock);
  const connection = openConnection({
    port,
    quotas: limits,
    admit: rate.take,
    listeners: {
      call: (message, budget, delivery) => responder.onCall(message, budget, delivery),
      abort: (message) => responder.onAbort(message),
      event: () => undefined,
      pong: () => undefined,
    },
    onEnd: (code) => {
      seen.ended.push(code);
      responder.end();
    },
  });
  const responder = createResponder({
    connection,
    clock,
    callsInFlight: limits.callsInFlight,
    methods: exampleMethods(seen),
    describe: (error) =>
      error instanceof CallError
        ? { code: error.code, message: error.message, ...(error.data === undefined ? {} : { data: error.data }) }
        : { code: 'ERR_BRIDGE_INTERNAL', message: 'The container could not finish the call.' },
  });
  return { ...seen, connection };
}

/** A guest that asks on one port, as `sandbox/guest` builds it. */
export function askOn(port: Port, clock: Clock, credits: number = quotas.callsInFlight) {
  const events: { readonly name: string; readonly payload: unknown }[] = [];
  const ended: ErrorCode[] = [];
  const connection = openConnection({
    port,
    quotas,
    listeners: {
      result: (message, budget) => caller.onResult(message, budget),
      error: (message, budget) => caller.onError(message, budget),
      credit: (message) => caller.onCredit(message),
      event: ({ name, payload }) => events.push({ name, payload }),
    },
    onEnd: (code) => {
      ended.push(code);
      caller.end('ERR_BRIDGE_CLOSED');
    },
  });
  const caller = createCaller({ connection, clock, credits });
  return { call: caller.call, connection, events, ended };
}
