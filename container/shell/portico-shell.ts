/** The root element: provides what screens need, draws the screen of the route, and the player above it. */
import { ContextProvider } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { AppId } from '../../sandbox/contract/index.ts';
import type { Capabilities } from '../capabilities/index.ts';
import type { Preparations } from '../screens/player/preparations.ts';
import { cardsContext } from '../state/cards.ts';
import { catalogueContext } from '../state/catalogue.ts';
import {
  nativeShellContext,
  onlineContext,
  packagesContext,
  registryContext,
  trustContext,
} from '../state/contexts.ts';
import { keptContext } from '../state/kept.ts';
import { hasFrame, type LiveApp, liveAppsContext, runningApps } from '../state/live-apps.ts';
import { navigationContext, type Route } from '../state/navigation.ts';
import { type LaunchOptions, launchQuery, type OpenApp } from '../state/open-app.ts';
import { preferencesContext } from '../state/preferences.ts';
import { problemWords } from '../state/problem-words.ts';
import { sessionContext } from '../state/session.ts';
import { sheetsContext } from '../state/sheets.ts';
import { base } from '../ui/styles.ts';
import { createCards } from './cards.ts';
import { closeApp, goToApp } from './changing-apps.ts';
import './live-bar.ts';
import './live-players.ts';
import { policeLiveApps } from './live-policy.ts';
import { drawScreen, loaders } from './screens.ts';
import type { Services } from './services.ts';
import './sheet-layer.ts';
import type { SheetLayer } from './sheet-layer.ts';
import { createSheets } from './sheets.ts';
import './tab-bar.ts';

type PlayerRoute = Extract<Route, { screen: 'player' }>;
type BaseRoute = Exclude<Route, PlayerRoute>;

@customElement('portico-shell')
@localized()
export class PorticoShell extends LitElement {
  static override styles = [
    base,
    css`
      .screen {
        min-height: 100dvh;
      }
      /* So that the end of a page can be scrolled out from under the bar of open apps. */
      .screen.roomy {
        padding-bottom: 72px;
      }
      .screen:focus-visible {
        outline: none;
      }
    `,
  ];

  @query('sheet-layer') private readonly layer!: SheetLayer;
  @query('.screen') private readonly screen!: HTMLElement;
  /** What lies under the player, so that leaving an app shows the same place at the same height. */
  @state() private under: BaseRoute | undefined;
  @state() private capabilities: ((app: OpenApp) => Capabilities) | undefined;
  private preparations: Preparations | undefined;
  private services: Services | undefined;

  /** Called once by `main.ts`, when the language is there. */
  start(services: Services): void {
    this.services = services;
    const sheets = createSheets({
      layer: () => this.layer,
      registry: services.registry,
      session: services.session,
      resume: services.resume,
      leaveFor: (address) => location.assign(address),
      here: () => location.pathname + location.search,
      locale: () => services.preferences.value.locale,
    });
    new ContextProvider(this, { context: registryContext, initialValue: services.registry });
    new ContextProvider(this, { context: preferencesContext, initialValue: services.preferences });
    new ContextProvider(this, { context: sessionContext, initialValue: services.session });
    new ContextProvider(this, { context: catalogueContext, initialValue: services.catalogue });
    new ContextProvider(this, { context: onlineContext, initialValue: services.online });
    new ContextProvider(this, { context: navigationContext, initialValue: services.navigation });
    new ContextProvider(this, { context: trustContext, initialValue: services.trust });
    new ContextProvider(this, { context: packagesContext, initialValue: services.loadPackages });
    new ContextProvider(this, { context: nativeShellContext, initialValue: services.nativeShell });
    new ContextProvider(this, { context: cardsContext, initialValue: createCards(services) });
    new ContextProvider(this, { context: sheetsContext, initialValue: sheets });
    new ContextProvider(this, { context: keptContext, initialValue: services.loadKept });
    new ContextProvider(this, { context: liveAppsContext, initialValue: services.liveApps });
    services.liveApps.subscribe(() => this.requestUpdate());
    policeLiveApps(services, document);
    // Before the first arrival: a link may lead straight into an app.
    this.loadCapabilities = () => services.loadCapabilities(sheets);
    this.addEventListener('app-likely', ({ detail: appId }) => {
      void services.loadPreparations().then((preparations) => preparations.prepare(appId));
    });
    services.navigation.subscribe((route) => void this.arrive(route, services, true));
    void this.arrive(services.navigation.value, services, false);
    void this.tellOfFailedSignIn();
  }

  /** The registry sends the customer here when the sign-in on the other site came to nothing. */
  private async tellOfFailedSignIn(): Promise<void> {
    if (new URLSearchParams(location.search).get('signin') !== 'failed') return;
    history.replaceState(history.state, '', location.pathname);
    await this.updateComplete;
    this.layer.toast(msg('登录没有完成。', { id: 'sign-in.failed' }));
  }

  private loadCapabilities: (() => Promise<(app: OpenApp) => Capabilities>) | undefined;

  private async arrive(route: Route, services: Services, moved: boolean): Promise<void> {
    this.preparations?.letGo();
    if (route.screen === 'player') {
      this.under ??= { screen: 'home' };
      return this.play(route, services);
    }
    const leftPlayer = this.front() !== undefined;
    services.liveApps.leave();
    document.title = 'Portico';
    document.documentElement.toggleAttribute('data-playing', false);
    try {
      await loaders[route.screen]();
    } catch (error) {
      this.layer.toast(problemWords(error));
      return;
    }
    if (services.navigation.value !== route) return;
    const same = this.under?.screen === route.screen && route.screen === 'home';
    this.under = route;
    this.colourBars(route, services);
    await this.updateComplete;
    if (!moved) return;
    if (!(leftPlayer && same)) scrollTo(0, 0);
    if (route.screen !== 'search') this.screen.focus({ preventScroll: true });
  }

  /** Everything an app needs to be opened with. Asked for while idle, so that the first one opens in one motion. */
  async loadPlayer(): Promise<void> {
    this.preparations ??= await this.services?.loadPreparations();
    this.capabilities ??= await this.loadCapabilities?.();
  }

  private begin(appId: AppId, { liveApps }: Services): Promise<void> | undefined {
    const isOpen = liveApps.value.apps.some((app) => app.appId === appId && hasFrame(app));
    return isOpen || !this.capabilities ? undefined : this.preparations?.begin(appId);
  }

  private async play(route: PlayerRoute, services: Services): Promise<void> {
    // An app that is all ready goes first: what is asked and drawn around it would hold it up.
    const begun = this.begin(route.appId, services);
    const resumed = services.resume.take(route.appId);
    const launch: LaunchOptions = {
      path: route.path,
      query: launchQuery(route.query),
      ...(resumed?.orderToken && {
        resume: { method: resumed.method, orderToken: resumed.orderToken, hint: resumed.hint ?? 'cancelled' },
      }),
    };
    // What proves the app travels while its code does; whoever opens it asks again, and tells what is wrong.
    services.trust.resolve(route.appId).catch(() => undefined);
    await begun;
    if (services.navigation.value !== route) return;
    services.liveApps.open({ appId: route.appId, address: location.pathname + location.search, launch });
    document.documentElement.toggleAttribute('data-playing', true);
    try {
      if (!this.capabilities) await this.loadPlayer();
    } catch (error) {
      this.layer.toast(problemWords(error));
      const front = this.front();
      if (front?.appId === route.appId) closeApp(services, front);
    }
  }

  private colourBars(route: BaseRoute, { nativeShell, preferences }: Services): void {
    const dark = preferences.theme === 'dark';
    const facade = dark ? '#0a332b' : '#0a4237';
    const paper = dark ? '#0e1312' : '#f4f2ec';
    nativeShell.setChromeColour(route.screen === 'home' ? facade : paper);
  }

  protected override render() {
    if (!this.under) return html`<slot></slot><sheet-layer></sheet-layer>`;
    const { screen } = this.under;
    const tabbed = screen === 'home' || screen === 'orders' || screen === 'settings';
    const covered = this.front() !== undefined;
    const open = this.services ? runningApps(this.services.liveApps.value).length : 0;
    return html`
      <div class="screen ${tabbed && open > 0 ? 'roomy' : ''}" tabindex="-1" ?inert=${covered} aria-hidden=${covered ? 'true' : nothing}>${drawScreen(this.under)}</div>
      ${
        tabbed
          ? html`<tab-bar
              current=${screen}
              ?inert=${covered}
              @go=${(event: CustomEvent<string>) => this.services?.navigation.go(event.detail)}
            ></tab-bar>`
          : nothing
      }
      ${tabbed ? html`<live-bar ?hidden=${covered} @open-app=${this.goTo} @show-all=${this.showLiveApps}></live-bar>` : nothing}
      <live-players
        .capabilities=${this.capabilities}
        .preparations=${this.preparations}
        @show-all=${this.showLiveApps}
      ></live-players>
      <sheet-layer></sheet-layer>
    `;
  }

  private front(): LiveApp | undefined {
    const { front, apps } = this.services?.liveApps.value ?? {};
    return apps?.find(({ key }) => key === front);
  }

  private goTo({ detail: app }: CustomEvent<LiveApp>): void {
    if (this.services) goToApp(this.services, app);
  }

  /** The list of open apps; whoever closes there the one they came from is led back to where that was come to from. */
  private async showLiveApps(): Promise<void> {
    const { services } = this;
    if (!services) return;
    const wasInFront = this.front();
    try {
      const chosen = await this.layer.show<LiveApp | undefined>(
        () => import('../screens/live-apps/live-apps-sheet.ts'),
        (settle) => html`<live-apps-sheet .settled=${settle}></live-apps-sheet>`,
      );
      if (chosen && chosen.key !== this.front()?.key) goToApp(services, chosen);
      else if (!chosen && wasInFront && !this.front()) services.navigation.back();
    } catch (error) {
      this.layer.toast(problemWords(error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-shell': PorticoShell;
  }
}
