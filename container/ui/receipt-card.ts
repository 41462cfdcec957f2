/** A receipt as the registry states it. Presentation only: whoever uses it passes words and figures. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './amount.ts';
import './icon.ts';
import type { IconName } from './icon.ts';
import { moneyText } from './money.ts';
import { base } from './styles.ts';

export interface ReceiptFact {
  readonly label: string;
  readonly value: string;
}
export interface ReceiptItem {
  readonly name: string;
  readonly quantity: number;
  readonly amountMinor: string;
}
export interface ReceiptView {
  readonly tone: 'done' | 'wait' | 'off';
  readonly status: string;
  readonly payee: string;
  readonly payeeNote: string;
  readonly amountMinor: string;
  readonly exponent: number;
  readonly currency: string;
  readonly items: readonly ReceiptItem[];
  readonly facts: readonly ReceiptFact[];
}

const toneIcons: Readonly<Record<ReceiptView['tone'], IconName>> = { done: 'check', wait: 'clock', off: 'stop' };

@customElement('portico-receipt-card')
export class PorticoReceiptCard extends LitElement {
  static override styles = [
    base,
    css`
      .head {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--gap-2);
        padding: var(--gap-6) var(--gap-4) var(--gap-5);
        text-align: center;
      }
      .mark {
        display: grid;
        place-items: center;
        width: 3.5rem;
        height: 3.5rem;
        border-radius: var(--radius-arch);
        background: var(--accent);
        color: var(--surface);
      }
      .wait .mark {
        background: var(--brass-tint);
        color: var(--brass);
      }
      .off .mark {
        background: var(--surface-sunk);
        color: var(--ink-3);
      }
      .status {
        font-size: var(--text-m);
        font-weight: 600;
      }
      .payee {
        display: inline-flex;
        align-items: center;
        gap: var(--gap-1);
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .payee portico-icon {
        width: 1.1rem;
        height: 1.1rem;
        color: var(--accent);
      }
      dl {
        padding: var(--gap-3) var(--gap-4);
        border-top: 1px dashed var(--line);
        font-size: var(--text-m);
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--gap-4);
        padding: 6px 0;
      }
      dt {
        color: var(--ink-3);
        flex: none;
      }
      .items dt {
        flex: 1;
        color: var(--ink);
      }
      dd {
        text-align: end;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) view: ReceiptView | undefined;

  protected override render() {
    const view = this.view;
    if (!view) return undefined;
    const line = (label: string, value: string) =>
      html`<div><dt><bdi>${label}</bdi></dt><dd><bdi>${value}</bdi></dd></div>`;
    const items = view.items.map(({ name, quantity, amountMinor }) =>
      line(quantity > 1 ? `${name} × ${quantity}` : name, moneyText(amountMinor, view.exponent, view.currency)),
    );
    return html`<div class="head ${view.tone}" role="status">
        <span class="mark"><portico-icon name=${toneIcons[view.tone]}></portico-icon></span>
        <p class="status">${view.status}</p>
        <portico-amount .minor=${view.amountMinor} .exponent=${view.exponent} .currency=${view.currency}></portico-amount>
        <p class="payee">
          <portico-icon name="verified"></portico-icon><span class="unseen">${view.payeeNote}</span><bdi>${view.payee}</bdi>
        </p>
      </div>
      ${items.length > 0 ? html`<dl class="items">${items}</dl>` : undefined}
      <dl>${view.facts.map(({ label, value }) => line(label, value))}</dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-receipt-card': PorticoReceiptCard;
  }
}
