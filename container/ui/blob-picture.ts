/** A picture of bytes that the page holds. Its address lives as long as the element shows it. */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

@customElement('blob-picture')
export class BlobPicture extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      min-width: 0;
      min-height: 0;
    }
    img {
      display: block;
      max-width: 100%;
      max-height: 100%;
      object-fit: contain;
    }
  `;

  @property({ attribute: false }) picture: Blob | undefined;
  @property() label = '';
  @state() private address: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release();
  }

  private release(): void {
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('picture')) return;
    this.release();
    this.address = this.picture && URL.createObjectURL(this.picture);
  }

  protected override render() {
    return this.address ? html`<img src=${this.address} alt=${this.label} />` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'blob-picture': BlobPicture;
  }
}
