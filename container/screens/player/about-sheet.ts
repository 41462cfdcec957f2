/** What the capsule's "more" opens: who is behind the app, what it may do, and starting it afresh. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { textFor } from '../../../sandbox/contract/manifest/index.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import type { RefreshState } from '../../state/open-app.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('about-sheet')
@localized()
export class AboutSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .partner {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        padding: var(--gap-4);
        border-radius: var(--radius-m);
        background: var(--accent-tint);
      }
      .partner portico-icon {
        color: var(--accent);
      }
      .partner b {
        display: block;
        font-weight: 600;
      }
      .partner span {
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      h3 {
        margin: var(--gap-5) 0 var(--gap-1);
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--ink-3);
      }
      li {
        padding: 10px 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--text-m);
      }
      .fact {
        margin-top: var(--gap-4);
        font-size: var(--text-s);
        color: var(--ink-3);
        overflow-wrap: anywhere;
      }
      .fact + .button {
        margin-top: var(--gap-5);
      }
      .partner + .button {
        margin-top: var(--gap-3);
      }
      .button + .button {
        margin-top: var(--gap-2);
      }
    `,
  ];

  @property({ attribute: false }) release: VerifiedRelease | undefined;
  @property() name = '';
  @property() locale = 'zh-Hans';
  @property() refresh: RefreshState = 'off';
  /** Apps that are open beside this one. */
  @property({ type: Number }) others = 0;

  private ask(what: 'again' | 'refresh' | 'settings' | 'switch'): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  protected override render() {
    const release = this.release;
    if (!release) return nothing;
    const { manifest } = release;
    return html`<portico-sheet
      heading=${this.name}
      close-label=${msg('关闭', { id: 'action.close' })}
      @dismiss=${() => this.dispatchEvent(new CustomEvent('dismiss'))}
    >
      <div class="partner">
        <portico-icon name="verified"></portico-icon>
        <div>
          <b><bdi>${release.partnerName}</bdi></b>
          <span>${msg('提供方已由银行核实', { id: 'about.partner-verified' })}</span>
        </div>
      </div>
      ${
        this.others === 0
          ? nothing
          : html`<button class="button wide" type="button" @click=${() => this.ask('switch')}>
              <portico-icon name="layers"></portico-icon>${msg('切换服务', { id: 'live.switch' })}
            </button>`
      }
      ${
        manifest.capabilities.length > 0
          ? html`<h3>${msg('它可以请求', { id: 'about.may-ask' })}</h3>
              <ul>
                ${manifest.capabilities.map(({ reason }) => html`<li><bdi>${textFor(reason, this.locale, manifest.lang)}</bdi></li>`)}
              </ul>`
          : nothing
      }
      <p class="fact">${msg('版本', { id: 'about.version' })} ${manifest.version} · ${release.digest.slice(0, 12)}</p>
      ${
        this.refresh === 'off'
          ? nothing
          : html`<button
              class="button wide"
              type="button"
              ?disabled=${this.refresh === 'busy'}
              @click=${() => this.ask('refresh')}
            >
              <portico-icon name="again"></portico-icon>${msg('刷新', { id: 'player.refresh' })}
            </button>`
      }
      <button class="button wide" type="button" @click=${() => this.ask('settings')}>
        <portico-icon name="shield"></portico-icon>${msg('权限与使用记录', { id: 'about.settings' })}
      </button>
      <button class="button wide" type="button" @click=${() => this.ask('again')}>
        <portico-icon name="again"></portico-icon>${msg('重新进入', { id: 'player.again' })}
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'about-sheet': AboutSheet;
  }
}
