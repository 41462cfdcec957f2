/** A player for every open app with a frame, always in the order they were opened: an iframe that is moved loads again. */
import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Capabilities } from '../capabilities/index.ts';
import type { Preparations } from '../screens/player/preparations.ts';
import '../screens/player/player-splash.ts';
import { blobAddress, NEUTRAL_COLOUR } from '../services/registry/index.ts';
import { type CatalogueState, catalogueContext } from '../state/catalogue.ts';
import { hasFrame, type LiveApp, liveAppsContext } from '../state/live-apps.ts';
import { type Navigation, navigationContext } from '../state/navigation.ts';
import type { OpenApp } from '../state/open-app.ts';
import { Watch } from '../state/watch.ts';
import { closeApp } from './changing-apps.ts';
import { guardFocus } from './focus-guard.ts';

@customElement('live-players')
export class LivePlayers extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    player-splash {
      position: fixed;
      z-index: 10;
    }
  `;

  /** `undefined` while the player's code is on its way. */
  @property({ attribute: false }) capabilities: ((app: OpenApp) => Capabilities) | undefined;
  @property({ attribute: false }) preparations: Preparations | undefined;
  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  private readonly liveApps = new Watch(this, liveAppsContext);
  /** Key of the app whose splash was shown here. */
  private splashed: number | undefined;

  private readonly focusGuard = guardFocus(document, () => [...this.renderRoot.querySelectorAll('player-screen')]);

  protected override updated(): void {
    this.focusGuard.appsChanged();
  }

  private close(app: LiveApp): void {
    if (this.liveApps.store) closeApp({ liveApps: this.liveApps.store, navigation: this.navigation }, app);
  }

  /** A page that is out of date may find its own later scripts gone: then loading it again is all there is. */
  private async renew(): Promise<void> {
    try {
      await (await import('./offline.ts')).renew();
    } catch (error) {
      console.warn('portico: the page could not be renewed, only loaded again', error);
      location.reload();
    }
  }

  protected override render() {
    const { apps = [], front } = this.liveApps.value ?? {};
    if (!this.capabilities) return this.splash(apps.find(({ key }) => key === front));
    return repeat(
      apps.filter(hasFrame),
      ({ key }) => key,
      (live) => html`<player-screen
        .live=${live}
        ?hidden=${live.phase !== 'shown'}
        .capabilities=${this.capabilities}
        .preparations=${this.preparations}
        ?splashed=${this.splashed === live.key}
        @close-app=${() => this.close(live)}
        @renew=${this.renew}
        @switch-app=${() => this.dispatchEvent(new CustomEvent('show-all'))}
      ></player-screen>`,
    );
  }

  private splash(front: LiveApp | undefined) {
    if (!front) return nothing;
    const listing = this.catalogue.find(front.appId);
    this.splashed = front.key;
    return html`<player-splash
      .name=${listing?.shortName ?? ''}
      .icon=${listing?.icon && blobAddress(listing.icon.digest)}
      .colour=${listing?.color ?? NEUTRAL_COLOUR}
      .from=${this.navigation.origin}
    ></player-splash>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-players': LivePlayers;
  }
}
