/** What a page says when it has nothing else to show: what happened, why, and (in its slot) what to do. */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './icon.ts';
import type { IconName } from './icon.ts';
import { base } from './styles.ts';

@customElement('portico-notice')
export class PorticoNotice extends LitElement {
  static override styles = [
    base,
    css`
      .notice {
        display: flex;
        flex-direction: column;
        align-items: center;
        text-align: center;
        gap: var(--gap-2);
        max-width: 340px;
        margin: 0 auto;
        padding: var(--gap-8) var(--gap-4);
      }
      .mark {
        display: grid;
        place-items: center;
        width: 4.5rem;
        height: 4.5rem;
        margin-bottom: var(--gap-3);
        border-radius: var(--radius-arch);
        background: var(--accent-tint);
        color: var(--accent);
      }
      .mark portico-icon {
        width: 2rem;
        height: 2rem;
      }
      :host([tone="alert"]) .mark {
        background: var(--alert-tint);
        color: var(--alert);
      }
      h2 {
        font-size: var(--text-l);
        font-weight: 650;
        color: var(--ink);
      }
      p {
        font-size: var(--text-m);
        color: var(--ink-2);
        line-height: 1.6;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--gap-3);
        margin-top: var(--gap-4);
      }
    `,
  ];

  @property() icon: IconName = 'info';
  @property() heading = '';
  @property() text = '';
  @property({ reflect: true }) tone: 'calm' | 'alert' = 'calm';

  protected override render() {
    return html`<div class="notice" role="status">
      <span class="mark"><portico-icon name=${this.icon}></portico-icon></span>
      <h2>${this.heading}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <div class="actions"><slot></slot></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-notice': PorticoNotice;
  }
}
