/** Which element draws which route, and where its code is. Home is part of the first load. */
import { html, type TemplateResult } from 'lit';
import '../screens/home/home-screen.ts';
import type { Route } from '../state/navigation.ts';

type BaseRoute = Exclude<Route, { readonly screen: 'player' }>;

export const loaders: { readonly [S in BaseRoute['screen']]: () => Promise<unknown> } = {
  home: async () => undefined,
  missing: async () => undefined,
  search: () => import('../screens/search/search-screen.ts'),
  orders: () => import('../screens/orders/orders-screen.ts'),
  receipt: () => import('../screens/receipt/receipt-screen.ts'),
  settings: () => import('../screens/settings/settings-screen.ts'),
  apps: () => import('../screens/app-settings/apps-screen.ts'),
  'app-settings': () => import('../screens/app-settings/app-settings-screen.ts'),
};

export function drawScreen(route: BaseRoute): TemplateResult {
  switch (route.screen) {
    case 'home':
    case 'missing':
      return html`<home-screen></home-screen>`;
    case 'search':
      return html`<search-screen></search-screen>`;
    case 'orders':
      return html`<orders-screen></orders-screen>`;
    case 'receipt':
      return html`<receipt-screen .orderId=${route.orderId}></receipt-screen>`;
    case 'settings':
      return html`<settings-screen></settings-screen>`;
    case 'apps':
      return html`<apps-screen></apps-screen>`;
    case 'app-settings':
      return html`<app-settings-screen .appId=${route.appId}></app-settings-screen>`;
  }
}
