import { type Connection, messagePort, type Received, systemClock } from '../bridge/index.ts';
import { hostEvents } from '../contract/generated/host-events.js';
import type { FrameFile, LoaderHello } from '../contract/handshake.ts';
import {
  quotas as defaultQuotas,
  type ErrorCode,
  type HostEventName,
  type HostEventPayload,
  type JsonValue,
  PorticoError,
  type Quotas,
} from '../contract/index.ts';
import { BRIDGE_VERSION } from '../contract/messages.ts';
import { converse } from './conversation.ts';
import { frameFiles } from './frame-files.ts';
import { type GestureCheck, watchGestures } from './gesture.ts';
import { LoaderFrame } from './loader-frame.ts';
import { takeFrame } from './prewarm-frame.ts';
import type { OpenRealmOptions, Realm, RealmState } from './realm.ts';

/** Opens a mini-app: one frame, one port, its files handed over once. Faults show as the state `failed`. */
export function openRealm(options: OpenRealmOptions): Realm {
  return new FrameRealm(options);
}

const ended = ({ phase }: RealmState): boolean => phase === 'closed' || phase === 'failed';

class FrameRealm implements Realm {
  readonly #options: OpenRealmOptions;
  readonly #quotas: Quotas;
  /** Empty where the frame has them. */
  readonly #files: readonly FrameFile[];
  readonly #frame: LoaderFrame;
  readonly #gestures: GestureCheck;
  #state: RealmState = { phase: 'opening' };
  #onScreen = true;
  #forgeries = 0;
  #connection: Connection | undefined;
  /** What must stop when the realm ends. */
  readonly #stops: (() => void)[] = [];

  constructor(options: OpenRealmOptions) {
    const { mount, frameUrl, prewarmed, title, release, files } = options;
    this.#files = prewarmed?.filled ? [] : frameFiles(release.entry, files ?? new Map());
    this.#options = options;
    this.#quotas = { ...defaultQuotas, ...options.quotas };
    this.#frame = prewarmed ? takeFrame(prewarmed, mount, frameUrl) : new LoaderFrame(mount, frameUrl);
    this.#gestures = watchGestures({
      root: this.#frame.root,
      frame: this.#frame.element,
      clock: systemClock,
      gestureMs: this.#quotas.gestureMs,
    });
    this.title = title;
    this.#stops.push(() => this.#gestures.stop());
    this.#within(this.#quotas.readyMs, () => this.#notReady());
    // What the app waits for must not wait for the page to be drawn.
    if (this.#frame.hello?.versions.includes(BRIDGE_VERSION)) this.#start();
    // What may end the realm, once the caller holds it.
    queueMicrotask(() => {
      if (!ended(this.#state)) this.#listenToFrame();
    });
  }

  get state(): RealmState {
    return this.#state;
  }

  get title(): string {
    return this.#frame.element.title;
  }
  set title(title: string) {
    this.#frame.element.title = title;
  }

  show(): void {
    this.#setOnScreen(true);
  }

  hide(): void {
    this.#setOnScreen(false);
  }

  emit<N extends HostEventName>(name: N, payload: HostEventPayload<N>): void {
    if (this.#state.phase !== 'ready' && this.#state.phase !== 'hidden') return;
    if (!hostEvents[name](payload)) {
      throw new PorticoError('ERR_BRIDGE_INTERNAL', { detail: `The event ${name} has a payload its schema refuses.` });
    }
    this.#connection?.send({ type: 'event', name, payload: payload as JsonValue });
  }

  close(reason: string, graceMs = 0): void {
    if (ended(this.#state)) return;
    if (graceMs <= 0 || this.#state.phase === 'opening') {
      this.#end({ phase: 'closed', reason });
      return;
    }
    this.emit('close', null);
    this.#frame.element.style.display = 'none';
    this.#within(graceMs, () => this.#end({ phase: 'closed', reason }));
  }

  #listenToFrame(): void {
    this.#frame.listen({
      greeted: (hello) => this.#greeted(hello),
      loaded: () =>
        this.#within(this.#quotas.loaderMs, () => {
          if (this.#connection === undefined) this.#fail('ERR_REALM_UNREACHABLE');
        }),
      navigated: () => this.#fail('ERR_REALM_NAVIGATED'),
      forged: () => this.#auditForgery(),
      flooded: () => this.#fail('ERR_BRIDGE_RATE'),
    });
  }

  #greeted({ versions }: LoaderHello): void {
    if (!versions.includes(BRIDGE_VERSION)) this.#fail('ERR_BRIDGE_VERSION');
    else if (this.#connection === undefined) this.#start();
  }

  #start(): void {
    const { port1, port2 } = new MessageChannel();
    this.#connection = this.#converse(port1);
    const { entry } = this.#options.release;
    this.#frame.open({ version: BRIDGE_VERSION, entry, files: this.#files }, port2);
  }

  #converse(port: MessagePort): Connection {
    const { release, handlers, consent, audit } = this.#options;
    const { connection, end } = converse({
      port: messagePort(port),
      clock: systemClock,
      quotas: this.#quotas,
      methods: {
        appId: release.appId,
        releaseDigest: release.digest,
        declared: new Set(release.capabilities),
        handlers,
        consent,
        gestures: this.#gestures,
        audit: audit ?? (() => undefined),
      },
      onEvent: (message) => this.#onEvent(message),
      resting: () => document.hidden || this.#state.phase === 'opening',
      onEnd: (code) => this.#fail(code),
    });
    this.#stops.push(end);
    return connection;
  }

  /** Only the first word about starting counts: what an app says later by this name changes nothing. */
  #onEvent({ name }: Received<'event'>): void {
    if (this.#state.phase !== 'opening') return;
    if (name === 'ready') this.#move({ phase: this.#onScreen ? 'ready' : 'hidden' });
    else if (name === 'failed') this.#fail('ERR_REALM_ENTRY');
  }

  #setOnScreen(onScreen: boolean): void {
    if (ended(this.#state) || onScreen === this.#onScreen) return;
    this.#onScreen = onScreen;
    this.#frame.element.style.display = onScreen ? 'block' : 'none';
    if (this.#state.phase === 'opening') return;
    this.emit(onScreen ? 'show' : 'hide', null);
    this.#move({ phase: onScreen ? 'ready' : 'hidden' });
  }

  #notReady(): void {
    if (this.#state.phase !== 'opening') return;
    this.#fail(this.#connection === undefined ? 'ERR_REALM_UNREACHABLE' : 'ERR_REALM_NOT_READY');
  }

  #auditForgery(): void {
    this.#forgeries += 1;
    if (this.#forgeries > 1) return;
    const { release, audit } = this.#options;
    audit?.({
      at: Date.now(),
      appId: release.appId,
      releaseDigest: release.digest,
      method: 'bridge.handshake',
      outcome: 'ERR_BRIDGE_HANDSHAKE',
      durationMs: 0,
    });
  }

  #within(ms: number, run: () => void): void {
    this.#stops.push(systemClock.after(ms, run));
  }

  #fail(code: ErrorCode): void {
    if (!ended(this.#state)) this.#end({ phase: 'failed', code });
  }

  #end(state: RealmState): void {
    for (const stop of this.#stops) stop();
    this.#frame.remove();
    this.#move(state);
  }

  #move(state: RealmState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
