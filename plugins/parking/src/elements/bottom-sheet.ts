import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import { icon } from '../views/icons.ts';

/** A modal panel at the bottom edge. The browser's own dialog keeps focus inside and closes on Escape; event `closed`. */
@customElement('bottom-sheet')
export class BottomSheet extends LitElement {
  @property() label = '';
  @property() closeLabel = '';
  @query('dialog') private readonly dialog: HTMLDialogElement | null | undefined;

  protected override firstUpdated(): void {
    this.dialog?.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-label=${this.label} @close=${this.#tell} @click=${this.#backdrop}>
      <div class="panel">
        <header>
          <h2>${this.label}</h2>
          <button aria-label=${this.closeLabel} @click=${() => this.dialog?.close()}>${icon('close')}</button>
        </header>
        <slot></slot>
      </div>
    </dialog>`;
  }

  #tell = (): void => {
    this.dispatchEvent(new Event('closed'));
  };

  #backdrop = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.dialog?.close();
  };

  static override styles = [
    base,
    css`
      dialog {
        margin: auto auto 0;
        width: min(100%, 35rem);
        max-width: none;
        max-height: 92dvh;
        padding: 0;
        border: 0;
        border-radius: 1.5rem 1.5rem 0 0;
        background: var(--card);
        color: var(--ink);
        overflow: auto;
      }
      dialog[open] {
        animation: rise 0.22s ease-out;
      }
      dialog::backdrop {
        background: rgb(8 12 18 / 0.5);
      }
      .panel {
        display: grid;
        gap: 1rem;
        padding: 0.75rem 1rem calc(1rem + env(safe-area-inset-bottom));
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      header h2 {
        font-size: 1.1875rem;
      }
      header button {
        display: grid;
        place-items: center;
        width: 2.75rem;
        height: 2.75rem;
        margin-inline-end: -0.625rem;
      }
      @keyframes rise {
        from {
          translate: 0 3rem;
          opacity: 0;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'bottom-sheet': BottomSheet;
  }
}
