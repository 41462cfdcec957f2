/** The one large amount of a page. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moneyParts, moneyText } from './money.ts';

@customElement('portico-amount')
export class PorticoAmount extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      font-variant-numeric: tabular-nums lining-nums;
      font-weight: 650;
      font-size: var(--text-amount);
      line-height: 1.1;
      letter-spacing: -0.02em;
      color: var(--ink);
    }
    .symbol {
      font-size: 0.58em;
      font-weight: 600;
      margin-inline-end: 0.12em;
    }
    .fraction {
      font-size: 0.68em;
    }
  `;

  @property() minor = '0';
  @property({ type: Number }) exponent = 2;
  @property() currency = 'CNY';

  protected override render() {
    const { symbol, whole, fraction } = moneyParts(this.minor, this.exponent, this.currency);
    return html`<span role="img" aria-label=${moneyText(this.minor, this.exponent, this.currency)}
      ><span class="symbol">${symbol}</span>${whole}<span class="fraction">${fraction}</span></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-amount': PorticoAmount;
  }
}
