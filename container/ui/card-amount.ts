/** An amount on a card, written as the container writes every amount. */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './amount.ts';
import { cardBase } from './card-styles.ts';

@customElement('card-amount')
export class CardAmount extends LitElement {
  static override styles = [
    cardBase,
    css`
      portico-amount {
        --text-amount: 1.625rem;
      }
    `,
  ];

  @property() minor: string | null = null;
  @property() currency: 'CNY' | null = null;

  protected override render() {
    if (this.minor === null) return nothing;
    return html`<portico-amount minor=${this.minor} currency=${this.currency ?? 'CNY'}></portico-amount>`;
  }
}
