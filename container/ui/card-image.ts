/** A picture of the app's own package, of a size that the container chooses. */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase } from './card-styles.ts';

@customElement('card-image')
export class CardImage extends LitElement {
  static override styles = [
    cardBase,
    css`
      :host {
        flex: none;
        width: 4rem;
      }
      :host([size="small"]) {
        width: 2.5rem;
      }
      :host([size="wide"]) {
        width: 100%;
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        object-fit: cover;
        border-radius: var(--radius-s);
      }
      :host([size="wide"]) img {
        aspect-ratio: 5 / 2;
      }
    `,
  ];

  /** Address of the verified picture, given by the container in place of its path. */
  @property() file: string | null = null;
  @property() alt: string | null = null;
  @property({ reflect: true }) size: 'small' | 'medium' | 'wide' | null = null;

  protected override render() {
    return this.file ? html`<img src=${this.file} alt=${this.alt ?? ''} />` : nothing;
  }
}
