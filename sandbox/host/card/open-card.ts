/**
 * Opens a home-page card: a frame with nothing in it but the loader, a worker with the card's code, and the bank's own
 * elements, which are the only thing a customer sees. Whatever a card does wrong ends it, and nothing else.
 */
import { DOMRemoteReceiver } from '@remote-dom/core/receivers';
import {
  type Connection,
  copyPlain,
  createRate,
  createResponder,
  messagePort,
  openConnection,
  type Received,
  startHeartbeat,
  systemClock,
} from '../../bridge/index.ts';
import { cardEvents, cardLimits, createCardTree } from '../../contract/card/index.ts';
import { hostEvents } from '../../contract/generated/host-events.js';
import {
  type ErrorCode,
  type HostEventName,
  type HostEventPayload,
  PorticoError,
  quotas,
} from '../../contract/index.ts';
import { BRIDGE_VERSION } from '../../contract/messages.ts';
import type { JsonValue } from '../../contract/schema.ts';
import { describeError } from '../describe-error.ts';
import { LoaderFrame } from '../loader-frame.ts';
import type { Card, CardState, OpenCardOptions } from './card.ts';
import { cardHostMethods } from './card-methods.ts';
import { elementPolicies, prepare } from './draw.ts';

const limits = {
  ...quotas,
  messageSize: cardLimits.updateSize,
  messageDepth: cardLimits.updateDepth,
  callsInFlight: cardLimits.callsInFlight,
};

/** Faults show as the state `failed`. */
export function openCard(options: OpenCardOptions): Card {
  return new WorkerCard(options);
}

class WorkerCard implements Card {
  readonly #options: OpenCardOptions;
  readonly #frame: LoaderFrame;
  readonly #tree = createCardTree();
  readonly #receiver: DOMRemoteReceiver;
  readonly #stops: (() => void)[] = [];
  #state: CardState = { phase: 'opening' };
  #connection: Connection | undefined;

  constructor(options: OpenCardOptions) {
    this.#options = options;
    this.#receiver = new DOMRemoteReceiver({ root: options.surface, elements: elementPolicies });
    this.#frame = new LoaderFrame(options.mount, options.frameUrl);
    this.#frame.element.tabIndex = -1;
    const fail = (code: ErrorCode): void => this.#fail(code);
    this.#within(cardLimits.startMs, () => {
      if (this.#state.phase === 'opening') fail('ERR_REALM_NOT_READY');
    });
    // In a task of its own, so that the caller holds the card before it hears of it.
    this.#within(0, () =>
      this.#frame.listen({
        greeted: ({ versions }) => (versions.includes(BRIDGE_VERSION) ? this.#start() : fail('ERR_BRIDGE_VERSION')),
        loaded: () => undefined,
        navigated: () => fail('ERR_REALM_NAVIGATED'),
        forged: () => fail('ERR_BRIDGE_HANDSHAKE'),
        flooded: () => fail('ERR_BRIDGE_RATE'),
      }),
    );
  }

  get state(): CardState {
    return this.#state;
  }

  emit<N extends HostEventName & ('theme' | 'locale')>(name: N, payload: HostEventPayload<N>): void {
    if (this.#state.phase === 'opening' || !hostEvents[name](payload)) return;
    this.#connection?.send({ type: 'event', name, payload: payload as JsonValue });
  }

  close(): void {
    this.#end({ phase: 'closed' });
  }

  #start(): void {
    const { port1, port2 } = new MessageChannel();
    this.#connection = this.#converse(port1);
    const { script } = this.#options;
    const files = [{ path: 'card.js', type: 'text/javascript', bytes: script }];
    this.#frame.open({ version: BRIDGE_VERSION, card: true, entry: 'card.js', files }, port2);
  }

  #converse(port: MessagePort): Connection {
    const rate = createRate(
      { perSecond: cardLimits.updatesPerSecond, burst: cardLimits.updatesPerSecond },
      systemClock,
    );
    const connection: Connection = openConnection({
      port: messagePort(port),
      quotas: limits,
      admit: rate.take,
      listeners: {
        call: (message, budget, delivery) => responder.onCall(message, budget, delivery),
        abort: (message) => responder.onAbort(message),
        event: (message, budget) => this.#onEvent(message, budget),
        pong: () => heartbeat.onPong(),
      },
      onEnd: (code) => this.#fail(code),
    });
    const responder = createResponder({
      // What the host answers may be larger than what a card may say.
      connection: {
        send: connection.send,
        sendChunk: connection.sendChunk,
        budget: () => ({ left: quotas.messageSize, depth: quotas.messageDepth }),
      },
      clock: systemClock,
      callsInFlight: limits.callsInFlight,
      limits,
      describe: describeError,
      methods: cardHostMethods(this.#options),
    });
    const heartbeat = startHeartbeat({
      clock: systemClock,
      everyMs: cardLimits.pingEveryMs,
      unanswered: cardLimits.pingsUnanswered,
      ping: () => connection.send({ type: 'ping' }),
      onSilence: () => this.#fail('ERR_REALM_UNRESPONSIVE'),
      resting: () => document.hidden,
    });
    this.#stops.push(heartbeat.stop, responder.end, connection.close);
    connection.send({ type: 'credit', n: limits.callsInFlight });
    return connection;
  }

  #onEvent({ name, payload }: Received<'event'>, budget: Parameters<typeof copyPlain>[1]): void {
    if (name === cardEvents.failed) this.#fail('ERR_CARD_FAILED');
    else if (name === cardEvents.update) this.#draw(copyPlain(payload, budget));
    else this.#fail('ERR_CARD_RECORD');
  }

  #draw(update: JsonValue): void {
    try {
      const records = this.#tree.read(update);
      const { picture } = this.#options;
      this.#receiver.connection.mutate(prepare(records, { picture, press: (listener) => this.#press(listener) }));
    } catch (error) {
      this.#fail(error instanceof PorticoError ? error.code : 'ERR_CARD_RECORD');
      return;
    }
    const phase = this.#tree.size > 0 ? 'ready' : 'empty';
    if (this.#state.phase !== phase) this.#move({ phase });
  }

  /** Only what a person really tapped goes to the card, and no more of it than that it was tapped. */
  #press(listener: string): void {
    this.#connection?.send({ type: 'event', name: cardEvents.press, payload: { listener } });
  }

  #within(ms: number, run: () => void): void {
    this.#stops.push(systemClock.after(ms, run));
  }

  #fail(code: ErrorCode): void {
    this.#end({ phase: 'failed', code });
  }

  #end(state: CardState): void {
    if (this.#state.phase === 'closed' || this.#state.phase === 'failed') return;
    for (const stop of this.#stops) stop();
    // With the frame goes the worker, whatever it is doing.
    this.#frame.remove();
    this.#move(state);
  }

  #move(state: CardState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
