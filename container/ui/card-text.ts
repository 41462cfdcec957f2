/** Words of a card. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase } from './card-styles.ts';

@customElement('card-text')
export class CardText extends LitElement {
  static override styles = [
    cardBase,
    css`
      :host {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      :host([size="small"]) {
        font-size: var(--text-s);
      }
      :host([size="large"]) {
        font-size: var(--text-l);
        font-weight: 650;
      }
      :host([tone="quiet"]) {
        color: var(--ink-3);
      }
      :host([tone="accent"]) {
        color: var(--accent);
      }
      :host([tone="alert"]) {
        color: var(--alert);
      }
    `,
  ];

  @property() text: string | null = null;
  @property({ reflect: true }) tone: 'plain' | 'quiet' | 'accent' | 'alert' | null = null;
  @property({ reflect: true }) size: 'small' | 'medium' | 'large' | null = null;

  protected override render() {
    return html`<bdi>${this.text ?? ''}</bdi>`;
  }
}
