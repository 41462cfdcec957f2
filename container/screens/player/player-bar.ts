/** The bar above every app: the container's Back, the app's verified name, and the capsule. No app can draw here or over it. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../../ui/icon.ts';
import { base, buttons } from '../../ui/styles.ts';

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
        background: var(--surface);
        border-bottom: 1px solid var(--line);
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
        color: var(--accent);
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
        color: var(--ink-3);
      }
      .capsule {
        display: flex;
        border: 1px solid var(--line);
        border-radius: 999px;
        background: var(--surface-sunk);
      }
      .capsule button {
        display: grid;
        place-items: center;
        width: 48px;
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
  @query('h1') private readonly heading!: HTMLElement;

  override focus(options?: FocusOptions): void {
    this.heading.focus(options);
  }

  private ask(what: 'back' | 'more' | 'leave'): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  protected override render() {
    return html`<header>
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
        <button type="button" aria-label=${msg('关闭服务', { id: 'player.close' })} @click=${() => this.ask('leave')}>
          <portico-icon name="close"></portico-icon>
        </button>
      </div>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-bar': PlayerBar;
  }
}
