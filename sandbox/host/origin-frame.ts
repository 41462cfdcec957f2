import { createRate, systemClock } from '../bridge/index.ts';
import {
  type GuestHello,
  type GuestPort,
  type OriginGo,
  type OriginNews,
  parseGuestHello,
  parseOriginNews,
} from '../contract/origin-handshake.ts';
import { quotas } from '../contract/quotas.ts';
import { createAppFrame } from './app-frame.ts';

export interface OriginFrameListener {
  /** News from one of our own pages at the app's origin, the right secret with it where one is due. */
  told(state: OriginNews['state']): void;
  /** The app's own document asks for a port. */
  greeted(hello: GuestHello): void;
  /** The frame loaded a document: the app's, or what came instead. */
  loaded(): void;
  /** The frame is somewhere else: it spoke from another origin, or the page's policy stopped it on its way. */
  left(): void;
  /** A word of our own pages with a wrong secret. */
  forged(): void;
  /** The frame's window sends more messages than a port would be allowed; told once, and none is read after it. */
  flooded(): void;
}

/** A blocked navigation and the load of the error page that follows it belong together within this time, in ms. */
const BLOCKED_WITHIN_MS = 2_000;

/**
 * The iframe of an `origin` app. It may go wherever it wants at its own origin. That it went
 * elsewhere shows in one of three ways: the page's `frame-src` stopped it, a page of another of our hosts spoke in its
 * place, or the host it came to sent our stray page.
 */
export class OriginFrame {
  readonly element: HTMLIFrameElement;
  readonly root: ShadowRoot;
  readonly #nonce = crypto.randomUUID();
  readonly #origin: string;
  readonly #rate = createRate({ perSecond: quotas.messagesPerSecond, burst: quotas.messageBurst }, systemClock);
  #listener: OriginFrameListener | undefined;
  #started = false;
  #loadedAt = Number.NEGATIVE_INFINITY;
  #blockedAt = Number.NEGATIVE_INFINITY;

  constructor(mount: HTMLElement, enterUrl: string) {
    this.#origin = new URL(enterUrl).origin;
    ({ root: this.root, element: this.element } = createAppFrame(mount, 'allow-scripts allow-same-origin allow-forms'));
    this.element.addEventListener('load', this.#onLoad);
    addEventListener('message', this.#onMessage);
    document.addEventListener('securitypolicyviolation', this.#onViolation);
    this.element.src = `${enterUrl}#${this.#nonce}`;
    this.root.append(this.element);
  }

  /** To be called before anything can have happened, in the task that made the frame. */
  listen(listener: OriginFrameListener): void {
    this.#listener = listener;
  }

  /** Lets the entry page go on; addressed to the app's origin, so that no other page in its place hears it. */
  go(): void {
    this.#post({ portico: 'go', nonce: this.#nonce } satisfies OriginGo);
  }

  give(answer: Omit<GuestPort, 'portico'>, port: MessagePort): void {
    this.#post({ portico: 'port', ...answer } satisfies GuestPort, port);
  }

  remove(): void {
    removeEventListener('message', this.#onMessage);
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
    this.element.remove();
  }

  #post(message: OriginGo | GuestPort, ...ports: MessagePort[]): void {
    this.element.contentWindow?.postMessage(message, this.#origin, ports);
  }

  readonly #onLoad = (): void => {
    this.#loadedAt = performance.now();
    if (this.#loadedAt - this.#blockedAt < BLOCKED_WITHIN_MS) this.#listener?.left();
    else if (this.#started) this.#listener?.loaded();
  };

  /** The event does not say which frame it was; the load of the browser's error page does. */
  readonly #onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'frame-src') return;
    this.#blockedAt = performance.now();
    if (this.#blockedAt - this.#loadedAt < BLOCKED_WITHIN_MS && this.#started) this.#listener?.left();
  };

  readonly #onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== this.element.contentWindow) return;
    if (!this.#rate.take(1)) {
      removeEventListener('message', this.#onMessage);
      this.#listener?.flooded();
      return;
    }
    if (origin !== this.#origin) {
      this.#listener?.left();
      return;
    }
    const hello = parseGuestHello(data);
    if (hello) {
      if (this.#started) this.#listener?.greeted(hello);
      return;
    }
    const news = parseOriginNews(data);
    if (!news) return;
    // The site is on the same origin as our pages and can say what they say; before it starts it has no voice, and
    // afterwards all it can do with their words is end its own session.
    if (news.state === 'stray' || news.state === 'replaced') this.#listener?.told(news.state);
    else if (news.nonce !== this.#nonce || this.#started) this.#listener?.forged();
    else {
      this.#started = news.state === 'starting';
      this.#listener?.told(news.state);
    }
  };
}
