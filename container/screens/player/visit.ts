/** One opening of one app, from the first question to the registry until its realm has ended. */
import type { AppId, HostEventName, HostEventPayload } from '../../../sandbox/contract/index.ts';
import {
  type AuditLine,
  type CapabilityHandlers,
  type ConsentGate,
  clearOrigin,
  openOriginRealm,
  openRealm,
  type PrewarmedFrame,
  prewarmFrame,
  type Realm,
  type RealmState,
} from '../../../sandbox/host/index.ts';
import { frameAddress } from '../../services/app-address.ts';
import { createOriginApps, isForeign } from '../../services/origin-apps.ts';
import type { PackageStore } from '../../services/package-store/index.ts';
import type { Listing, Session } from '../../services/registry/index.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import type { LivePhase } from '../../state/live-apps.ts';
import type { TrustState } from '../../state/trust.ts';
import { faultOf, type PlayerFault } from './fault.ts';
import { servedBy, withheldWhile } from './out-of-sight.ts';
import type { Preparations } from './preparations.ts';
import { type Approval, admit, approve, approveAtOnce, collect } from './prepare.ts';

export interface VisitOptions {
  readonly appId: AppId;
  readonly trust: TrustState;
  readonly packages: () => Promise<PackageStore>;
  /** Who the customer is, as the registry says now. */
  readonly session: () => Promise<Session>;
  /** Who they were when the registry was last asked; `undefined` before that. */
  readonly knownSession: () => Session | undefined;
  readonly preparations: Pick<Preparations, 'take'>;
  /** What the catalogue says of the app: nobody's word, good enough to get a frame on its way. */
  readonly listing: Pick<Listing, 'digest' | 'isolation'> | undefined;
  readonly location: Pick<Location, 'protocol' | 'host'>;
  /** Where the frame's mount goes; each visit brings its own. */
  readonly frames: HTMLElement;
  capabilities(release: VerifiedRelease): {
    handlers: CapabilityHandlers;
    consent: ConsentGate;
    audit: (line: AuditLine) => void;
  };
  title(release: VerifiedRelease): string;
  approved(release: VerifiedRelease): void;
  /** The app can be seen already. */
  drawn(): void;
  /** 0–1 of the bytes that were missing on the device. */
  progressed(share: number): void;
  started(): void;
  failed(fault: PlayerFault): void;
}

interface Surroundings {
  readonly theme: 'light' | 'dark';
  readonly locale: 'zh-Hans' | 'en';
  readonly online: boolean;
}

export class Visit {
  private readonly options: VisitOptions;
  private readonly ending = new AbortController();
  private mount: HTMLElement = document.createElement('div');
  private realm: Realm | undefined;
  private frame: PrewarmedFrame | undefined;
  private told: Surroundings | undefined;
  private hidden = false;
  private phase: LivePhase = 'shown';
  private readonly events = withheldWhile(
    () => this.phase === 'suspended',
    (name, payload) => this.realm?.emit(name, payload),
  );

  constructor(options: VisitOptions) {
    this.options = options;
  }

  /** Resolves when the realm is opening or the visit has ended; throws what the parts throw. */
  async begin(): Promise<void> {
    const { appId, frames, packages, preparations } = this.options;
    const { signal } = this.ending;
    const approval = approveAtOnce(appId, this.options) ?? (await this.approveMeanwhile());
    if (signal.aborted) return;
    if ('fault' in approval) {
      this.dropFrame();
      return this.options.failed(approval.fault);
    }
    const { release, frameUrl, presumed } = approval;
    if (release.manifest.isolation === 'origin') {
      this.dropFrame();
      this.options.approved(release);
      frames.append(this.mount);
      return this.enterSite(release, frameUrl);
    }
    const prepared = preparations.take(frameUrl, frames);
    if (prepared || this.frame?.frameUrl !== frameUrl) this.dropFrame();
    if (prepared?.drawn) this.options.drawn();
    if (prepared) this.mount = prepared.mount;
    // Moved, a frame would load again.
    else if (!this.frame) frames.append(this.mount);
    // The frame page travels while the bytes are collected.
    this.frame ??= prepared?.frame ?? prewarmFrame({ mount: this.mount, frameUrl });
    // A frame that has its files gets the word first; then the bar and the splash may say what is known now.
    const atOnce = prepared?.frame.filled === true;
    if (!atOnce) {
      this.options.approved(release);
      await prepared?.done;
    }
    const files = this.frame.filled ? undefined : await collect(release, packages, this.options.progressed, signal);
    if (signal.aborted) return;

    const { manifest, digest } = release;
    this.realm = openRealm({
      mount: this.mount,
      frameUrl,
      prewarmed: this.frame,
      release: { appId, digest, entry: manifest.entry, capabilities: manifest.capabilities.map(({ name }) => name) },
      ...(files && { files }),
      ...this.capabilities(release),
      title: this.options.title(release),
      onState: (state) => this.changed(state),
    });
    if (atOnce) this.options.approved(release);
    this.watchRevocation(release);
    if (presumed) this.confirmCustomer(release);
    document.addEventListener('visibilitychange', () => this.reveal(), { signal });
  }

  /** While it is asked whether the app may open, the page of the frame that it will likely have travels. */
  private async approveMeanwhile(): Promise<Approval> {
    const { appId, frames, listing, location, packages } = this.options;
    const approving = approve(appId, this.options);
    // Told below; meanwhile nobody listens.
    approving.catch(() => undefined);
    // A store that does not load is told of where the files are collected.
    packages().then(
      (store) => store.getReady(),
      () => undefined,
    );
    if (listing?.isolation === 'sealed') {
      const { digest, isolation } = listing;
      const frameUrl = await frameAddress(location, { appId, isolation, digest });
      if (this.ending.signal.aborted) return approving;
      frames.append(this.mount);
      this.frame = prewarmFrame({ mount: this.mount, frameUrl });
    }
    return approving;
  }

  private dropFrame(): void {
    this.frame?.discard();
    this.frame = undefined;
  }

  /** A site on its own origin: its worker brings the bytes, and what another customer or a revoked release left there goes first. */
  private async enterSite(release: VerifiedRelease, enterUrl: string): Promise<void> {
    const { appId, session, title, trust } = this.options;
    const { signal } = this.ending;
    const { manifest, digest } = release;
    // Whoever cannot be asked for is nobody, and nobody gets no customer's data.
    const customer = await session().catch(() => ({ signedIn: false }) as const);
    const owner = customer.signedIn ? customer.userId : '';
    const apps = createOriginApps(localStorage);
    const kept = apps.all().get(appId);
    if (kept && (isForeign(kept, owner) || (await trust.hasRevoked(appId, kept.releases)))) {
      await clearOrigin(document.body, kept.clearUrl);
      apps.forget(appId);
    }
    if (signal.aborted) return;
    // Let in as whoever was known; now the registry has said who it is.
    const fault = admit(customer, manifest.level);
    if (fault) return this.options.failed(fault);
    apps.note(appId, { owner, digest, clearUrl: new URL('clear.html', enterUrl).href });
    this.realm = openOriginRealm({
      mount: this.mount,
      enterUrl,
      release: { appId, digest, entry: manifest.entry, capabilities: manifest.capabilities.map(({ name }) => name) },
      ...this.capabilities(release),
      title: title(release),
      onState: (state) => this.changed(state),
    });
    this.watchRevocation(release);
    document.addEventListener('visibilitychange', () => this.reveal(), { signal });
  }

  private capabilities(release: VerifiedRelease): ReturnType<VisitOptions['capabilities']> {
    return servedBy(this.options.capabilities(release), () => this.phase);
  }

  private changed(state: RealmState): void {
    if (this.ending.signal.aborted) return;
    if (state.phase === 'ready') {
      this.options.started();
      this.reveal();
    }
    if (state.phase === 'failed') this.options.failed(faultOf(state.code));
  }

  /** After every refresh of the metadata: an app that is no longer allowed leaves the screen at once. */
  private watchRevocation({ appId, digest }: VerifiedRelease): void {
    const { trust, failed } = this.options;
    const stop = trust.subscribe(async ({ wary }) => {
      const now = await trust.resolve(appId);
      const site = createOriginApps(localStorage).all().get(appId);
      if (this.ending.signal.aborted) return;
      if (now.status === 'revoked') failed({ kind: 'revoked', reason: now.reason });
      // Another release stands in its place: this one was withdrawn, or may have been; and nobody is in the middle of
      // something in an app that is not on the screen.
      else if ((wary || this.phase !== 'shown') && 'release' in now && now.release.digest !== digest) {
        failed({ kind: 'replaced' });
      }
      // What an earlier release left at its origin goes, and a site cannot go on without its worker: it opens again.
      else if (site && 'release' in now && (await trust.hasRevoked(appId, site.releases))) {
        if (!this.ending.signal.aborted) failed({ kind: 'replaced' });
      }
    });
    this.ending.signal.addEventListener('abort', stop);
  }

  /** The app opened for whoever was known; the registry may know better. What it guards, it guards on its own. */
  private confirmCustomer({ manifest: { level } }: VerifiedRelease): void {
    this.options.session().then(
      (session) => {
        const fault = admit(session, level);
        if (fault && !this.ending.signal.aborted) this.options.failed(fault);
      },
      // Out of reach: then every call of the app that needs the registry says so.
      (error: unknown) => console.info('portico: the customer could not be asked after again', error),
    );
  }

  private reveal(): void {
    if (this.hidden || this.phase !== 'shown' || document.visibilityState === 'hidden') this.realm?.hide();
    else this.realm?.show();
  }

  /** Where the app is among those that are alive; what was kept from it while it was suspended follows when it is not. */
  place(phase: LivePhase): void {
    this.phase = phase;
    this.reveal();
    if (phase !== 'suspended') this.events.release();
  }

  hide(): void {
    this.hidden = true;
    this.reveal();
  }

  show(): void {
    this.hidden = false;
    this.reveal();
  }

  /** Passes on what changed around the app. */
  tell(now: Surroundings): void {
    const before = this.told;
    this.told = now;
    if (!before) return;
    if (before.theme !== now.theme) this.emit('theme', { theme: now.theme });
    if (before.locale !== now.locale) this.emit('locale', { locale: now.locale });
    if (before.online !== now.online) this.emit('network', { online: now.online });
  }

  emit<N extends HostEventName>(name: N, payload: HostEventPayload<N>): void {
    this.events.tell(name, payload);
  }

  /** Aborts when the visit ends. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** By the customer or for want of room: the app hears of it and may save what it must, unseen, for `graceMs`. */
  closeSoon(reason: string, graceMs: number): void {
    this.phase = 'closing';
    this.realm?.close(reason, graceMs);
  }

  end(reason: string): void {
    this.ending.abort();
    this.realm?.close(reason);
    this.dropFrame();
    this.mount.remove();
  }
}
