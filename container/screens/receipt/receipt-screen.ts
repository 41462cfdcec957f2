/** One order's receipt, from the registry and nowhere else. */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OrderId } from '../../../sandbox/contract/index.ts';
import type { RegistryClient } from '../../services/registry/index.ts';
import { registryContext } from '../../state/contexts.ts';
import { type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { isOffline, problemWords } from '../../state/problem-words.ts';
import { receiptView } from '../../state/receipt-words.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/receipt-card.ts';
import { base, buttons, pages, panels, skeletons } from '../../ui/styles.ts';

@customElement('receipt-screen')
@localized()
export class ReceiptScreen extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    pages,
    skeletons,
    css`
      h1 {
        font-size: var(--text-xl);
      }
      .bone {
        height: 340px;
        border-radius: var(--radius-l);
      }
      .fine {
        margin-top: var(--gap-4);
        font-size: var(--text-xs);
        color: var(--ink-3);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) orderId: OrderId | undefined;
  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: registryContext }) private readonly registry!: RegistryClient;
  private readonly preferences = new Watch(this, preferencesContext);

  private readonly receipt = new Task(this, {
    args: () => [this.orderId] as const,
    task: async ([orderId], { signal }) => (orderId ? this.registry.payments.receipt(orderId, signal) : undefined),
  });

  protected override render() {
    return html`<div class="page">
      <header>
        <button class="round" type="button" aria-label=${msg('返回', { id: 'action.back' })} @click=${() => this.navigation.back()}>
          <portico-icon name="back"></portico-icon>
        </button>
        <h1>${msg('收据', { id: 'receipt.title' })}</h1>
      </header>
      <main>
        ${this.receipt.render({
          pending: () =>
            html`<div class="skeleton bone" role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}></div>`,
          complete: (receipt) =>
            receipt &&
            html`<div class="panel">
                <portico-receipt-card
                  .view=${receiptView(receipt, this.preferences.value?.locale ?? 'zh-Hans')}
                ></portico-receipt-card>
              </div>
              <p class="fine">${msg('本收据由银行出具，服务方无法更改', { id: 'receipt.promise' })}</p>`,
          error: (problem) =>
            html`<portico-notice
              icon=${isOffline(problem) ? 'offline' : 'alert'}
              heading=${msg('没有加载成功', { id: 'home.failed' })}
              text=${problemWords(problem)}
            >
              <button class="button" type="button" @click=${() => this.receipt.run()}>${msg('重试', { id: 'action.retry' })}</button>
            </portico-notice>`,
        })}
      </main>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'receipt-screen': ReceiptScreen;
  }
}
