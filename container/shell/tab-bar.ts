/** The three places of the container that are always one tap away. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../ui/icon.ts';
import type { IconName } from '../ui/icon.ts';
import { base } from '../ui/styles.ts';

interface Tab {
  readonly screen: string;
  readonly address: string;
  readonly icon: IconName;
  label(): string;
}
const tabs: readonly Tab[] = [
  { screen: 'home', address: '/', icon: 'home', label: () => msg('首页', { id: 'tab.home' }) },
  { screen: 'orders', address: '/orders', icon: 'orders', label: () => msg('订单', { id: 'tab.orders' }) },
  { screen: 'settings', address: '/settings', icon: 'person', label: () => msg('我的', { id: 'tab.settings' }) },
];

@customElement('tab-bar')
@localized()
export class TabBar extends LitElement {
  static override styles = [
    base,
    css`
      nav {
        position: fixed;
        inset: auto 0 0;
        z-index: 5;
        display: flex;
        justify-content: center;
        padding-bottom: env(safe-area-inset-bottom);
        background: color-mix(in srgb, var(--surface) 94%, transparent);
        backdrop-filter: blur(16px);
        border-top: 1px solid var(--line);
      }
      a {
        display: flex;
        flex: 1;
        max-width: 180px;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 2px;
        min-height: var(--tabs);
        font-size: var(--text-xs);
        color: var(--ink-3);
      }
      a[aria-current="page"] {
        color: var(--accent);
        font-weight: 600;
      }
      a:focus-visible {
        outline-offset: -4px;
        border-radius: 12px;
      }
    `,
  ];

  @property() current = '';

  private go(event: MouseEvent, address: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('go', { detail: address }));
  }

  protected override render() {
    return html`<nav aria-label=${msg('主导航', { id: 'tab.nav' })}>
      ${tabs.map(({ screen, address, icon, label }) => {
        const here = screen === this.current;
        return html`<a href=${address} aria-current=${here ? 'page' : 'false'} @click=${(event: MouseEvent) => this.go(event, address)}>
          <portico-icon name=${icon}></portico-icon>${label()}
        </a>`;
      })}
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tab-bar': TabBar;
  }
}
