/** Parts of a card beside each other. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase, cardGaps } from './card-styles.ts';

@customElement('card-row')
export class CardRow extends LitElement {
  static override styles = [
    cardBase,
    cardGaps,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
      }
      :host([align="spread"]) {
        justify-content: space-between;
      }
      :host([align="end"]) {
        justify-content: flex-end;
      }
    `,
  ];

  @property({ reflect: true }) gap: 'small' | 'medium' | 'large' | null = null;
  @property({ reflect: true }) align: 'start' | 'spread' | 'end' | null = null;

  protected override render() {
    return html`<slot></slot>`;
  }
}
