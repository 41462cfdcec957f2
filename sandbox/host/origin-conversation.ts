import {
  type Connection,
  createRate,
  createResponder,
  messagePort,
  openConnection,
  startHeartbeat,
  systemClock,
} from '../bridge/index.ts';
import { quotas as defaultQuotas, type ErrorCode, type Quotas } from '../contract/index.ts';
import { describeError } from './describe-error.ts';
import { type RealmMethodsOptions, realmMethods } from './realm-methods.ts';

/** One port to one document of an `origin` app. */
export interface OriginConversation {
  readonly connection: Connection;
  end(): void;
}

/**
 * Answers the calls of a site that bundles the kit. It has a heartbeat of its own: a site that asked for a port and then
 * hangs is ended like any other app, while one that never asked is not disturbed.
 */
export function converseWithGuest(options: {
  readonly port: MessagePort;
  readonly quotas: Quotas;
  readonly methods: RealmMethodsOptions;
  readonly onEnd: (code: ErrorCode) => void;
}): OriginConversation {
  const { port, quotas, methods, onEnd } = options;
  const rate = createRate({ perSecond: quotas.messagesPerSecond, burst: quotas.messageBurst }, systemClock);
  const connection: Connection = openConnection({
    port: messagePort(port),
    quotas,
    admit: rate.take,
    listeners: {
      call: (message, budget, delivery) => responder.onCall(message, budget, delivery),
      abort: (message) => responder.onAbort(message),
      credit: (message) => responder.onCredit(message),
      pong: () => heartbeat.onPong(),
    },
    onEnd,
  });
  const responder = createResponder({
    connection,
    clock: systemClock,
    callsInFlight: quotas.callsInFlight,
    limits: quotas,
    describe: describeError,
    methods: realmMethods(methods),
  });
  const heartbeat = startHeartbeat({
    clock: systemClock,
    everyMs: quotas.pingEveryMs,
    unanswered: quotas.pingsUnanswered,
    ping: () => connection.send({ type: 'ping' }),
    onSilence: () => onEnd('ERR_REALM_UNRESPONSIVE'),
    resting: () => document.hidden,
  });
  if (quotas.callsInFlight !== defaultQuotas.callsInFlight)
    connection.send({ type: 'credit', n: quotas.callsInFlight });
  return {
    connection,
    end() {
      heartbeat.stop();
      responder.end();
      connection.close();
    },
  };
}
