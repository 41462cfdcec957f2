/** How far something has come. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase } from './card-styles.ts';

@customElement('card-progress')
export class CardProgress extends LitElement {
  static override styles = [
    cardBase,
    css`
      progress {
        display: block;
        appearance: none;
        width: 100%;
        height: 6px;
        border: 0;
        border-radius: 3px;
        background: var(--accent-tint);
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--accent-tint);
      }
      progress::-webkit-progress-value {
        border-radius: 3px;
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
    `,
  ];

  @property({ type: Number }) value: number | null = null;
  @property() label: string | null = null;

  protected override render() {
    return html`<progress aria-label=${this.label ?? ''} max="1" .value=${this.value ?? 0}></progress>`;
  }
}
