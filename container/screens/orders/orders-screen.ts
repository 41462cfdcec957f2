/** Every order of the customer, over all apps. */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Receipt, RegistryClient } from '../../services/registry/index.ts';
import { registryContext } from '../../state/contexts.ts';
import { type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { isOffline, problemWords } from '../../state/problem-words.ts';
import { dayWords, receiptStatus } from '../../state/receipt-words.ts';
import { sessionContext } from '../../state/session.ts';
import { type Sheets, sheetsContext } from '../../state/sheets.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/icon.ts';
import { moneyText } from '../../ui/money.ts';
import '../../ui/notice.ts';
import { base, buttons, pages, panels, skeletons } from '../../ui/styles.ts';

@customElement('orders-screen')
@localized()
export class OrdersScreen extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    pages,
    skeletons,
    css`
      .row {
        min-height: 78px;
      }
      .payee {
        display: block;
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .about {
        display: block;
        font-size: var(--text-s);
        color: var(--ink-3);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .figures {
        flex: none;
        text-align: end;
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      .status {
        display: block;
        margin-top: 2px;
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--ink-3);
      }
      .status.done {
        color: var(--accent);
      }
      .status.wait {
        color: var(--brass);
      }
      .bone {
        height: 78px;
        margin-bottom: var(--gap-2);
        border-radius: var(--radius-m);
      }
    `,
  ];

  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: registryContext }) private readonly registry!: RegistryClient;
  @consume({ context: sheetsContext }) private readonly sheets!: Sheets;
  private readonly preferences = new Watch(this, preferencesContext);
  private readonly session = new Watch(this, sessionContext);

  private readonly orders = new Task(this, {
    args: () => [this.session.value?.known && this.session.value.signedIn] as const,
    task: async ([signedIn], { signal }) => (signedIn ? this.registry.payments.orders(signal) : []),
  });

  protected override render() {
    return html`<div class="page">
      <header><h1>${msg('订单', { id: 'tab.orders' })}</h1></header>
      <main>${this.content()}</main>
    </div>`;
  }

  private content() {
    const view = this.session.value;
    if (view?.known && !view.signedIn) return this.signedOut();
    return this.orders.render({
      pending: () => this.bones(),
      complete: (orders) => (view?.known ? this.list(orders) : this.bones()),
      error: (problem) =>
        html`<portico-notice
          icon=${isOffline(problem) ? 'offline' : 'alert'}
          heading=${msg('没有加载成功', { id: 'home.failed' })}
          text=${problemWords(problem)}
        >
          <button class="button" type="button" @click=${() => this.orders.run()}>${msg('重试', { id: 'action.retry' })}</button>
        </portico-notice>`,
    });
  }

  private list(orders: readonly Receipt[]) {
    if (orders.length === 0) {
      return html`<portico-notice
        icon="orders"
        heading=${msg('还没有订单', { id: 'orders.none' })}
        text=${msg('付款后的订单和收据都会在这里。', { id: 'orders.none-text' })}
      ></portico-notice>`;
    }
    return html`<ul class="panel">
      ${orders.map((order) => html`<li>${this.row(order)}</li>`)}
    </ul>`;
  }

  private row(order: Receipt) {
    const { tone, status } = receiptStatus(order);
    const locale = this.preferences.value?.locale ?? 'zh-Hans';
    return html`<button class="row" type="button" @click=${() => this.navigation.go(`/orders/${order.orderId}`)}>
      <span class="grow">
        <span class="payee"><bdi>${order.payeeName}</bdi></span>
        <span class="about"><bdi>${order.title}</bdi> · ${dayWords(order.paidAt ?? order.createdAt, locale)}</span>
      </span>
      <span class="figures">
        ${moneyText(order.amountMinor, order.exponent, order.currency)}<span class="status ${tone}">${status}</span>
      </span>
    </button>`;
  }

  private signedOut() {
    return html`<portico-notice
      icon="lock"
      heading=${msg('登录后查看订单', { id: 'orders.signed-out' })}
      text=${msg('登录后可以付款、查看订单和收据。', { id: 'sign-in.plain' })}
    >
      <button class="button main" type="button" @click=${() => this.sheets.signIn({})}>${msg('登录', { id: 'sign-in.action' })}</button>
    </portico-notice>`;
  }

  private bones() {
    return html`<div role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}>
      ${[1, 2, 3].map(() => html`<div class="skeleton bone"></div>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orders-screen': OrdersScreen;
  }
}
