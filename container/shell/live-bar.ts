/** Above the tabs while apps are open: one tap back into the last one, another to the list of all. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { blobAddress, NEUTRAL_COLOUR } from '../services/registry/index.ts';
import { catalogueContext } from '../state/catalogue.ts';
import { type LiveApp, liveAppsContext, runningApps } from '../state/live-apps.ts';
import { Watch } from '../state/watch.ts';
import '../ui/app-icon.ts';
import '../ui/icon.ts';
import { base } from '../ui/styles.ts';

/** Icons that peep out from under the first. */
const PEEPING = 2;

@customElement('live-bar')
@localized()
export class LiveBar extends LitElement {
  static override styles = [
    base,
    css`
      .bar {
        position: fixed;
        inset: auto 0 calc(var(--tabs) + env(safe-area-inset-bottom) + 12px);
        z-index: 4;
        display: flex;
        width: fit-content;
        max-width: min(calc(100% - 2 * var(--gutter)), 420px);
        margin: 0 auto;
        border-radius: 999px;
        background: color-mix(in srgb, var(--surface) 92%, var(--accent));
        color: var(--ink);
        box-shadow: 0 0 0 1px var(--line), 0 10px 32px rgb(12 20 18 / 0.16);
        animation: rise var(--move) var(--ease);
      }
      button {
        display: flex;
        align-items: center;
        min-height: 52px;
        border-radius: 999px;
      }
      .last {
        gap: var(--gap-3);
        min-width: 0;
        padding: 6px 12px 6px 8px;
        text-align: start;
      }
      .icons {
        display: flex;
        flex: none;
      }
      portico-app-icon {
        position: relative;
        width: 2.25rem;
        height: 2.25rem;
        font-size: 0.8rem;
        border-radius: var(--radius-arch);
        box-shadow: 0 0 0 2px var(--surface);
      }
      portico-app-icon + portico-app-icon {
        margin-inline-start: -1.35rem;
      }
      portico-app-icon:nth-child(1) {
        z-index: 3;
      }
      portico-app-icon:nth-child(2) {
        z-index: 2;
      }
      .words {
        display: grid;
        min-width: 0;
      }
      .name {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        font-size: var(--text-m);
        font-weight: 600;
        line-height: 1.25;
      }
      .what {
        font-size: var(--text-xs);
        line-height: 1.3;
        color: var(--ink-3);
      }
      .all {
        position: relative;
        flex: none;
        gap: 4px;
        min-width: var(--target);
        padding: 0 16px 0 14px;
        color: var(--accent);
        font-size: var(--text-m);
        font-weight: 600;
      }
      .all::before {
        content: "";
        position: absolute;
        inset: 26% auto 26% 0;
        border-inline-start: 1px solid var(--line);
      }
      .all portico-icon {
        width: 1.35rem;
        height: 1.35rem;
      }
      @keyframes rise {
        from {
          transform: translateY(16px);
          opacity: 0;
        }
      }
    `,
  ];

  private readonly liveApps = new Watch(this, liveAppsContext);
  private readonly catalogue = new Watch(this, catalogueContext);

  private open(app: LiveApp): void {
    this.dispatchEvent(new CustomEvent('open-app', { detail: app }));
  }

  protected override render() {
    const apps = this.liveApps.value ? runningApps(this.liveApps.value) : [];
    const [last] = apps;
    if (!last) return nothing;
    const name = this.nameOf(last);
    return html`<aside class="bar" aria-label=${msg('正在使用的服务', { id: 'live.heading' })}>
      <button class="last" type="button" aria-label=${msg(str`返回“${name}”`, { id: 'live.return-to' })} @click=${() => this.open(last)}>
        <span class="icons">${apps.slice(0, 1 + PEEPING).map((app) => this.icon(app))}</span>
        <span class="words">
          <bdi class="name">${name}</bdi>
          <span class="what">${last.stopped ? msg('已停止', { id: 'live.stopped' }) : msg('点按返回', { id: 'live.return' })}</span>
        </span>
      </button>
      <button
        class="all"
        type="button"
        aria-haspopup="dialog"
        aria-label=${msg(str`全部正在使用的服务，共 ${apps.length} 个`, { id: 'live.all' })}
        @click=${() => this.dispatchEvent(new CustomEvent('show-all'))}
      >
        <portico-icon name="layers"></portico-icon><span>${apps.length}</span>
      </button>
    </aside>`;
  }

  private nameOf(app: LiveApp): string {
    return app.name || this.catalogue.store?.find(app.appId)?.shortName || app.appId;
  }

  private icon(app: LiveApp) {
    const listing = this.catalogue.store?.find(app.appId);
    return html`<portico-app-icon
      .src=${listing?.icon && blobAddress(listing.icon.digest)}
      .name=${this.nameOf(app)}
      .colour=${listing?.color ?? NEUTRAL_COLOUR}
    ></portico-app-icon>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-bar': LiveBar;
  }
}
