import {
  assertVersion,
  CallError,
  type Clock,
  copyPlain,
  createCaller,
  messagePort,
  openConnection,
  type Port,
} from '../bridge/index.ts';
import { deadlines, streaming } from '../contract/generated/deadlines.ts';
import { quotas } from '../contract/quotas.ts';
import type { JsonValue } from '../contract/schema.ts';
import type { HandOver } from './hand-over.ts';
import type { CallOptions, Portico } from './portico.ts';
import { isTapped } from './tapped.ts';

type Listener = (payload: JsonValue) => void;
type Ask = (method: string, args: unknown, deadlineMs: number | null, signal?: AbortSignal) => Promise<unknown>;

/**
 * The SDK over a port that is asked for only when the app first needs it: importing the SDK does nothing.
 * @param take gives the port; throws CallError where there is no container
 */
export function createPortico(take: () => Port, clock: Clock): Portico {
  const listeners = new Map<string, Set<Listener>>();
  let ask: Ask | undefined;

  const onEvent = (name: string, payload: JsonValue): void => {
    for (const listener of listeners.get(name) ?? []) {
      try {
        listener(payload);
      } catch (error) {
        // A listener's fault is the app's to see, and no reason to end the connection or to skip the other listeners.
        reportError(error);
      }
    }
  };
  const connect = (): Ask => {
    if (ask !== undefined) return ask;
    const connection = openConnection({
      port: take(),
      quotas,
      listeners: {
        result: (message, budget) => caller.onResult(message, budget),
        error: (message, budget) => caller.onError(message, budget),
        credit: (message) => caller.onCredit(message),
        chunk: (message) => caller.onChunk(message),
        event: (message, budget) => onEvent(message.name, copyPlain(message.payload, budget)),
      },
      onEnd: () => caller.end('ERR_BRIDGE_CLOSED'),
    });
    const caller = createCaller({ connection, clock, credits: quotas.callsInFlight, limits: quotas });
    ask = (method, ...how) =>
      streaming.has(method)
        ? caller.open(method, ...how).then(({ value, body }) => ({ ...(value as object), body }))
        : caller.call(method, ...how);
    return ask;
  };

  const families: Record<string, Record<string, unknown>> = {};
  for (const [method, limit] of Object.entries(deadlines)) {
    const [family = '', verb = ''] = method.split('.');
    families[family] ??= {};
    families[family][verb] = (args: unknown = {}, { signal, deadlineMs }: CallOptions = {}) => {
      try {
        return connect()(method, args, isWait(deadlineMs) ? deadlineMs : limit, signal);
      } catch (error) {
        return Promise.reject(error);
      }
    };
  }
  return {
    ...families,
    on(name: string, listener: Listener) {
      connect();
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener));
      return () => heard.delete(listener);
    },
  } as unknown as Portico;
}

/** What the bridge can carry as a time to wait; anything else, such as Infinity, would end the app for a malformed message. */
const isWait = (ms: number | undefined): ms is number => ms !== undefined && ms >= 0 && ms <= Number.MAX_SAFE_INTEGER;

/** The port of a hand-over, when there is one and both sides speak its version. */
export function portOf(handOver: HandOver | undefined): Port {
  if (handOver === undefined) throw new CallError('ERR_BRIDGE_HANDSHAKE');
  assertVersion(handOver.version);
  return messagePort(handOver.port, isTapped);
}
