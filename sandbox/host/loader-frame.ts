import { createRate, systemClock } from '../bridge/index.ts';
import {
  type FrameFile,
  type HostFill,
  type HostOpen,
  type LoaderHello,
  parseLoaderHello,
} from '../contract/handshake.ts';
import { BRIDGE_VERSION } from '../contract/messages.ts';
import { quotas } from '../contract/quotas.ts';
import { createAppFrame } from './app-frame.ts';

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

/** They go over and are gone here. */
const bytesOf = (files: readonly FrameFile[]): ArrayBuffer[] => files.map(({ bytes }) => bytes);

/** The iframe of a sealed app, up to the moment the port is handed over. */
export class LoaderFrame {
  readonly mount: HTMLElement;
  readonly frameUrl: string;
  readonly element: HTMLIFrameElement;
  readonly root: ShadowRoot;
  readonly #nonce = crypto.randomUUID();
  #hello: LoaderHello | undefined;
  #filling: Pick<HostFill, 'entry' | 'files'> | undefined;
  #filled = false;
  #tellHanded = (): void => undefined;
  /** Resolves when the document has greeted and there are files for it: they go in the next task, or with the word to start. */
  readonly handed = new Promise<void>((resolve) => {
    this.#tellHanded = resolve;
  });
  #tellDrawn = (): void => undefined;
  /** Resolves when the document that has the files says that the app has drawn itself. */
  readonly drawn = new Promise<void>((resolve) => {
    this.#tellDrawn = resolve;
  });
  /** To the document that greeted, and to no other that the frame may show. */
  #starter: MessagePort | undefined;
  readonly #rate = createRate({ perSecond: quotas.messagesPerSecond, burst: quotas.messageBurst }, systemClock);
  #loads = 0;
  #forged = false;
  #flooded = false;
  #port: MessagePort | undefined;
  #listener: LoaderFrameListener | undefined;

  constructor(mount: HTMLElement, frameUrl: string) {
    this.mount = mount;
    this.frameUrl = frameUrl;
    ({ root: this.root, element: this.element } = createAppFrame(mount, 'allow-scripts allow-forms'));
    if ('csp' in this.element) this.element.setAttribute('csp', EMBEDDED_POLICY);
    this.element.addEventListener('load', this.#onLoad);
    addEventListener('message', this.#onMessage);
    this.element.src = `${frameUrl}#${this.#nonce}`;
    this.root.append(this.element);
  }

  /** Also tells at once what has happened before. */
  listen(listener: LoaderFrameListener): void {
    this.#listener = listener;
    if (this.#loads > 0) listener.loaded();
    if (this.#forged) listener.forged();
    if (this.#loads > 1) listener.navigated();
    else if (this.#flooded) listener.flooded();
    else if (this.#hello !== undefined) listener.greeted(this.#hello);
  }

  /** The greeting, once there was one. */
  get hello(): LoaderHello | undefined {
    return this.#hello;
  }

  /** Whether the app's files have been given to the frame. */
  get filled(): boolean {
    return this.#filled;
  }

  /** Hands the files to the document ahead of the port, as soon as it has greeted; once. */
  fill(entry: string, files: readonly FrameFile[]): void {
    if (this.#filled) throw new TypeError('the frame has been given its files before');
    this.#filled = true;
    this.#filling = { entry, files };
    this.#handOver();
  }

  /**
   * Lets the app start, with the files where it has none yet; once, in the greeted document.
   * @returns the host's end of its port, in which everything waits that the app says before anybody listens
   */
  start(entry: string, files: readonly FrameFile[]): MessagePort {
    if (this.#port === undefined) {
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      const held = this.#filling?.files ?? files;
      this.#filling = undefined;
      this.open({ version: BRIDGE_VERSION, entry, files: held }, port2);
    }
    return this.#port;
  }

  /** Hands the port and the files, if it has none yet, to the greeted document. */
  open(message: Omit<HostOpen, 'portico' | 'nonce'>, port: MessagePort): void {
    const open: HostOpen = { portico: 'open', nonce: this.#nonce, ...message };
    const starter = this.#starter;
    if (starter === undefined) return;
    // One word, whatever it is: nothing more is heard there.
    starter.onmessage = () => {
      starter.close();
      this.#tellDrawn();
    };
    starter.postMessage(open, [port, ...bytesOf(message.files)]);
  }

  remove(): void {
    this.#listener = undefined;
    removeEventListener('message', this.#onMessage);
    this.#starter?.close();
    this.#port?.close();
    this.element.remove();
  }

  #handOver(): void {
    if (this.#hello === undefined || this.#filling === undefined) return;
    this.#tellHanded();
    // In a task of its own: whoever waits for this may let the app start at once, and its files then go with that word.
    setTimeout(() => this.#sendFilling());
  }

  #sendFilling(): void {
    const filling = this.#filling;
    if (filling === undefined) return;
    this.#filling = undefined;
    const fill: HostFill = { portico: 'fill', nonce: this.#nonce, ...filling };
    this.#starter?.postMessage(fill, bytesOf(filling.files));
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
      this.#flooded = true;
      this.#listener?.flooded();
      return;
    }
    const hello = parseLoaderHello(event.data);
    if (hello === undefined) return;
    const [starter, ...others] = event.ports;
    const known = event.origin === 'null' && hello.nonce === this.#nonce;
    if (this.#hello !== undefined || !known || starter === undefined || others.length > 0) {
      this.#forged = true;
      this.#listener?.forged();
      return;
    }
    this.#hello = hello;
    this.#starter = starter;
    this.#handOver();
    this.#listener?.greeted(hello);
  };
}
