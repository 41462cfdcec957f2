import type { ErrorCode } from '../../contract/errors/index.ts';
import { type Quotas, quotas } from '../../contract/quotas.ts';
import type { JsonValue } from '../../contract/schema.ts';
import { CallError } from '../call-error.ts';
import { createCaller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { openConnection } from '../connection.ts';
import { startHeartbeat } from '../heartbeat.ts';
import type { IncomingCall } from '../incoming-call.ts';
import type { Port } from '../port.ts';
import { createRate } from '../rate.ts';
import { createResponder, type Method } from '../responder.ts';
import { type SeenBody, streamingMethods } from './bodies.ts';

interface Seen {
  readonly signals: AbortSignal[];
  readonly release: (() => void)[];
  readonly bodies: SeenBody[];
}

/** Methods that every test of the bridge can call. */
function exampleMethods(seen: Seen): Map<string, Method> {
  const hang = (signal: AbortSignal): Promise<void> => {
    seen.signals.push(signal);
    return new Promise((resolve) => seen.release.push(resolve));
  };
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
    ['hang', method((_, { signal }) => hang(signal).then(() => null))],
    ...streamingMethods(seen.bodies, hang),
  ]);
}

/** A host that answers on one port, as `sandbox/host` builds it, without the frame. */
export function answerOn(port: Port, clock: Clock, changes: Partial<Quotas> = {}) {
  const limits: Quotas = { ...quotas, ...changes };
  const seen = {
    signals: [] as AbortSignal[],
    release: [] as (() => void)[],
    bodies: [] as SeenBody[],
    ended: [] as ErrorCode[],
    pongs: 0,
  };
  const rate = createRate({ perSecond: limits.messagesPerSecond, burst: limits.messageBurst }, clock);
  const connection = openConnection({
    port,
    quotas: limits,
    admit: rate.take,
    listeners: {
      call: (message, budget, delivery) => responder.onCall(message, budget, delivery),
      abort: (message) => responder.onAbort(message),
      credit: (message) => responder.onCredit(message),
      event: () => undefined,
      pong: () => {
        seen.pongs += 1;
        heartbeat.onPong();
      },
    },
    onEnd: (code) => {
      seen.ended.push(code);
      stop();
    },
  });
  const responder = createResponder({
    connection,
    clock,
    callsInFlight: limits.callsInFlight,
    limits,
    methods: exampleMethods(seen),
    describe: (error) =>
      error instanceof CallError
        ? { code: error.code, message: error.message, ...(error.data === undefined ? {} : { data: error.data }) }
        : { code: 'ERR_BRIDGE_INTERNAL', message: 'The container could not finish the call.' },
  });
  const heartbeat = startHeartbeat({
    clock,
    everyMs: limits.pingEveryMs,
    unanswered: limits.pingsUnanswered,
    ping: () => connection.send({ type: 'ping' }),
    onSilence: () => {
      seen.ended.push('ERR_REALM_UNRESPONSIVE');
      end();
    },
    resting: () => false,
  });
  const stop = (): void => {
    heartbeat.stop();
    responder.end();
  };
  /** As a realm ends: work is told, then the port closes. */
  const end = (): void => {
    stop();
    connection.close();
  };
  return { seen, connection, end };
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
      chunk: (message) => caller.onChunk(message),
      event: ({ name, payload }) => events.push({ name, payload }),
    },
    onEnd: (code) => {
      ended.push(code);
      caller.end('ERR_BRIDGE_CLOSED');
    },
  });
  const caller = createCaller({ connection, clock, credits, limits: quotas });
  return { call: caller.call, open: caller.open, connection, events, ended };
}
