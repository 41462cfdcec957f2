/** A button of a card. It opens a page of the card's own app, or tells the card that it was pressed. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase } from './card-styles.ts';
import { base, buttons } from './styles.ts';

/** Detail of `card-open`, which crosses shadow roots: a path inside the card's own app. */
export type CardOpen = string;

@customElement('card-button')
export class CardButton extends LitElement {
  static override styles = [
    base,
    cardBase,
    buttons,
    css`
      .button {
        max-width: 100%;
      }
      .button span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property() text: string | null = null;
  @property() opens: string | null = null;
  @property() tone: 'main' | 'plain' | null = null;

  private press(): void {
    if (this.opens !== null) {
      this.dispatchEvent(new CustomEvent<CardOpen>('card-open', { detail: this.opens, bubbles: true, composed: true }));
    }
    this.dispatchEvent(new CustomEvent('press'));
  }

  protected override render() {
    return html`<button class="button ${this.tone === 'main' ? 'main' : ''}" type="button" @click=${this.press}>
      <span><bdi>${this.text ?? ''}</bdi></span>
    </button>`;
  }
}
