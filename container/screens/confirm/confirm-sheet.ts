/** One question with two answers. What the app says stands in a quote of its own, after its verified name in the heading. */
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/armed-button.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import type { IconName } from '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('confirm-sheet')
@localized()
export class ConfirmSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    explain,
    css`
      blockquote {
        margin: var(--gap-2) 0 0;
        font-size: var(--text-l);
        line-height: 1.5;
        text-align: center;
        overflow-wrap: anywhere;
      }
      .detail {
        margin: var(--gap-4) 0 0;
        padding: var(--gap-4);
        border-radius: var(--radius-m);
        background: var(--surface-sunk);
        box-shadow: inset 0 0 0 1px var(--line);
        font-size: var(--text-xl);
        font-weight: 600;
        text-align: center;
        overflow-wrap: anywhere;
      }
      armed-button {
        margin-top: var(--gap-6);
      }
      .quiet {
        margin-top: var(--gap-2);
      }
      :host([danger]) armed-button {
        --action: var(--danger);
        --action-pressed: var(--danger);
        --on-action: #fff;
      }
    `,
  ];

  @property() icon: IconName = 'info';
  @property() heading = '';
  /** The bank's words. */
  @property() lead = '';
  /** The app's words, already made safe. */
  @property() quote = '';
  /** What it is about, in large type: a host, a number. */
  @property() detail = '';
  @property() action = '';
  @property() refusal = '';
  @property({ type: Boolean, reflect: true }) danger = false;
  @property({ attribute: false }) settled: ((confirmed: true | undefined) => void) | undefined;

  protected override render() {
    return html`<portico-sheet
      heading=${this.heading}
      close-label=${this.refusal}
      @dismiss=${() => this.settled?.(undefined)}
    >
      <div class="mark"><portico-icon name=${this.icon}></portico-icon></div>
      ${this.lead ? html`<p class="lead">${this.lead}</p>` : nothing}
      ${this.quote ? html`<blockquote><bdi>${this.quote}</bdi></blockquote>` : nothing}
      ${this.detail ? html`<p class="detail"><bdi dir="ltr">${this.detail}</bdi></p>` : nothing}
      <armed-button @confirm=${() => this.settled?.(true)}><bdi>${this.action}</bdi></armed-button>
      <button class="button quiet wide" type="button" @click=${() => this.settled?.(undefined)}>
        <bdi>${this.refusal}</bdi>
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-sheet': ConfirmSheet;
  }
}
