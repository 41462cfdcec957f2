/** One mini-app on the screen: bar, frame, splash, and the page that stands in when the app cannot be there. */
import { consume } from '@lit/context';
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { textFor } from '../../../sandbox/contract/manifest/index.ts';
import type { AuditLine, CapabilityHandlers, ConsentGate } from '../../../sandbox/host/index.ts';
import type { NativeShell } from '../../services/native-shell/index.ts';
import type { PackageStore } from '../../services/package-store/index.ts';
import { blobAddress, NEUTRAL_COLOUR } from '../../services/registry/index.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { nativeShellContext, onlineContext, packagesContext, trustContext } from '../../state/contexts.ts';
import { type LiveApp, type LivePhase, liveAppsContext, liveLimits, runningApps } from '../../state/live-apps.ts';
import { appSettingsAddress, type Navigation, navigationContext } from '../../state/navigation.ts';
import type { OpenApp } from '../../state/open-app.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { lastKnown, type SessionState, sessionContext } from '../../state/session.ts';
import { type Sheets, sheetsContext } from '../../state/sheets.ts';
import type { TrustState } from '../../state/trust.ts';
import { Watch } from '../../state/watch.ts';
import { base } from '../../ui/styles.ts';
import './about-sheet.ts';
import { AppChrome } from './app-chrome.ts';
import './fault-page.ts';
import './loading-sign.ts';
import './player-bar.ts';
import type { PlayerBar } from './player-bar.ts';
import './player-splash.ts';
import { faultOfError, type PlayerFault } from './fault.ts';
import { asksLeave } from './leave-question.ts';
import type { Preparations } from './preparations.ts';
import { Visit } from './visit.ts';

/** A customer who waits longer than this wants to see that something moves. */
const PROGRESS_AFTER_MS = 1_000;
const PAGE_TITLE = 'Portico';

@customElement('player-screen')
@localized()
export class PlayerScreen extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        background: var(--paper);
      }
      .stage {
        position: relative;
        min-height: 0;
        overflow: hidden;
      }
      .stage > .frames,
      .stage > .frames > * {
        position: absolute;
        inset: 0;
      }
      .frames[data-covered] {
        visibility: hidden;
      }
      fault-page {
        position: absolute;
        inset: 0;
        overflow: auto;
      }
      player-splash {
        position: fixed;
        inset: 0;
      }
      /* The bar stays above the app's colour as soon as it can be used. */
      player-bar {
        z-index: 1;
      }
    `,
  ];

  /** The opening this element is for, from its first rendering to its last. */
  @property({ attribute: false }) live: LiveApp | undefined;
  /** The shell has shown the splash already, while this element's code was on its way. */
  @property({ type: Boolean }) splashed = false;
  /** Given by the shell: what was got ready before the tap. */
  @property({ attribute: false }) preparations: Preparations | undefined;
  /** Given by the shell: the host side of what this app may ask for. */
  @property({ attribute: false }) capabilities:
    | ((app: OpenApp) => {
        handlers: CapabilityHandlers;
        consent: ConsentGate;
        audit: (line: AuditLine) => void;
      })
    | undefined;

  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  @consume({ context: sessionContext }) private readonly session!: SessionState;
  @consume({ context: trustContext }) private readonly trust!: TrustState;
  @consume({ context: packagesContext }) private readonly packages!: () => Promise<PackageStore>;
  @consume({ context: sheetsContext }) private readonly sheets!: Sheets;
  @consume({ context: nativeShellContext }) private readonly nativeShell!: NativeShell;
  private readonly preferences = new Watch(this, preferencesContext);
  private readonly online = new Watch(this, onlineContext);
  private readonly liveApps = new Watch(this, liveAppsContext);
  private readonly chrome = new AppChrome(this);

  @query('.frames') private readonly frames!: HTMLElement;
  @query('player-bar') private readonly bar!: PlayerBar;
  @state() private release: VerifiedRelease | undefined;
  @state() private fault: PlayerFault | undefined;
  @state() private ready = false;
  @state() private waiting = false;
  @state() private share = 0;
  @state() private covers = 0;
  @state() private about = false;
  private visit: Visit | undefined;
  private progressTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endVisit('left');
  }

  /** The name is read out first, and the keyboard starts at the container's own bar. */
  protected override async firstUpdated(): Promise<void> {
    await this.bar.updateComplete;
    // Focusing lays the page out: when that is due anyway, and the app has been given its files.
    requestAnimationFrame(() => this.bar.focus());
  }

  protected override updated(changed: Map<'live', LiveApp | undefined>): void {
    const { live } = this;
    if (live && changed.has('live')) {
      const before = changed.get('live');
      if (!before) void this.enter();
      else if (before.phase !== live.phase) this.moved(before.phase, live.phase);
    }
    const theme = this.preferences.store?.theme;
    const locale = this.preferences.value?.locale;
    if (theme && locale) this.visit?.tell({ theme, locale, online: this.online.value ?? true });
  }

  private moved(from: LivePhase, to: LivePhase): void {
    if (to === 'closing') {
      this.visit?.closeSoon('closed', liveLimits.graceMs);
      return;
    }
    if (to === 'shown') {
      this.dress();
      requestAnimationFrame(() => this.bar.focus());
      const listing = this.live && this.catalogue.find(this.live.appId);
      if (listing) void this.catalogue.used(listing);
    } else if (from === 'shown') {
      this.about = false;
      // Nothing that an app asked for may stand over another place of the container: its questions end with it. An app
      // whose end was seen is not kept either; one that ends out of sight is, to say why.
      if (to === 'hidden' && (this.covers > 0 || this.fault)) this.say('close-app');
    }
    this.visit?.place(to);
  }

  /** Title of the page and colour of the system's bars, which follow the app on the screen. */
  private dress(): void {
    if (this.live?.phase !== 'shown') return;
    const name = this.release ? this.verifiedName(this.release) : '';
    document.title = name ? `${name} · ${PAGE_TITLE}` : PAGE_TITLE;
    const surface = this.preferences.store?.theme === 'dark' ? '#171e1c' : '#ffffff';
    const own = this.catalogue.find(this.live.appId)?.color ?? NEUTRAL_COLOUR;
    this.nativeShell.setChromeColour(this.ready ? surface : own);
  }

  private say(what: 'close-app' | 'switch-app'): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  private note(news: Partial<Pick<LiveApp, 'name' | 'stopped'>>): void {
    if (this.live) this.liveApps.store?.note(this.live.key, news);
  }

  private endVisit(reason: string): void {
    clearTimeout(this.progressTimer);
    this.visit?.end(reason);
    this.visit = undefined;
  }

  private async enter(): Promise<void> {
    const { capabilities, preparations } = this;
    const appId = this.live?.appId;
    if (!appId || !capabilities || !preparations) return;
    this.endVisit('entered again');
    if (this.live?.stopped) this.note({ stopped: false });
    Object.assign(this, {
      fault: undefined,
      ready: false,
      waiting: false,
      share: 0,
      about: false,
      release: undefined,
    });
    this.chrome.reset();
    this.progressTimer = setTimeout(() => {
      this.waiting = true;
    }, PROGRESS_AFTER_MS);
    this.dress();

    const visit = new Visit({
      appId,
      trust: this.trust,
      packages: this.packages,
      session: () => this.session.refresh(),
      knownSession: () => lastKnown(this.session.value),
      preparations,
      listing: this.catalogue.find(appId),
      location,
      frames: this.frames,
      capabilities: (release) => capabilities(this.openApp(release, visit)),
      title: (release) => this.verifiedName(release),
      approved: (release) => {
        this.release = release;
        this.dress();
        this.note({ name: this.verifiedName(release) });
      },
      progressed: (share) => {
        this.share = share;
      },
      started: () => this.started(),
      failed: (fault) => this.failed(fault),
    });
    this.visit = visit;
    visit.place(this.live?.phase ?? 'shown');
    try {
      await visit.begin();
    } catch (error) {
      if (this.visit === visit) this.failed(faultOfError(error));
    }
  }

  private started(): void {
    // Shown again after a sheet or another app it is `ready` again, and has started long ago.
    if (this.ready) return;
    clearTimeout(this.progressTimer);
    this.ready = true;
    this.dress();
    const listing = this.live && this.catalogue.find(this.live.appId);
    if (listing) void this.catalogue.used(listing);
  }

  private failed(fault: PlayerFault): void {
    this.endVisit(fault.kind);
    this.fault = fault;
    this.note({ stopped: true });
  }

  private openApp(release: VerifiedRelease, visit: Visit): OpenApp {
    const { setTitle, setBar, setLeaveQuestion, setLoading, setRefresh } = this.chrome;
    return {
      release,
      launch: this.live?.launch ?? { path: '/', query: {} },
      asker: { appId: release.appId, name: this.verifiedName(release), partnerName: release.partnerName },
      setTitle,
      setBar,
      setLeaveQuestion,
      setLoading,
      setRefresh,
      emit: (name, payload) => visit.emit(name, payload),
      ended: visit.ended,
      leave: () => this.say('close-app'),
      assertShown: () => this.assertShown(),
      cover: () => this.cover(),
    };
  }

  private assertShown(): void {
    if (this.live?.phase !== 'shown') throw new PorticoError('ERR_BRIDGE_HIDDEN');
  }

  private cover(): () => void {
    this.assertShown();
    this.covers += 1;
    if (this.covers === 1) this.visit?.hide();
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.covers -= 1;
      if (this.covers === 0) this.visit?.show();
    };
  }

  private verifiedName({ manifest }: VerifiedRelease): string {
    const locale = this.preferences.value?.locale ?? 'zh-Hans';
    return textFor(manifest.shortName, locale, manifest.lang) || textFor(manifest.name, locale, manifest.lang);
  }

  /** Back, and the capsule's minimise: the app stays as it is, behind wherever the customer goes. */
  private minimise(): void {
    this.navigation.backKeeping();
  }

  /** By the bar: the app may have something to say first, once; the customer decides. */
  private async closeByBar(): Promise<void> {
    const { leaveQuestion } = this.chrome;
    if (leaveQuestion === undefined || !this.release || !this.ready || this.fault) return this.say('close-app');
    const { appId, partnerName } = this.release;
    const asker = { appId, name: this.verifiedName(this.release), partnerName };
    const uncover = this.cover();
    const signal = this.visit?.ended ?? AbortSignal.abort();
    const leaves = await asksLeave(this.sheets, { asker, text: leaveQuestion }, signal);
    if (leaves) this.say('close-app');
    uncover();
  }

  private refreshApp(): void {
    if (this.chrome.refresh !== 'on') return;
    this.about = false;
    this.chrome.setRefresh('busy');
    this.visit?.emit('refresh', null);
  }

  private openSettings(): void {
    if (this.live) this.navigation.go(appSettingsAddress(this.live.appId));
  }

  private signIn(): void {
    if (!this.live) return;
    const { appId, launch } = this.live;
    void this.sheets.signIn({ pending: { appId, path: launch.path, method: 'app.open' } });
  }

  protected override render() {
    const listing = this.live && this.catalogue.find(this.live.appId);
    const name = this.release ? this.verifiedName(this.release) : (listing?.shortName ?? '');
    return html`
      <player-bar
        name=${name}
        page-title=${this.chrome.title}
        .verified=${this.release !== undefined}
        .colour=${this.ready && !this.fault ? this.chrome.bar : undefined}
        .refresh=${this.ready && !this.fault ? this.chrome.refresh : 'off'}
        @refresh=${this.refreshApp}
        ?plain=${this.preferences.value?.care ?? false}
        @back=${this.minimise}
        @minimise=${this.minimise}
        @leave=${this.closeByBar}
        @more=${() => {
          this.about = this.release !== undefined;
        }}
      ></player-bar>
      <main class="stage">
        <div class="frames" ?data-covered=${this.covers > 0} ?inert=${this.covers > 0 || this.about}></div>
        ${
          this.fault
            ? html`<fault-page .fault=${this.fault} @retry=${this.enter} @leave=${() => this.say('close-app')} @sign-in=${this.signIn}></fault-page>`
            : html`<player-splash
                ?gone=${this.ready}
                ?still=${this.splashed}
                .name=${name}
                .partner=${this.release?.partnerName ?? ''}
                .icon=${listing?.icon && blobAddress(listing.icon.digest)}
                .colour=${listing?.color ?? this.release?.manifest.colors.theme ?? NEUTRAL_COLOUR}
                .from=${this.navigation.origin}
                .share=${this.share}
                .waiting=${this.waiting && !this.ready}
              ></player-splash>`
        }
        ${
          this.chrome.loading !== undefined && this.ready && !this.fault && this.covers === 0
            ? html`<loading-sign .name=${name} .text=${this.chrome.loading}></loading-sign>`
            : nothing
        }
      </main>
      ${
        this.about
          ? html`<about-sheet
              .release=${this.release}
              .name=${name}
              .locale=${this.preferences.value?.locale ?? 'zh-Hans'}
              .refresh=${this.chrome.refresh}
              .others=${this.liveApps.value ? runningApps(this.liveApps.value).length - 1 : 0}
              @refresh=${this.refreshApp}
              @settings=${this.openSettings}
              @switch=${() => {
                this.about = false;
                this.say('switch-app');
              }}
              @again=${this.enter}
              @dismiss=${() => {
                this.about = false;
              }}
            ></about-sheet>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-screen': PlayerScreen;
  }
}
