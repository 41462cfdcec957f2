/** Parts of a card below each other. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase, cardGaps } from './card-styles.ts';

@customElement('card-stack')
export class CardStack extends LitElement {
  static override styles = [
    cardBase,
    cardGaps,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
      }
    `,
  ];

  @property({ reflect: true }) gap: 'small' | 'medium' | 'large' | null = null;

  protected override render() {
    return html`<slot></slot>`;
  }
}
