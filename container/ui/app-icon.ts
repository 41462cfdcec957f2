/** A mini-app's icon behind an arch of its own colour; its first letter until the picture is there, or when there is none. */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

@customElement('portico-app-icon')
export class PorticoAppIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      width: 3.25rem;
      height: 3.25rem;
      flex: none;
    }
    .arch {
      position: relative;
      display: grid;
      place-items: center;
      width: 100%;
      height: 100%;
      border-radius: var(--radius-arch);
      overflow: hidden;
      background: var(--app-colour);
      color: #fff;
      font-weight: 600;
      font-size: 1.25em;
      line-height: 1;
      isolation: isolate;
    }
    /* A little light from above, so that flat colours do not look like stickers. */
    .arch::after {
      content: "";
      position: absolute;
      inset: 0;
      z-index: 1;
      border-radius: inherit;
      box-shadow: inset 0 1px 0 rgb(255 255 255 / 0.22), inset 0 0 0 1px rgb(0 0 0 / 0.06);
    }
    img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
      opacity: 0;
      transition: opacity var(--quick);
    }
    img.there {
      opacity: 1;
    }
  `;

  @property() src: string | undefined;
  @property() name = '';
  @property() colour = '#0b5c4d';
  @state() private loaded = false;
  @state() private broken = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('src')) {
      this.loaded = false;
      this.broken = false;
    }
    // Through the CSSOM: the page's policy refuses style attributes.
    if (changed.has('colour')) this.style.setProperty('--app-colour', this.colour);
  }

  protected override render() {
    return html`<span class="arch" aria-hidden="true">
      ${this.loaded ? nothing : [...this.name][0]}
      ${
        this.src && !this.broken
          ? html`<img
              src=${this.src}
              alt=""
              class=${this.loaded ? 'there' : ''}
              decoding="async"
              draggable="false"
              @load=${() => {
                this.loaded = true;
              }}
              @error=${() => {
                this.broken = true;
              }}
            />`
          : nothing
      }
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-app-icon': PorticoAppIcon;
  }
}
