/** Says why a sign-in is needed before the page leaves for the bank's own. No field here: the bank asks, not we. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('sign-in-sheet')
@localized()
export class SignInSheet extends LitElement {
  static override styles = [base, buttons, explain];

  /** Verified name of the app that asks; empty when the customer asked themselves. */
  @property() name = '';
  /** The customer is signed in, but too long ago for what they are about to do. */
  @property({ type: Boolean }) again = false;
  @property({ attribute: false }) settled: ((go: boolean) => void) | undefined;

  private reason(): string {
    if (this.again) return msg('为了安全，这一步需要您刚刚登录过。', { id: 'sign-in.again' });
    return this.name
      ? msg(str`“${this.name}”需要您先登录。登录在银行的页面完成，对方看不到您的账号。`, { id: 'sign-in.for-app' })
      : msg('登录后可以付款、查看订单和收据。', { id: 'sign-in.plain' });
  }

  protected override render() {
    return html`<portico-sheet
      heading=${msg('登录', { id: 'sign-in.action' })}
      close-label=${msg('以后再说', { id: 'action.later' })}
      @dismiss=${() => this.settled?.(false)}
    >
      <div class="mark"><portico-icon name="shield"></portico-icon></div>
      <p class="lead">${this.reason()}</p>
      <p class="problem"></p>
      <button class="button main wide" type="button" @click=${() => this.settled?.(true)}>
        ${msg('前往银行登录', { id: 'sign-in.go' })}
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-sheet': SignInSheet;
  }
}
