/** One short word about the state of things. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase } from './card-styles.ts';

@customElement('card-badge')
export class CardBadge extends LitElement {
  static override styles = [
    cardBase,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
        padding: 2px 10px;
        border-radius: 999px;
        background: var(--surface-sunk);
        color: var(--ink-2);
        font-size: var(--text-s);
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      :host([tone="accent"]) {
        background: var(--accent-tint);
        color: var(--accent);
      }
      :host([tone="warning"]) {
        background: var(--brass-tint);
        color: var(--brass);
      }
      :host([tone="alert"]) {
        background: var(--alert-tint);
        color: var(--alert);
      }
    `,
  ];

  @property() text: string | null = null;
  @property({ reflect: true }) tone: 'plain' | 'accent' | 'warning' | 'alert' | null = null;

  protected override render() {
    return html`<bdi>${this.text ?? ''}</bdi>`;
  }
}
