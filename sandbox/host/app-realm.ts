import { messagePort, type Received, systemClock } from '../bridge/index.ts';
import { hostEvents } from '../contract/generated/host-events.js';
import {
  quotas as defaultQuotas,
  type ErrorCode,
  type HostEventName,
  type HostEventPayload,
  type JsonValue,
  PorticoError,
  type Quotas,
} from '../contract/index.ts';
import { type Conversation, converse } from './conversation.ts';
import { type GestureCheck, watchGestures } from './gesture.ts';
import type { OpenRealmOptions, Realm, RealmState } from './realm.ts';

export type AppRealmOptions = Omit<OpenRealmOptions, 'frameUrl' | 'prewarmed' | 'files'>;

/** The iframe of an app, and what holds it. */
interface RealmFrame {
  readonly root: ShadowRoot;
  readonly element: HTMLIFrameElement;
  remove(): void;
}

interface Talk {
  readonly onEvent?: (message: Received<'event'>) => void;
  /** True while an unanswered ping is nobody's fault. */
  readonly resting: () => boolean;
}

/** What every realm is, whatever its frame holds: a state, a place on the screen, a conversation and an end. */
export abstract class AppRealm<O extends AppRealmOptions, F extends RealmFrame> implements Realm {
  protected readonly options: O;
  protected readonly frame: F;
  protected readonly quotas: Quotas;
  protected conversation: Conversation | undefined;
  readonly #gestures: GestureCheck;
  #state: RealmState = { phase: 'opening' };
  #onScreen = true;
  /** What must stop when the realm ends. */
  readonly #stops: (() => void)[] = [];

  constructor(options: O, frame: F) {
    this.options = options;
    this.frame = frame;
    this.quotas = { ...defaultQuotas, ...options.quotas };
    this.#gestures = watchGestures({
      root: frame.root,
      frame: frame.element,
      clock: systemClock,
      gestureMs: this.quotas.gestureMs,
    });
    this.title = options.title;
    this.#stops.push(() => this.#gestures.stop());
    this.within(this.quotas.readyMs, () => {
      if (this.isOpening) this.fail(this.lateness());
    });
  }

  /** Why an app that is not ready in time is not. */
  protected abstract lateness(): ErrorCode;

  get state(): RealmState {
    return this.#state;
  }
  protected get isOpening(): boolean {
    return this.#state.phase === 'opening';
  }
  protected get hasEnded(): boolean {
    return this.#state.phase === 'closed' || this.#state.phase === 'failed';
  }

  get title(): string {
    return this.frame.element.title;
  }
  set title(title: string) {
    this.frame.element.title = title;
  }

  show(): void {
    this.#setOnScreen(true);
  }

  hide(): void {
    this.#setOnScreen(false);
  }

  emit<N extends HostEventName>(name: N, payload: HostEventPayload<N>): void {
    if (this.isOpening || this.hasEnded) return;
    if (!hostEvents[name](payload)) {
      throw new PorticoError('ERR_BRIDGE_INTERNAL', { detail: `The event ${name} has a payload its schema refuses.` });
    }
    this.conversation?.connection.send({ type: 'event', name, payload: payload as JsonValue });
  }

  close(reason: string, graceMs = 0): void {
    if (this.hasEnded) return;
    // Without a conversation, or before it began, there is nobody who could hear of it.
    if (graceMs <= 0 || this.isOpening || !this.conversation) {
      this.#end({ phase: 'closed', reason });
      return;
    }
    this.emit('close', null);
    this.frame.element.style.display = 'none';
    this.within(graceMs, () => this.#end({ phase: 'closed', reason }));
  }

  /** At most one conversation: that of an earlier document ends here. */
  protected talk(port: MessagePort, { onEvent, resting }: Talk): void {
    this.conversation?.end();
    const { release, handlers, consent, audit } = this.options;
    this.conversation = converse({
      port: messagePort(port),
      clock: systemClock,
      quotas: this.quotas,
      methods: {
        appId: release.appId,
        releaseDigest: release.digest,
        declared: new Set(release.capabilities),
        handlers,
        consent,
        gestures: this.#gestures,
        audit: audit ?? (() => undefined),
      },
      ...(onEvent && { onEvent }),
      resting,
      onEnd: (code) => this.fail(code),
    });
  }

  /** The app has started. */
  protected becomeReady(): void {
    this.#move({ phase: this.#onScreen ? 'ready' : 'hidden' });
  }

  protected auditForgery(): void {
    const { release, audit } = this.options;
    audit?.({
      at: Date.now(),
      appId: release.appId,
      releaseDigest: release.digest,
      method: 'bridge.handshake',
      outcome: 'ERR_BRIDGE_HANDSHAKE',
      durationMs: 0,
    });
  }

  /** Runs `run` once after `ms`, unless the realm has ended by then. */
  protected within(ms: number, run: () => void): void {
    this.#stops.push(systemClock.after(ms, run));
  }

  protected fail(code: ErrorCode): void {
    if (!this.hasEnded) this.#end({ phase: 'failed', code });
  }

  #setOnScreen(onScreen: boolean): void {
    if (this.hasEnded || onScreen === this.#onScreen) return;
    this.#onScreen = onScreen;
    this.frame.element.style.display = onScreen ? 'block' : 'none';
    if (this.isOpening) return;
    if (onScreen) this.#gestures.uncovered();
    this.emit(onScreen ? 'show' : 'hide', null);
    this.#move({ phase: onScreen ? 'ready' : 'hidden' });
  }

  #end(state: RealmState): void {
    for (const stop of this.#stops) stop();
    this.conversation?.end();
    this.frame.remove();
    this.#move(state);
  }

  #move(state: RealmState): void {
    this.#state = state;
    this.options.onState(state);
  }
}
