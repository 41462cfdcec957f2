/** Every app that is open: back into one, or done with it. */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { blobAddress, NEUTRAL_COLOUR } from '../../services/registry/index.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { type LiveApp, liveAppsContext, runningApps } from '../../state/live-apps.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/app-icon.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('live-apps-sheet')
@localized()
export class LiveAppsSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      li {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
        margin-bottom: var(--gap-2);
        border-radius: var(--radius-m);
        background: var(--surface-sunk);
      }
      li.front {
        background: var(--accent-tint);
      }
      .app {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--gap-3);
        min-width: 0;
        min-height: 76px;
        padding: var(--gap-3) 0 var(--gap-3) var(--gap-3);
        border-radius: inherit;
        text-align: start;
      }
      portico-app-icon {
        width: 3rem;
        height: 3rem;
        font-size: 1.05rem;
      }
      .words {
        display: grid;
        min-width: 0;
        gap: 2px;
      }
      .name {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        font-size: var(--text-l);
        font-weight: 600;
      }
      .how {
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      li.stopped .how {
        color: var(--alert);
      }
      .round {
        flex: none;
        margin-inline-end: var(--gap-1);
        color: var(--ink-2);
      }
      .note {
        margin: var(--gap-4) 0 var(--gap-2);
        font-size: var(--text-s);
        line-height: 1.5;
        color: var(--ink-3);
        text-align: center;
      }
    `,
  ];

  /** The app to go to; `undefined`: none. */
  @property({ attribute: false }) settled: (chosen: LiveApp | undefined) => void = () => undefined;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  @query('portico-sheet') private readonly sheet!: HTMLElement;
  @state() private said = '';
  private readonly liveApps = new Watch(this, liveAppsContext);

  /** The last one gone, there is nothing left to choose. */
  protected override updated(): void {
    if (this.liveApps.value && runningApps(this.liveApps.value).length === 0) this.settled(undefined);
  }

  private close(app: LiveApp, at: number): void {
    this.said = msg(str`已关闭“${this.nameOf(app)}”`, { id: 'live.closed' });
    this.liveApps.store?.close(app.key);
    // What had the focus is gone: it goes to the next in the list, or the last.
    void this.updateComplete.then(() => {
      const left = this.renderRoot.querySelectorAll<HTMLElement>('button.app');
      (left[Math.min(at, left.length - 1)] ?? this.sheet)?.focus();
    });
  }

  protected override render() {
    const view = this.liveApps.value;
    if (!view) return nothing;
    const apps = runningApps(view);
    return html`<portico-sheet
      heading=${msg('正在使用的服务', { id: 'live.heading' })}
      close-label=${msg('关闭', { id: 'action.close' })}
      @dismiss=${() => this.settled(undefined)}
    >
      <ul>
        ${repeat(
          apps,
          ({ key }) => key,
          (app, at) => this.row(app, at, app.key === view.front),
        )}
      </ul>
      <p class="note">${msg('最多保留 5 个，久未使用的会先关闭', { id: 'live.limit' })}</p>
      ${
        apps.length > 1
          ? html`<button class="button quiet wide" type="button" @click=${() => this.liveApps.store?.closeAll()}>
              ${msg('全部关闭', { id: 'live.close-all' })}
            </button>`
          : nothing
      }
      <p class="unseen" role="status" aria-live="polite">${this.said}</p>
    </portico-sheet>`;
  }

  private row(app: LiveApp, at: number, front: boolean) {
    const name = this.nameOf(app);
    const listing = this.catalogue.find(app.appId);
    return html`<li class="${front ? 'front' : ''} ${app.stopped ? 'stopped' : ''}">
      <button class="app" type="button" aria-current=${front ? 'true' : 'false'} @click=${() => this.settled(app)}>
        <portico-app-icon
          .src=${listing?.icon && blobAddress(listing.icon.digest)}
          .name=${name}
          .colour=${listing?.color ?? NEUTRAL_COLOUR}
        ></portico-app-icon>
        <span class="words">
          <bdi class="name">${name}</bdi>
          <span class="how">${front ? msg('当前服务', { id: 'live.front' }) : howIs(app)}</span>
        </span>
      </button>
      <button class="round" type="button" aria-label=${msg(str`关闭“${name}”`, { id: 'live.close' })} @click=${() => this.close(app, at)}>
        <portico-icon name="close"></portico-icon>
      </button>
    </li>`;
  }

  private nameOf(app: LiveApp): string {
    return app.name || this.catalogue.find(app.appId)?.shortName || app.appId;
  }
}

function howIs({ stopped, phase, usedAt }: LiveApp): string {
  if (stopped) return msg('已停止，可重新进入', { id: 'live.stopped-again' });
  if (phase === 'asleep') return msg('点按重新打开', { id: 'live.asleep' });
  const minutes = Math.floor((Date.now() - usedAt) / 60_000);
  if (phase === 'suspended') return msg(str`${minutes} 分钟前 · 已暂停`, { id: 'live.suspended' });
  return minutes < 1 ? msg('刚刚使用', { id: 'live.now' }) : msg(str`${minutes} 分钟前使用`, { id: 'live.minutes' });
}

declare global {
  interface HTMLElementTagNameMap {
    'live-apps-sheet': LiveAppsSheet;
  }
}
