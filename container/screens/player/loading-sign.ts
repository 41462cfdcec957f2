/** The container's sign that an app is at work, with the app's words after its verified name. The app stays usable. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../ui/styles.ts';

@customElement('loading-sign')
@localized()
export class LoadingSign extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding: var(--gutter);
        pointer-events: none;
      }
      .sign {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        max-width: 20em;
        padding: 14px 20px;
        border-radius: var(--radius-m);
        background: #14201d;
        color: #fff;
        font-size: var(--text-m);
        line-height: 1.45;
        box-shadow: var(--shadow-high);
      }
      .turning {
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
        border: 2px solid rgb(255 255 255 / 0.3);
        border-top-color: #fff;
        border-radius: 50%;
        animation: turn 0.9s linear infinite;
      }
      bdi {
        overflow-wrap: anywhere;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .turning {
          animation-duration: 4s;
        }
      }
    `,
  ];

  /** Verified. */
  @property() name = '';
  @property() text = '';

  protected override render() {
    const words = this.text || msg('正在加载', { id: 'status.loading' });
    return html`<p class="sign" role="status"><span class="turning"></span><bdi>${this.name}: ${words}</bdi></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loading-sign': LoadingSign;
  }
}
