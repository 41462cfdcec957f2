import { createRate, systemClock } from '../bridge/index.ts';
import type { ErrorCode } from '../contract/index.ts';
import { BRIDGE_VERSION } from '../contract/messages.ts';
import type { GuestHello, OriginNews } from '../contract/origin-handshake.ts';
import { AppRealm, type AppRealmOptions } from './app-realm.ts';
import { askOwnPage } from './ask-own-page.ts';
import { OriginFrame } from './origin-frame.ts';
import type { Realm } from './realm.ts';

export interface OpenOriginRealmOptions extends AppRealmOptions {
  /** `/.portico/<digest>/enter.html` on the app's own host. */
  readonly enterUrl: string;
}

/** Documents a site may load: an ordinary multi-page site stays far below it, a site that loads itself for ever does not. */
const DOCUMENTS = { perSecond: 0.5, burst: 20 };
/** How long our own page may take to say where the site is, and the pause before it is asked again, in ms. */
const WHERE_MS = 5_000;
const BETWEEN_DOCUMENTS_MS = 400;
const ASKED_AT_MOST = 6;

const faults: Partial<Record<OriginNews['state'], ErrorCode>> = {
  unsupported: 'ERR_REALM_NO_SERVICE_WORKER',
  unreachable: 'ERR_REALM_UNREACHABLE',
  stray: 'ERR_REALM_NAVIGATED',
  replaced: 'ERR_REALM_REPLACED',
};

/**
 * Opens an unmodified site at its own origin, behind its release's service worker. It is ready once it has loaded; it has
 * no port and no heartbeat unless it bundles the kit and asks. Faults show as the state `failed`.
 */
export function openOriginRealm(options: OpenOriginRealmOptions): Realm {
  return new OriginRealm(options);
}

class OriginRealm extends AppRealm<OpenOriginRealmOptions, OriginFrame> {
  readonly #documents = createRate(DOCUMENTS, systemClock);
  /** Nonces of guests that have been answered: none may be used again. */
  readonly #answered = new Set<string>();
  /** Each document may ask for a port once; what has loaded since the last port was given is another document. */
  #mayAsk = true;
  /** Counts the documents, so that a question about one that has gone since is dropped. */
  #loads = 0;

  constructor(options: OpenOriginRealmOptions) {
    super(options, new OriginFrame(options.mount, options.enterUrl));
    this.frame.listen({
      told: (state) => this.#told(state),
      greeted: (hello) => this.#greeted(hello),
      loaded: () => this.#loaded(),
      left: () => this.fail('ERR_REALM_NAVIGATED'),
      forged: () => this.auditForgery(),
      flooded: () => this.fail('ERR_BRIDGE_RATE'),
    });
  }

  protected override lateness(): ErrorCode {
    return 'ERR_REALM_UNREACHABLE';
  }

  #told(state: OriginNews['state']): void {
    if (this.hasEnded) return;
    const fault = faults[state];
    if (fault) this.fail(fault);
    else if (state === 'here') this.frame.go();
  }

  #loaded(): void {
    if (this.hasEnded) return;
    if (!this.#documents.take(1)) {
      this.fail('ERR_REALM_NAVIGATED');
      return;
    }
    this.#mayAsk = true;
    const isFirst = this.isOpening;
    if (isFirst) this.becomeReady();
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
    const whereUrl = new URL('where.html', this.options.enterUrl).href;
    let absences = 0;
    for (let asked = 0; absences < 2 && asked < ASKED_AT_MOST; asked += 1) {
      if (asked > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_DOCUMENTS_MS));
      if (this.hasEnded || load !== this.#loads) return;
      const state = await askOwnPage(document.body, whereUrl, WHERE_MS);
      if (state === 'present') return;
      if (state !== undefined) absences += 1;
    }
    if (load === this.#loads && absences === 2) this.fail(absent);
  }

  #greeted({ versions, nonce }: GuestHello): void {
    if (this.hasEnded) return;
    if (!this.#mayAsk || this.#answered.has(nonce)) {
      this.auditForgery();
      return;
    }
    if (!versions.includes(BRIDGE_VERSION)) {
      this.fail('ERR_BRIDGE_VERSION');
      return;
    }
    this.#mayAsk = false;
    this.#answered.add(nonce);
    const { port1, port2 } = new MessageChannel();
    // Its heartbeat ends a site that asked for a port and then hangs; one that never asked is not disturbed.
    this.talk(port1, { resting: () => document.hidden });
    this.frame.give({ version: BRIDGE_VERSION, nonce }, port2);
  }
}
