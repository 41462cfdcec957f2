/** The cashier: payee, items, amount and account as the registry states them, and one button that asks for the passkey. */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { signChallenge } from '../../services/passkeys.ts';
import type { Hint, Offer, Receipt, RegistryClient } from '../../services/registry/index.ts';
import { onlineContext, registryContext } from '../../state/contexts.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { isOffline, problemWords } from '../../state/problem-words.ts';
import { receiptView } from '../../state/receipt-words.ts';
import type { Asker } from '../../state/sheets.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/amount.ts';
import '../../ui/armed-button.ts';
import '../../ui/icon.ts';
import { moneyText } from '../../ui/money.ts';
import '../../ui/notice.ts';
import '../../ui/receipt-card.ts';
import '../../ui/sheet.ts';
import { base, buttons, skeletons } from '../../ui/styles.ts';
import { type CashierFlow, type CashierView, createCashierFlow } from './cashier-flow.ts';
import { cashierStyles } from './cashier-styles.ts';

@customElement('cashier-sheet')
@localized()
export class CashierSheet extends LitElement {
  static override styles = [base, buttons, skeletons, cashierStyles];

  @property({ attribute: false }) asker: Asker | undefined;
  @property({ attribute: false }) orderToken = '';
  @property({ attribute: false }) userId = '';
  /** Ends a cashier that is still loading. */
  @property({ attribute: false }) signal: AbortSignal = new AbortController().signal;
  /** Called once, when the sheet is to go. */
  @property({ attribute: false }) settled: ((hint: Hint) => void) | undefined;

  @consume({ context: registryContext }) private readonly registry!: RegistryClient;
  private readonly preferences = new Watch(this, preferencesContext);
  private readonly online = new Watch(this, onlineContext);
  @state() private view: CashierView = { step: 'loading' };
  private flow: CashierFlow | undefined;
  private readonly leaving = new AbortController();

  protected override firstUpdated(): void {
    const { asker } = this;
    if (!asker) return;
    this.flow = createCashierFlow({
      appId: asker.appId,
      orderToken: this.orderToken,
      userId: this.userId,
      payments: this.registry.payments,
      sign: signChallenge,
      now: Date.now,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    this.flow.subscribe((view) => {
      this.view = view;
    });
    this.signal.addEventListener('abort', () => this.view.step === 'loading' && this.leave(), {
      signal: this.leaving.signal,
    });
    this.load();
  }

  private load(): void {
    void this.flow?.load(AbortSignal.any([this.signal, this.leaving.signal]));
  }

  private async leave(): Promise<void> {
    if (this.leaving.signal.aborted) return;
    this.leaving.abort();
    this.settled?.((await this.flow?.leave()) ?? 'cancelled');
  }

  protected override render() {
    const { step } = this.view;
    return html`<portico-sheet
      heading=${step === 'settled' ? msg('付款结果', { id: 'cashier.result' }) : msg('确认付款', { id: 'cashier.title' })}
      close-label=${msg('取消付款', { id: 'cashier.cancel' })}
      .locked=${step === 'confirming' || step === 'processing'}
      @dismiss=${this.leave}
    >
      ${this.content()}
    </portico-sheet>`;
  }

  private content() {
    const { view } = this;
    switch (view.step) {
      case 'loading':
        return this.bones();
      case 'ready':
      case 'confirming':
      case 'processing':
        return html`${this.offer(view.offer)} ${this.action(view)}`;
      case 'settled':
        return this.result(view.receipt);
      case 'failed':
        return this.failure(view.problem, view.again);
    }
  }

  private offer({ intent, title, items }: Offer) {
    const money = (minor: string): string => moneyText(minor, intent.exponent, intent.currency);
    return html`
      <div class="head">
        <p class="payee">
          <portico-icon name="verified"></portico-icon
          ><span class="unseen">${msg('已验证的收款方', { id: 'mark.verified-payee' })}</span><bdi>${intent.payeeName}</bdi>
        </p>
        <portico-amount .minor=${intent.amountMinor} .exponent=${intent.exponent} .currency=${intent.currency}></portico-amount>
      </div>
      <dl>
        <div class="what"><dt>${msg('商品', { id: 'receipt.what' })}</dt><dd><bdi>${title}</bdi></dd></div>
        ${items.map(
          ({ name, quantity, amountMinor }) => html`<div class="item">
            <dt><bdi>${quantity > 1 ? `${name} × ${quantity}` : name}</bdi></dt>
            <dd>${money(amountMinor)}</dd>
          </div>`,
        )}
        ${intent.fundingLines.map(
          ({ label, amountMinor }) => html`<div class="fund">
            <dt><portico-icon name="card"></portico-icon>${msg('付款账户', { id: 'cashier.account' })}</dt>
            <dd><bdi>${label}</bdi>${intent.fundingLines.length > 1 ? html`<br />${money(amountMinor)}` : nothing}</dd>
          </div>`,
        )}
      </dl>
    `;
  }

  private action(view: Extract<CashierView, { offer: Offer }>) {
    const { intent } = view.offer;
    const amount = moneyText(intent.amountMinor, intent.exponent, intent.currency);
    const offline = this.online.value === false;
    if (view.step !== 'ready') {
      const words =
        view.step === 'confirming'
          ? msg('请在设备上完成验证', { id: 'cashier.confirming' })
          : msg('正在付款，请勿离开', { id: 'cashier.processing' });
      return html`<p class="busy" role="status"><i></i>${words}</p>`;
    }
    return html`
      <p class="note" role="status">
        ${offline ? msg('付款需要网络，请恢复连接后继续。', { id: 'cashier.offline-text' }) : view.note ? problemWords(view.note) : nothing}
      </p>
      <armed-button .disabled=${offline} @confirm=${() => this.flow?.confirm()}>
        <span class="label"><portico-icon name="passkey"></portico-icon>${msg(str`用通行密钥付款 ${amount}`, { id: 'cashier.pay' })}</span>
      </armed-button>
      <p class="fine">${msg('收款方与金额由银行提供，服务方无法更改', { id: 'cashier.promise' })}</p>
    `;
  }

  private result(receipt: Receipt | undefined) {
    const done = html`<button class="button main wide" type="button" @click=${this.leave}>
      ${msg('完成', { id: 'action.done' })}
    </button>`;
    if (!receipt) {
      return html`<portico-notice
          icon="clock"
          heading=${msg('结果待确认', { id: 'cashier.unknown' })}
          text=${msg('请稍后在“订单”中查看结果，暂时不要重复付款。', { id: 'cashier.unknown-text' })}
        ></portico-notice>
        ${done}`;
    }
    const view = receiptView(receipt, this.preferences.value?.locale ?? 'zh-Hans');
    return html`<portico-receipt-card .view=${view}></portico-receipt-card>${done}`;
  }

  private failure(problem: unknown, again: boolean) {
    const offline = isOffline(problem);
    return html`<portico-notice
      icon=${offline ? 'offline' : 'alert'}
      tone=${offline ? 'calm' : 'alert'}
      heading=${offline ? msg('付款需要网络', { id: 'cashier.offline' }) : msg('没有完成付款', { id: 'cashier.failed' })}
      text=${problemWords(problem)}
    >
      ${again ? html`<button class="button main" type="button" @click=${this.load}>${msg('重试', { id: 'action.retry' })}</button>` : nothing}
      <button class="button" type="button" @click=${this.leave}>${msg('返回服务', { id: 'cashier.back' })}</button>
    </portico-notice>`;
  }

  private bones() {
    return html`<div class="bones" role="status" aria-label=${msg('正在向银行读取订单', { id: 'cashier.loading' })}>
      <b class="skeleton"></b><b class="skeleton"></b><b class="skeleton"></b><b class="skeleton"></b>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cashier-sheet': CashierSheet;
  }
}
