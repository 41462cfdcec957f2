/**
 * A panel that rises from the bottom edge, on the browser's own modal dialog: top layer, rest of the page inert, focus
 * kept inside. It opens with its element and says `dismiss` when the customer asks to leave; whoever opened it decides.
 */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import './icon.ts';
import { base, buttons } from './styles.ts';

@customElement('portico-sheet')
export class PorticoSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        position: fixed;
        inset: auto 0 0;
        width: 100%;
        max-width: var(--column);
        max-height: calc(100dvh - env(safe-area-inset-top) - 24px);
        margin: 0 auto;
        padding: 0;
        border: 0;
        border-radius: var(--radius-l) var(--radius-l) 0 0;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-high);
        overflow: hidden auto;
        overscroll-behavior: contain;
        animation: rise var(--move) var(--ease);
      }
      dialog::backdrop {
        background: var(--veil);
        animation: fade var(--move) var(--ease);
      }
      dialog:focus-visible {
        outline: none;
      }
      .top {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        align-items: center;
        min-height: 56px;
        padding: 8px 8px 4px var(--gutter);
        background: inherit;
      }
      h2 {
        flex: 1;
        font-size: var(--text-l);
        font-weight: 650;
      }
      h2:focus-visible {
        outline: none;
      }
      .top .round {
        color: var(--ink-2);
      }
      .body {
        padding: 0 var(--gutter) calc(env(safe-area-inset-bottom) + 24px);
      }
      @keyframes rise {
        from {
          transform: translateY(24%);
          opacity: 0;
        }
      }
      @keyframes fade {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: 'close-label' }) closeLabel = '';
  /** While something irrevocable is under way the sheet has no way out. */
  @property({ type: Boolean }) locked = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('h2') private readonly titleElement!: HTMLElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
    // Focus goes to the heading: read out first, and no key press can land on a button meant for a tap.
    this.titleElement.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog.close();
  }

  /** To the heading, when it says something else. */
  override focus(): void {
    this.titleElement.focus();
  }

  private dismiss(event: Event): void {
    event.preventDefault();
    if (!this.locked) this.dispatchEvent(new CustomEvent('dismiss'));
  }

  /** As a key it can be kept from the browser, which closes a dialog at the second Escape and asks nobody. */
  private hearKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) this.dismiss(event);
  }

  /** The browser closed the dialog by itself, as a phone's Back does the second time. Whoever opened it decides. */
  private closedByBrowser(event: Event): void {
    if (!this.isConnected) return;
    this.dialog.showModal();
    this.focus();
    this.dismiss(event);
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="title"
      @keydown=${this.hearKey}
      @cancel=${this.dismiss}
      @close=${this.closedByBrowser}
    >
      <div class="top">
        <h2 id="title" tabindex="-1">${this.heading}</h2>
        ${
          this.locked
            ? nothing
            : html`<button class="round" type="button" aria-label=${this.closeLabel} @click=${this.dismiss}>
                <portico-icon name="close"></portico-icon>
              </button>`
        }
      </div>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-sheet': PorticoSheet;
  }
}
