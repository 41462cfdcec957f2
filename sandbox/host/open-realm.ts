import type { Received } from '../bridge/index.ts';
import type { FrameFile, LoaderHello } from '../contract/handshake.ts';
import type { ErrorCode } from '../contract/index.ts';
import { BRIDGE_VERSION } from '../contract/messages.ts';
import { AppRealm } from './app-realm.ts';
import { frameFiles } from './frame-files.ts';
import { LoaderFrame } from './loader-frame.ts';
import { takeFrame } from './prewarm-frame.ts';
import type { OpenRealmOptions, Realm } from './realm.ts';

/** Opens a mini-app: one frame, one port, its files handed over once. Faults show as the state `failed`. */
export function openRealm(options: OpenRealmOptions): Realm {
  const { mount, frameUrl, prewarmed, release, files } = options;
  const toHand = prewarmed?.filled ? [] : frameFiles(release.entry, files ?? new Map());
  const frame = prewarmed ? takeFrame(prewarmed, mount, frameUrl) : new LoaderFrame(mount, frameUrl);
  return new SealedRealm(options, frame, toHand);
}

class SealedRealm extends AppRealm<OpenRealmOptions, LoaderFrame> {
  /** Empty where the frame has them. */
  readonly #files: readonly FrameFile[];
  #forged = false;

  constructor(options: OpenRealmOptions, frame: LoaderFrame, files: readonly FrameFile[]) {
    super(options, frame);
    this.#files = files;
    // What the app waits for must not wait for the page to be drawn.
    if (frame.hello?.versions.includes(BRIDGE_VERSION)) this.#start();
    // What may end the realm, once the caller holds it.
    queueMicrotask(() => {
      if (!this.hasEnded) this.#listenToFrame();
    });
  }

  protected override lateness(): ErrorCode {
    return this.conversation === undefined ? 'ERR_REALM_UNREACHABLE' : 'ERR_REALM_NOT_READY';
  }

  #listenToFrame(): void {
    this.frame.listen({
      greeted: (hello) => this.#greeted(hello),
      loaded: () =>
        this.within(this.quotas.loaderMs, () => {
          if (this.conversation === undefined) this.fail('ERR_REALM_UNREACHABLE');
        }),
      navigated: () => this.fail('ERR_REALM_NAVIGATED'),
      forged: () => this.#hearForgery(),
      flooded: () => this.fail('ERR_BRIDGE_RATE'),
    });
  }

  #greeted({ versions }: LoaderHello): void {
    if (!versions.includes(BRIDGE_VERSION)) this.fail('ERR_BRIDGE_VERSION');
    else if (this.conversation === undefined) this.#start();
  }

  #start(): void {
    // Before the host's side of the bridge is made: both can then be under way at once.
    const port = this.frame.start(this.options.release.entry, this.#files);
    this.talk(port, {
      onEvent: (message) => this.#onEvent(message),
      resting: () => document.hidden || this.isOpening,
    });
  }

  /** Only the first word about starting counts: what an app says later by this name changes nothing. */
  #onEvent({ name }: Received<'event'>): void {
    if (!this.isOpening) return;
    if (name === 'ready') this.becomeReady();
    else if (name === 'failed') this.fail('ERR_REALM_ENTRY');
  }

  /** One line says it: a frame that is loaded once has no honest reason to greet again. */
  #hearForgery(): void {
    if (!this.#forged) this.auditForgery();
    this.#forged = true;
  }
}
