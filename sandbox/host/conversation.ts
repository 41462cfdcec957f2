/**
 * The host's end of a port, the same for every isolation level: it counts, reads, answers and listens for the heart.
 * It knows neither frames nor files, so that tests can hold a whole conversation without a page.
 */
import {
  type Budget,
  type Clock,
  type Connection,
  copyPlain,
  createRate,
  createResponder,
  openConnection,
  type Port,
  type Received,
  startHeartbeat,
} from '../bridge/index.ts';
import { quotas as defaultQuotas, type ErrorCode, type Quotas } from '../contract/index.ts';
import { describeError } from './describe-error.ts';
import { type RealmMethodsOptions, realmMethods } from './realm-methods.ts';

export interface ConversationOptions {
  readonly port: Port;
  readonly clock: Clock;
  readonly quotas: Quotas;
  readonly methods: RealmMethodsOptions;
  /** What the other side's events are for; without it an event ends the conversation. */
  readonly onEvent?: (message: Received<'event'>) => void;
  /** True while an unanswered ping is nobody's fault. */
  readonly resting: () => boolean;
  /** Called once for each reason to end it; the owner then calls `end`. */
  readonly onEnd: (code: ErrorCode) => void;
}

export interface Conversation {
  readonly connection: Connection;
  end(): void;
}

export function converse({ port, clock, quotas, methods, onEvent, resting, onEnd }: ConversationOptions): Conversation {
  const rate = createRate({ perSecond: quotas.messagesPerSecond, burst: quotas.messageBurst }, clock);
  const connection: Connection = openConnection({
    port,
    quotas,
    admit: rate.take,
    listeners: {
      call: (message, budget, delivery) => responder.onCall(message, budget, delivery),
      abort: (message) => responder.onAbort(message),
      credit: (message) => responder.onCredit(message),
      ...(onEvent ? { event: measured(onEvent) } : {}),
      pong: () => heartbeat.onPong(),
    },
    onEnd,
  });
  const responder = createResponder({
    connection,
    clock,
    callsInFlight: quotas.callsInFlight,
    limits: quotas,
    describe: describeError,
    methods: realmMethods(methods),
  });
  const heartbeat = startHeartbeat({
    clock,
    everyMs: quotas.pingEveryMs,
    unanswered: quotas.pingsUnanswered,
    ping: () => connection.send({ type: 'ping' }),
    onSilence: () => onEnd('ERR_REALM_UNRESPONSIVE'),
    resting,
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

/** Nobody reads what an event carries; it may be no larger and no stranger than the content of any other message. */
function measured(hear: (message: Received<'event'>) => void) {
  return (message: Received<'event'>, budget: Budget): void => {
    copyPlain(message.payload, budget);
    hear(message);
  };
}
