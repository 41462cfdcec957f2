/** What a player knows of its app, from entering it until it has ended; entering it again begins afresh. */
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { liveQuotas } from '../../../sandbox/contract/quotas.ts';
import type { AuditLine, CapabilityHandlers, ConsentGate } from '../../../sandbox/host/index.ts';
import type { PackageStore } from '../../services/package-store/index.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import type { LiveApp, LiveNews, LivePhase } from '../../state/live-apps.ts';
import type { OpenApp } from '../../state/open-app.ts';
import type { PreferencesState } from '../../state/preferences.ts';
import { lastKnown, type SessionState } from '../../state/session.ts';
import type { Asker } from '../../state/sheets.ts';
import type { TrustState } from '../../state/trust.ts';
import { AppChrome } from './app-chrome.ts';
import { AppFace, type FaceParts } from './app-face.ts';
import { faultOfError, type PlayerFault } from './fault.ts';
import type { Preparations } from './preparations.ts';
import { Visit } from './visit.ts';

/** A customer who waits longer than this wants to see that something moves. */
const PROGRESS_AFTER_MS = 1_000;

/** The host side of what an app may ask for. */
export type CapabilitiesOf = (app: OpenApp) => {
  handlers: CapabilityHandlers;
  consent: ConsentGate;
  audit: (line: AuditLine) => void;
};

/** What is asked of the player. Nothing is entered while one of the first three is missing. */
export interface StayHost extends Omit<FaceParts, 'release' | 'preferences'> {
  readonly live: LiveApp | undefined;
  readonly preparations: Preparations | undefined;
  readonly capabilities: CapabilitiesOf | undefined;
  readonly preferences: { readonly store: PreferencesState | undefined };
  readonly trust: TrustState;
  readonly packages: () => Promise<PackageStore>;
  readonly session: SessionState;
  /** Where the frames go. */
  readonly frames: HTMLElement;
  requestUpdate(): void;
  note(news: LiveNews): void;
  leave(): void;
}

export class Stay {
  release: VerifiedRelease | undefined;
  fault: PlayerFault | undefined;
  /** The app has started. */
  ready = false;
  /** It was on the screen before the player was: nothing stands in for it until it has started. */
  drawn = false;
  /** For so long that the customer is shown how far it has come. */
  waiting = false;
  /** 0–1 of the bytes that were missing on the device. */
  share = 0;
  readonly chrome: AppChrome;
  readonly face: AppFace;
  private readonly host: StayHost;
  /** Sheets that stand before the app. */
  private covers = 0;
  private visit: Visit | undefined;
  private progressTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StayHost) {
    this.host = host;
    this.chrome = new AppChrome(host);
    this.face = new AppFace(() => ({
      live: host.live,
      release: this.release,
      catalogue: host.catalogue,
      nativeShell: host.nativeShell,
      preferences: host.preferences.store,
    }));
  }

  /** On the screen and well. */
  get runs(): boolean {
    return this.ready && !this.fault;
  }

  get covered(): boolean {
    return this.covers > 0;
  }

  /** Asked of an app that is there to lose something, and of no other. */
  get leaveQuestion(): string | undefined {
    return this.runs ? this.chrome.leaveQuestion : undefined;
  }

  /** Who asks, by its verified name; `undefined` before it is known. */
  get asker(): Asker | undefined {
    return this.release && this.askerOf(this.release);
  }

  /** Aborts when the visit ends. */
  get ended(): AbortSignal {
    return this.visit?.ended ?? AbortSignal.abort();
  }

  async enter(): Promise<void> {
    const { live, capabilities, preparations, session, trust, packages, frames } = this.host;
    if (!live || !capabilities || !preparations) return;
    this.end('entered again');
    if (live.stopped) this.host.note({ stopped: false });
    this.change({ fault: undefined, ready: false, drawn: false, waiting: false, share: 0, release: undefined });
    this.chrome.reset();
    this.progressTimer = setTimeout(() => this.change({ waiting: true }), PROGRESS_AFTER_MS);
    this.face.dress(this.ready);

    const visit = new Visit({
      appId: live.appId,
      trust,
      packages,
      preparations,
      listing: this.host.catalogue.find(live.appId),
      frames,
      session: () => session.refresh(),
      knownSession: () => lastKnown(session.value),
      location,
      capabilities: (release) => capabilities(this.openApp(release, visit, live)),
      title: (release) => this.face.nameOf(release),
      approved: (release) => {
        this.change({ release });
        this.face.dress(this.ready);
        this.host.note({ name: this.face.nameOf(release) });
      },
      drawn: () => this.change({ drawn: true }),
      progressed: (share) => this.change({ share }),
      started: () => this.started(),
      failed: (fault) => this.failed(fault),
    });
    this.visit = visit;
    visit.place(live.phase);
    try {
      await visit.begin();
    } catch (error) {
      if (this.visit === visit) this.failed(faultOfError(error));
    } finally {
      preparations.letGo(live.appId);
    }
  }

  end(reason: string): void {
    clearTimeout(this.progressTimer);
    this.visit?.end(reason);
    this.visit = undefined;
  }

  failed(fault: PlayerFault): void {
    this.end(fault.kind);
    this.change({ fault });
    this.host.note({ stopped: true });
  }

  place(phase: LivePhase): void {
    if (phase === 'closing') this.visit?.closeSoon('closed', liveQuotas.graceMs);
    else this.visit?.place(phase);
  }

  tell(now: Parameters<Visit['tell']>[0]): void {
    this.visit?.tell(now);
  }

  refresh(): void {
    if (this.chrome.refresh !== 'on') return;
    this.chrome.setRefresh('busy');
    this.visit?.emit('refresh', null);
  }

  /**
   * Takes the app off the screen while a sheet stands before it; returns what brings it back.
   * @throws PorticoError ERR_BRIDGE_HIDDEN when the app is not on the screen
   */
  cover(): () => void {
    this.assertShown();
    this.change({ covers: this.covers + 1 });
    if (this.covers === 1) this.visit?.hide();
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.change({ covers: this.covers - 1 });
      if (this.covers === 0) this.visit?.show();
    };
  }

  private started(): void {
    // Shown again after a sheet or another app it is `ready` again, and has started long ago.
    if (this.ready) return;
    clearTimeout(this.progressTimer);
    this.change({ ready: true });
    this.face.dress(this.ready);
    this.face.used();
  }

  private askerOf(release: VerifiedRelease): Asker {
    return { appId: release.appId, name: this.face.nameOf(release), partnerName: release.partnerName };
  }

  private openApp(release: VerifiedRelease, visit: Visit, { launch }: LiveApp): OpenApp {
    const { setTitle, setBar, setLeaveQuestion, setLoading, setRefresh } = this.chrome;
    return {
      release,
      launch,
      asker: this.askerOf(release),
      setTitle,
      setBar,
      setLeaveQuestion,
      setLoading,
      setRefresh,
      emit: (name, payload) => visit.emit(name, payload),
      ended: visit.ended,
      leave: () => this.host.leave(),
      assertShown: () => this.assertShown(),
      cover: () => this.cover(),
    };
  }

  private assertShown(): void {
    if (this.host.live?.phase !== 'shown') throw new PorticoError('ERR_BRIDGE_HIDDEN');
  }

  private change(
    changes: { [K in 'release' | 'fault' | 'ready' | 'drawn' | 'waiting' | 'share']?: Stay[K] } & { covers?: number },
  ): void {
    Object.assign(this, changes);
    this.host.requestUpdate();
  }
}
