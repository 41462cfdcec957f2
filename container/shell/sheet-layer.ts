/** Where the container's sheets and passing lines of text appear: above everything, one sheet at a time. */
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { base } from '../ui/styles.ts';

const TOAST_MS = 3_200;

@customElement('sheet-layer')
@localized()
export class SheetLayer extends LitElement {
  static override styles = [
    base,
    css`
      .toasts {
        position: fixed;
        inset: auto 0 calc(env(safe-area-inset-bottom) + var(--tabs) + 20px);
        z-index: 40;
        display: grid;
        justify-items: center;
        padding: 0 var(--gutter);
        border: 0;
        background: none;
        pointer-events: none;
      }
      .toast {
        max-width: 30em;
        padding: 11px 18px;
        border-radius: var(--radius-m);
        background: #14201d;
        color: #fff;
        font-size: var(--text-m);
        line-height: 1.45;
        text-align: center;
        overflow-wrap: anywhere;
        box-shadow: var(--shadow-high);
        animation: appear var(--move) var(--ease);
      }
      @keyframes appear {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
    `,
  ];

  @state() private sheet: TemplateResult | typeof nothing | undefined;
  @state() private toastText = '';
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  private taken = false;

  /**
   * Shows what `draw` returns until it calls `settle`. `load` brings the element's code.
   * @throws PorticoError ERR_CONTAINER_SHEET_OPEN while another sheet is open, ERR_CONTAINER_OFFLINE when its code cannot be had
   */
  async show<T>(
    load: () => Promise<unknown>,
    draw: (settle: (value: T) => void) => TemplateResult | typeof nothing,
  ): Promise<T> {
    if (this.taken) throw new PorticoError('ERR_CONTAINER_SHEET_OPEN');
    this.taken = true;
    try {
      await load().catch((cause: unknown) => {
        throw new PorticoError('ERR_CONTAINER_OFFLINE', { cause });
      });
      return await new Promise<T>((settle) => {
        this.sheet = draw(settle);
      });
    } finally {
      this.sheet = undefined;
      this.taken = false;
    }
  }

  toast(text: string): void {
    clearTimeout(this.toastTimer);
    this.toastText = text;
    this.toastTimer = setTimeout(() => {
      this.toastText = '';
    }, TOAST_MS);
  }

  protected override render() {
    return html`
      ${this.sheet ?? nothing}
      <div class="toasts" role="status" aria-live="polite">
        ${this.toastText ? html`<p class="toast"><bdi>${this.toastText}</bdi></p>` : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sheet-layer': SheetLayer;
  }
}
