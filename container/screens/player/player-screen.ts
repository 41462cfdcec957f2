/** One mini-app on the screen: bar, frame, splash, and the page that stands in when the app cannot be there. */
import { consume } from '@lit/context';
import { localized } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { focusApp } from '../../../sandbox/host/index.ts';
import type { NativeShell } from '../../services/native-shell/index.ts';
import type { PackageStore } from '../../services/package-store/index.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { nativeShellContext, onlineContext, packagesContext, trustContext } from '../../state/contexts.ts';
import { type LiveApp, type LiveNews, type LivePhase, liveAppsContext, runningApps } from '../../state/live-apps.ts';
import { appSettingsAddress, type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { type SessionState, sessionContext } from '../../state/session.ts';
import { type Sheets, sheetsContext } from '../../state/sheets.ts';
import type { TrustState } from '../../state/trust.ts';
import { Watch } from '../../state/watch.ts';
import { base } from '../../ui/styles.ts';
import './about-sheet.ts';
import './fault-page.ts';
import { asksLeave } from './leave-question.ts';
import './loading-sign.ts';
import './player-bar.ts';
import type { PlayerBar } from './player-bar.ts';
import './player-splash.ts';
import { playerStyles } from './player-styles.ts';
import type { Preparations } from './preparations.ts';
import { type CapabilitiesOf, Stay } from './stay.ts';

@customElement('player-screen')
@localized()
export class PlayerScreen extends LitElement {
  static override styles = [base, playerStyles];

  /** The opening this element is for, from its first rendering to its last. */
  @property({ attribute: false }) live: LiveApp | undefined;
  /** The shell has shown the splash already, while this element's code was on its way. */
  @property({ type: Boolean }) splashed = false;
  /** Given by the shell: what was got ready before the tap. */
  @property({ attribute: false }) preparations: Preparations | undefined;
  /** Given by the shell: the host side of what this app may ask for. */
  @property({ attribute: false }) capabilities: CapabilitiesOf | undefined;

  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: catalogueContext }) readonly catalogue!: CatalogueState;
  @consume({ context: sessionContext }) readonly session!: SessionState;
  @consume({ context: trustContext }) readonly trust!: TrustState;
  @consume({ context: packagesContext }) readonly packages!: () => Promise<PackageStore>;
  @consume({ context: sheetsContext }) private readonly sheets!: Sheets;
  @consume({ context: nativeShellContext }) readonly nativeShell!: NativeShell;
  readonly preferences = new Watch(this, preferencesContext);
  private readonly online = new Watch(this, onlineContext);
  private readonly liveApps = new Watch(this, liveAppsContext);

  @query('.frames') readonly frames!: HTMLElement;
  @query('player-bar') private readonly bar!: PlayerBar;
  @state() private about = false;
  private readonly stay = new Stay(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stay.end('left');
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
      if (!before) this.enter();
      else if (before.phase !== live.phase) this.moved(before.phase, live.phase);
    }
    // The list of open apps asks it as well.
    this.note({ leaveQuestion: this.stay.leaveQuestion });
    const theme = this.preferences.store?.theme;
    const locale = this.preferences.value?.locale;
    if (theme && locale) this.stay.tell({ theme, locale, online: this.online.value ?? true });
  }

  private moved(from: LivePhase, to: LivePhase): void {
    if (to === 'shown') {
      this.stay.face.dress(this.stay.ready);
      requestAnimationFrame(() => this.bar.focus());
      this.stay.face.used();
    } else if (from === 'shown') {
      this.about = false;
      // Nothing that an app asked for may stand over another place of the container: its questions end with it. An app
      // whose end was seen is not kept either; one that ends out of sight is, to say why.
      if (to === 'hidden' && (this.stay.covered || this.stay.fault)) this.leave();
    }
    this.stay.place(to);
  }

  private enter(): void {
    this.about = false;
    void this.stay.enter();
  }

  get isShown(): boolean {
    return this.live?.phase === 'shown';
  }

  get frameHasFocus(): boolean {
    return this.frames?.contains(this.shadowRoot?.activeElement ?? null) ?? false;
  }

  focusApp(): void {
    for (const mount of this.frames.children) focusApp(mount);
  }

  endIntruder(): void {
    this.stay.failed({ kind: 'intruding' });
  }

  leave(): void {
    this.say('close-app');
  }

  private say(what: 'close-app' | 'switch-app' | 'renew'): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  note(news: LiveNews): void {
    if (this.live) this.liveApps.store?.note(this.live.key, news);
  }

  /** Back, and the capsule's minimise: the app stays as it is, behind wherever the customer goes. */
  private minimise(): void {
    this.navigation.backKeeping();
  }

  /** By the bar: the app may have something to say first, once; the customer decides. */
  private async closeByBar(): Promise<void> {
    const { leaveQuestion, asker, ended } = this.stay;
    if (leaveQuestion === undefined || !asker) return this.leave();
    const uncover = this.stay.cover();
    const leaves = await asksLeave(this.sheets, { asker, text: leaveQuestion }, ended);
    if (leaves) this.leave();
    uncover();
  }

  private refreshApp(): void {
    if (this.stay.chrome.refresh === 'on') this.about = false;
    this.stay.refresh();
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
    const { stay } = this;
    const { chrome, release, covered, runs } = stay;
    const { name } = stay.face;
    return html`
      <player-bar
        name=${name}
        page-title=${chrome.title}
        .verified=${release !== undefined}
        .colour=${runs ? chrome.bar : undefined}
        .refresh=${runs ? chrome.refresh : 'off'}
        @refresh=${this.refreshApp}
        ?plain=${this.preferences.value?.care ?? false}
        @back=${this.minimise}
        @minimise=${this.minimise}
        @leave=${this.closeByBar}
        @more=${() => {
          this.about = release !== undefined;
        }}
      ></player-bar>
      <main class="stage">
        <div class="frames" ?data-covered=${covered} ?inert=${covered || this.about}></div>
        ${stay.fault ? this.faultPage() : stay.drawn && !stay.ready ? nothing : this.splash()}
        ${
          chrome.loading !== undefined && runs && !covered
            ? html`<loading-sign .name=${name} .text=${chrome.loading}></loading-sign>`
            : nothing
        }
      </main>
      ${this.about ? this.aboutSheet() : nothing}
    `;
  }

  private faultPage() {
    return html`<fault-page
      .fault=${this.stay.fault}
      @retry=${this.enter}
      @leave=${this.leave}
      @sign-in=${this.signIn}
      @renew=${() => this.say('renew')}
    ></fault-page>`;
  }

  private splash() {
    const { name, icon, colour } = this.stay.face;
    const { release, ready, waiting, share } = this.stay;
    return html`<player-splash
      ?gone=${ready}
      ?still=${this.splashed}
      .name=${name}
      .partner=${release?.partnerName ?? ''}
      .icon=${icon}
      .colour=${colour}
      .from=${this.navigation.origin}
      .share=${share}
      .waiting=${waiting && !ready}
    ></player-splash>`;
  }

  private aboutSheet() {
    return html`<about-sheet
      .release=${this.stay.release}
      .name=${this.stay.face.name}
      .locale=${this.stay.face.locale}
      .refresh=${this.stay.chrome.refresh}
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
    ></about-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-screen': PlayerScreen;
  }
}
