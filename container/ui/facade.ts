/** The row of arches behind the home page's panel: drawn once, scaled, never read out. */
import { css, html, LitElement, svg } from 'lit';
import { customElement } from 'lit/decorators.js';

const SPAN = 44;
const arch = (at: number) => {
  const left = at * SPAN + 6;
  const middle = left + 16;
  return svg`<path d="M${left} 120V52a16 16 0 0 1 32 0v68"/><path d="M${middle - 10} 120V54a10 10 0 0 1 20 0v66" opacity=".45"/>`;
};

@customElement('portico-facade')
export class PorticoFacade extends LitElement {
  static override styles = css`
    :host {
      display: block;
      color: var(--facade-line);
      pointer-events: none;
    }
    svg {
      display: block;
      height: 100%;
      width: 100%;
    }
  `;

  protected override render() {
    return html`<svg
      viewBox="0 0 220 124"
      preserveAspectRatio="xMaxYMax slice"
      fill="none"
      stroke="currentColor"
      stroke-width="1"
      aria-hidden="true"
    >
      ${[0, 1, 2, 3, 4].map(arch)}
      <path d="M0 28h220M0 22h220M0 121h220" opacity=".6" />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-facade': PorticoFacade;
  }
}
