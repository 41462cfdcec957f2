import { createRate, systemClock } from '../bridge/index.ts';
import { type HostOpen, type LoaderHello, parseLoaderHello } from '../contract/handshake.ts';
import { quotas } from '../contract/quotas.ts';

export interface LoaderFrameListener {
  /** The loader greeted with the right nonce; told at most once. */
  greeted(hello: LoaderHello): void;
  /** The frame page has loaded, or what came instead of it. */
  loaded(): void;
  /** The frame loaded a second document. */
  navigated(): void;
  /** The frame's window sent another greeting, or one with a wrong nonce. */
  forged(): void;
  /** The frame's window sends more messages than a port would be allowed; told once, and none is read after it. */
  flooded(): void;
}

/** Adds to the page's own policy where browsers support it, and never contradicts it; scripts stay the header's business. */
const EMBEDDED_POLICY = "object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'; worker-src blob:";

/**
 * The iframe in its closed shadow root, up to the moment the port is handed over. A closed root keeps the frame out of
 * `top.frames`, so that no other guest can get hold of its window.
 */
export class LoaderFrame {
  readonly mount: HTMLElement;
  readonly frameUrl: string;
  readonly element: HTMLIFrameElement;
  readonly root: ShadowRoot;
  readonly #nonce = crypto.randomUUID();
  #hello: LoaderHello | undefined;
  readonly #rate = createRate({ perSecond: quotas.messagesPerSecond, burst: quotas.messageBurst }, systemClock);
  #loads = 0;
  #listener: LoaderFrameListener | undefined;

  constructor(mount: HTMLElement, frameUrl: string) {
    this.mount = mount;
    this.frameUrl = frameUrl;
    this.root = mount.attachShadow({ mode: 'closed' });
    this.element = document.createElement('iframe');
    this.element.setAttribute('sandbox', 'allow-scripts allow-forms');
    this.element.setAttribute('allow', '');
    this.element.setAttribute('referrerpolicy', 'no-referrer');
    if ('csp' in this.element) this.element.setAttribute('csp', EMBEDDED_POLICY);
    // Through the object model: the container's policy has no room for style attributes.
    Object.assign(this.element.style, { display: 'block', width: '100%', height: '100%', border: '0' });
    this.element.addEventListener('load', this.#onLoad);
    addEventListener('message', this.#onMessage);
    this.element.src = `${frameUrl}#${this.#nonce}`;
    this.root.append(this.element);
  }

  /** Also tells at once what has happened before. */
  listen(listener: LoaderFrameListener): void {
    this.#listener = listener;
    if (this.#loads > 0) listener.loaded();
    if (this.#loads > 1) listener.navigated();
    else if (this.#hello !== undefined) listener.greeted(this.#hello);
  }

  /** Hands the port and the files to the greeted document. An opaque origin has no name to address, hence `*`. */
  open(message: Omit<HostOpen, 'portico' | 'nonce'>, port: MessagePort): void {
    const files = message.files.map(({ bytes }) => bytes);
    const open: HostOpen = { portico: 'open', nonce: this.#nonce, ...message };
    this.element.contentWindow?.postMessage(open, '*', [port, ...files]);
  }

  remove(): void {
    this.#listener = undefined;
    removeEventListener('message', this.#onMessage);
    this.element.remove();
  }

  readonly #onLoad = (): void => {
    this.#loads += 1;
    if (this.#loads === 1) this.#listener?.loaded();
    else this.#listener?.navigated();
  };

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source === null || event.source !== this.element.contentWindow) return;
    // A window has no port that could be closed: whoever floods it loses the frame.
    if (!this.#rate.take(1)) {
      removeEventListener('message', this.#onMessage);
      this.#listener?.flooded();
      return;
    }
    const hello = parseLoaderHello(event.data);
    if (hello === undefined) return;
    if (this.#hello !== undefined || event.origin !== 'null' || hello.nonce !== this.#nonce) {
      this.#listener?.forged();
      return;
    }
    this.#hello = hello;
    this.#listener?.greeted(hello);
  };
}
