/** A shelf of mini-apps: a grid of arches, or rows with a line about each when there are few or the customer needs larger things. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Listing } from '../../services/registry/index.ts';
import { appLikely } from '../../state/navigation.ts';
import '../../ui/app-icon.ts';
import '../../ui/icon.ts';
import { base, panels, skeletons } from '../../ui/styles.ts';

export interface ShelvedApp extends Listing {
  readonly iconAddress: string | undefined;
}
/** Detail of `open-service`: the app, and the middle of its icon in the viewport. */
export interface ServiceTile {
  readonly app: Listing;
  readonly x: number;
  readonly y: number;
}

/** Fewer than this and a grid would look like an empty car park. */
const GRID_FROM = 5;

@customElement('service-shelf')
@localized()
export class ServiceShelf extends LitElement {
  static override styles = [
    base,
    panels,
    skeletons,
    css`
      h2 {
        margin: var(--gap-6) 2px var(--gap-3);
        font-size: var(--text-l);
        font-weight: 650;
        color: var(--ink);
      }
      .row {
        min-height: 76px;
        gap: var(--gap-4);
      }
      .name {
        display: block;
        font-weight: 600;
        color: var(--ink);
      }
      .tagline {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        margin-top: 2px;
        font-size: var(--text-s);
        color: var(--ink-3);
        line-height: 1.45;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(4.75rem, 1fr));
        gap: var(--gap-5) var(--gap-2);
        padding: var(--gap-5) var(--gap-2);
      }
      .tile {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--gap-2);
        width: 100%;
        padding: 0 2px;
        font-size: var(--text-s);
        line-height: 1.35;
        text-align: center;
        color: var(--ink);
        transition: transform var(--quick) var(--ease);
      }
      .tile:active {
        transform: scale(0.95);
      }
      .tile span {
        max-width: 100%;
        overflow-wrap: anywhere;
      }
      .bone {
        display: flex;
        align-items: center;
        gap: var(--gap-4);
        padding: var(--gap-3) var(--gap-4);
      }
      .bone i {
        flex: none;
        width: 3.25rem;
        height: 3.25rem;
        border-radius: var(--radius-arch);
      }
      .bone b {
        height: 0.9rem;
        width: 38%;
      }
      .bone b + b {
        width: 64%;
        margin-top: 8px;
      }
      .bone div {
        flex: 1;
      }
      .bones-title {
        width: 5rem;
        height: 1.1rem;
        margin: var(--gap-6) 2px var(--gap-3);
      }
      b {
        display: block;
      }
    `,
  ];

  @property() heading = '';
  /** `undefined` while nothing is known yet. */
  @property({ attribute: false }) apps: readonly ShelvedApp[] | undefined;
  @property({ type: Boolean }) rows = false;

  private open(app: ShelvedApp, event: Event): void {
    const icon = (event.currentTarget as HTMLElement).querySelector('portico-app-icon')?.getBoundingClientRect();
    const detail: ServiceTile = {
      app,
      x: icon ? icon.x + icon.width / 2 : innerWidth / 2,
      y: icon ? icon.y + icon.height / 2 : innerHeight / 2,
    };
    this.dispatchEvent(new CustomEvent('open-service', { detail }));
  }

  protected override render() {
    if (!this.apps) return this.bones();
    const grid = !this.rows && this.apps.length >= GRID_FROM;
    return html`
      <h2>${this.heading}</h2>
      <ul class=${grid ? 'panel grid' : 'panel'}>
        ${this.apps.map((app) => html`<li>${grid ? this.tile(app) : this.row(app)}</li>`)}
      </ul>
    `;
  }

  private icon(app: ShelvedApp) {
    return html`<portico-app-icon .src=${app.iconAddress} .name=${app.shortName} .colour=${app.color}></portico-app-icon>`;
  }

  private tile(app: ShelvedApp) {
    return html`<button class="tile" type="button" @pointerdown=${() => this.dispatchEvent(appLikely(app.appId))} @click=${(event: Event) => this.open(app, event)}>
      ${this.icon(app)}<span><bdi>${app.shortName}</bdi></span>
    </button>`;
  }

  private row(app: ShelvedApp) {
    return html`<button class="row" type="button" @pointerdown=${() => this.dispatchEvent(appLikely(app.appId))} @click=${(event: Event) => this.open(app, event)}>
      ${this.icon(app)}
      <span class="grow">
        <span class="name"><bdi>${app.name}</bdi></span>
        ${app.tagline ? html`<span class="tagline"><bdi>${app.tagline}</bdi></span>` : nothing}
      </span>
      <portico-icon class="next" name="next"></portico-icon>
    </button>`;
  }

  private bones() {
    const bone = html`<div class="bone"><i class="skeleton"></i><div><b class="skeleton"></b><b class="skeleton"></b></div></div>`;
    return html`<div role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}>
      <b class="skeleton bones-title"></b>
      <div class="panel" aria-hidden="true">${bone}${bone}${bone}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-shelf': ServiceShelf;
  }
}
