import { createRate, messagePort, systemClock } from '../bridge/index.ts';
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
import { BRIDGE_VERSION } from '../contract/messages.ts';
import type { GuestHello, OriginNews } from '../contract/origin-handshake.ts';
import { askOwnPage } from './ask-own-page.ts';
import { type Conversation, converse } from './conversation.ts';
import { type GestureCheck, watchGestures } from './gesture.ts';
import { OriginFrame } from './origin-frame.ts';
import type { OpenRealmOptions, Realm, RealmState } from './realm.ts';

export interface OpenOriginRealmOptions extends Omit<OpenRealmOptions, 'frameUrl' | 'prewarmed' | 'files'> {
  /** `/.portico/<digest>/enter.html` on the app's own host. */
  readonly enterUrl: string;
}

/** Documents a site may load: an ordinary multi-page site stays far below it, a site that loads itself for ever does not. */
const DOCUMENTS = { perSecond: 0.5, burst: 20 };
/** How long our own page may take to say where the site is, and the pause before it is asked again, in ms. */
const WHERE_MS = 5_000;
const BETWEEN_DOCUMENTS_MS = 400;
const ASKED_AT_MOST = 6;

/**
 * Opens an unmodified site at its own origin, behind its release's service worker. It is ready once it has loaded; it has
 * no port and no heartbeat unless it bundles the kit and asks. Faults show as the state `failed`.
 */
export function openOriginRealm(options: OpenOriginRealmOptions): Realm {
  return new OriginRealm(options);
}

const ended = ({ phase }: RealmState): boolean => phase === 'closed' || phase === 'failed';

class OriginRealm implements Realm {
  readonly #options: OpenOriginRealmOptions;
  readonly #quotas: Quotas;
  readonly #frame: OriginFrame;
  readonly #gestures: GestureCheck;
  readonly #documents = createRate(DOCUMENTS, systemClock);
  /** Nonces of guests that have been answered: none may be used again. */
  readonly #answered = new Set<string>();
  #state: RealmState = { phase: 'opening' };
  #onScreen = true;
  #conversation: Conversation | undefined;
  /** Each document may ask for a port once; what has loaded since the last port was given is another document. */
  #mayAsk = true;
  /** Counts the documents, so that a question about one that has gone since is dropped. */
  #loads = 0;
  readonly #stops: (() => void)[] = [];

  constructor(options: OpenOriginRealmOptions) {
    const { mount, enterUrl, title, quotas } = options;
    this.#options = options;
    this.#quotas = { ...defaultQuotas, ...quotas };
    this.#frame = new OriginFrame(mount, enterUrl, {
      told: (state) => this.#told(state),
      greeted: (hello) => this.#greeted(hello),
      loaded: () => this.#loaded(),
      left: () => this.#fail('ERR_REALM_NAVIGATED'),
      forged: () => this.#auditForgery(),
      flooded: () => this.#fail('ERR_BRIDGE_RATE'),
    });
    this.#gestures = watchGestures({
      root: this.#frame.root,
      frame: this.#frame.element,
      clock: systemClock,
      gestureMs: this.#quotas.gestureMs,
    });
    this.title = title;
    this.#stops.push(() => this.#gestures.stop());
    this.#within(this.#quotas.readyMs, () => {
      if (this.#state.phase === 'opening') this.#fail('ERR_REALM_UNREACHABLE');
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
    this.#conversation?.connection.send({ type: 'event', name, payload: payload as JsonValue });
  }

  close(reason: string, graceMs = 0): void {
    if (ended(this.#state)) return;
    if (graceMs <= 0 || !this.#conversation) {
      this.#end({ phase: 'closed', reason });
      return;
    }
    this.emit('close', null);
    this.#frame.element.style.display = 'none';
    this.#within(graceMs, () => this.#end({ phase: 'closed', reason }));
  }

  #told(state: OriginNews['state']): void {
    if (ended(this.#state)) return;
    if (state === 'here') this.#frame.go();
    else if (state === 'unsupported') this.#fail('ERR_REALM_NO_SERVICE_WORKER');
    else if (state === 'unreachable') this.#fail('ERR_REALM_UNREACHABLE');
    else if (state === 'stray') this.#fail('ERR_REALM_NAVIGATED');
    else if (state === 'replaced') this.#fail('ERR_REALM_REPLACED');
  }

  #loaded(): void {
    if (ended(this.#state)) return;
    if (!this.#documents.take(1)) {
      this.#fail('ERR_REALM_NAVIGATED');
      return;
    }
    this.#mayAsk = true;
    const isFirst = this.#state.phase === 'opening';
    if (isFirst) this.#move({ phase: this.#onScreen ? 'ready' : 'hidden' });
    void this.#checkWhere(isFirst ? 'ERR_REALM_UNREACHABLE' : 'ERR_REALM_NAVIGATED');
  }

  /**
   * The browser does not say where a frame of another origin is, and an error page loads like any other. So our own page
   * at the app's origin is asked whether a document of the site is there. Twice, because between two documents there is
   * none for a moment. A site that hangs keeps that page from speaking, and so may a device that is busy: then it is asked
   * again.
   */
  async #checkWhere(absent: ErrorCode): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const whereUrl = this.#options.enterUrl.replace(/enter\.html$/, 'where.html');
    let absences = 0;
    for (let asked = 0; absences < 2 && asked < ASKED_AT_MOST; asked += 1) {
      if (asked > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_DOCUMENTS_MS));
      if (ended(this.#state) || load !== this.#loads) return;
      const state = await askOwnPage(document.body, whereUrl, WHERE_MS);
      if (state === 'present') return;
      if (state !== undefined) absences += 1;
    }
    if (load === this.#loads && absences === 2) this.#fail(absent);
  }

  #greeted({ versions, nonce }: GuestHello): void {
    if (ended(this.#state)) return;
    if (!this.#mayAsk || this.#answered.has(nonce)) {
      this.#auditForgery();
      return;
    }
    if (!versions.includes(BRIDGE_VERSION)) {
      this.#fail('ERR_BRIDGE_VERSION');
      return;
    }
    this.#mayAsk = false;
    this.#answered.add(nonce);
    // At most one port: that of the document before, if there was one, ends here.
    this.#conversation?.end();
    const { port1, port2 } = new MessageChannel();
    const { release, handlers, consent, audit } = this.#options;
    // Its heartbeat ends a site that asked for a port and then hangs; one that never asked is not disturbed.
    this.#conversation = converse({
      port: messagePort(port1),
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
      resting: () => document.hidden,
      onEnd: (code) => this.#fail(code),
    });
    this.#frame.give({ version: BRIDGE_VERSION, nonce }, port2);
  }

  #setOnScreen(onScreen: boolean): void {
    if (ended(this.#state) || onScreen === this.#onScreen) return;
    this.#onScreen = onScreen;
    this.#frame.element.style.display = onScreen ? 'block' : 'none';
    if (this.#state.phase === 'opening') return;
    this.emit(onScreen ? 'show' : 'hide', null);
    this.#move({ phase: onScreen ? 'ready' : 'hidden' });
  }

  #auditForgery(): void {
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
    this.#conversation?.end();
    this.#frame.remove();
    this.#move(state);
  }

  #move(state: RealmState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
