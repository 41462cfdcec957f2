/** The bar above every app: the container's Back, the app's verified name, and the capsule: more, keep for later, close. No app can draw here or over it. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { RefreshState } from '../../state/open-app.ts';
import '../../ui/icon.ts';
import { inkOn } from '../../ui/ink.ts';
import { base, buttons } from '../../ui/styles.ts';

/** How far the bar is pulled down, in CSS pixels, before letting go refreshes. */
const PULL_PX = 56;

@customElement('player-bar')
@localized()
export class PlayerBar extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        min-height: calc(var(--bar) + env(safe-area-inset-top));
        padding: env(safe-area-inset-top) 10px 0 4px;
        background: var(--bar-colour, var(--surface));
        color: var(--bar-ink, inherit);
        border-bottom: 1px solid var(--line);
      }
      header.pullable {
        touch-action: none;
      }
      .pull {
        display: grid;
        place-items: center;
        height: var(--pulled, 0);
        overflow: hidden;
        background: var(--surface-sunk);
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .pull.busy {
        height: 40px;
      }
      .title {
        display: flex;
        align-items: center;
        gap: 5px;
        min-width: 0;
        font-size: var(--text-l);
        font-weight: 600;
      }
      h1 {
        font-size: inherit;
        font-weight: inherit;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
        flex: 0 1 auto;
        max-width: 70%;
      }
      .title portico-icon {
        width: 1.05rem;
        height: 1.05rem;
        color: var(--bar-ink, var(--accent));
      }
      h1:focus-visible {
        outline: none;
      }
      .page {
        flex: 1 1 0;
        min-width: 0;
        margin-inline-start: 2px;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--bar-ink, var(--ink-3));
      }
      .capsule {
        display: flex;
        border: 1px solid var(--line);
        border-radius: 999px;
        background: var(--surface-sunk);
        color: var(--ink);
      }
      .capsule button {
        display: grid;
        place-items: center;
        width: 44px;
        height: var(--target);
        border-radius: 999px;
      }
      .capsule portico-icon {
        width: 1.35rem;
        height: 1.35rem;
      }
      .capsule button + button {
        position: relative;
      }
      .capsule button + button::before {
        content: "";
        position: absolute;
        inset: 30% auto 30% 0;
        border-inline-start: 1px solid var(--line);
      }
    `,
  ];

  @property() name = '';
  /** The app's own words about its page, already made safe. */
  @property({ attribute: 'page-title' }) pageTitle = '';
  @property({ type: Boolean }) verified = false;
  /** Of the app's choice, `#rrggbb`; the ink on it is ours. */
  @property({ attribute: false }) colour: string | undefined;
  @property({ attribute: false }) refresh: RefreshState = 'off';
  /** Fewer things: Back keeps the app as well. */
  @property({ type: Boolean }) plain = false;
  @query('h1') private readonly heading!: HTMLElement;
  private pulledFrom: number | undefined;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('colour')) return;
    // Through the object model: the container's policy has no room for style attributes.
    this.style.setProperty('--bar-colour', this.colour ?? '');
    this.style.setProperty('--bar-ink', this.colour ? inkOn(this.colour) : '');
  }

  private pull({ type, clientY }: PointerEvent): void {
    if (type === 'pointerdown') this.pulledFrom = this.refresh === 'on' ? clientY : undefined;
    if (this.pulledFrom === undefined) return;
    const far = clientY - this.pulledFrom;
    const over = type === 'pointerup' || type === 'pointercancel';
    this.style.setProperty('--pulled', over ? '' : `${Math.min(Math.max(far, 0), PULL_PX)}px`);
    if (!over) return;
    this.pulledFrom = undefined;
    if (type === 'pointerup' && far >= PULL_PX) this.dispatchEvent(new CustomEvent('refresh'));
  }

  override focus(options?: FocusOptions): void {
    this.heading.focus(options);
  }

  private ask(what: 'back' | 'more' | 'minimise' | 'leave'): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  protected override render() {
    return html`<header
      class=${this.refresh === 'on' ? 'pullable' : ''}
      @pointerdown=${this.pull}
      @pointermove=${this.pull}
      @pointerup=${this.pull}
      @pointercancel=${this.pull}
    >
      <button class="round" type="button" aria-label=${msg('返回', { id: 'action.back' })} @click=${() => this.ask('back')}>
        <portico-icon name="back"></portico-icon>
      </button>
      <div class="title">
        <h1 tabindex="-1"><bdi>${this.name}</bdi></h1>
        ${
          this.verified
            ? html`<portico-icon name="verified"></portico-icon
                ><span class="unseen">${msg('已验证', { id: 'mark.verified' })}</span>`
            : nothing
        }
        ${this.pageTitle ? html`<span class="page"><bdi>${this.pageTitle}</bdi></span>` : nothing}
      </div>
      <div class="capsule">
        <button type="button" aria-label=${msg('更多', { id: 'player.more' })} aria-haspopup="dialog" @click=${() => this.ask('more')}>
          <portico-icon name="more"></portico-icon>
        </button>
        ${
          this.plain
            ? nothing
            : html`<button
                type="button"
                aria-label=${msg('最小化，稍后继续', { id: 'player.minimise' })}
                @click=${() => this.ask('minimise')}
              >
                <portico-icon name="down"></portico-icon>
              </button>`
        }
        <button type="button" aria-label=${msg('关闭服务', { id: 'player.close' })} @click=${() => this.ask('leave')}>
          <portico-icon name="close"></portico-icon>
        </button>
      </div>
    </header>
    ${
      this.refresh === 'off'
        ? nothing
        : html`<div class="pull ${this.refresh}" role="status">
            ${
              this.refresh === 'busy'
                ? msg('正在刷新', { id: 'player.refreshing' })
                : html`<span aria-hidden="true">${msg('松开刷新', { id: 'player.pull' })}</span>`
            }
          </div>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-bar': PlayerBar;
  }
}
