/** Where the customer is in the container. The shell implements it; screens only ask. */
import { createContext } from '@lit/context';
import { type AppId, type OrderId, parseAppId, parseOrderId } from '../../sandbox/contract/index.ts';
import type { Store } from './store.ts';

export type Route =
  | { readonly screen: 'home' | 'search' | 'orders' | 'settings' | 'apps' }
  | { readonly screen: 'app-settings'; readonly appId: AppId }
  | { readonly screen: 'receipt'; readonly orderId: OrderId }
  | { readonly screen: 'player'; readonly appId: AppId; readonly path: string; readonly query: string }
  | { readonly screen: 'missing' };

/** What the place a customer came from hands on, so that the next screen opens as one motion. */
export interface Origin {
  /** Centre of what was tapped, CSS pixels in the viewport. */
  readonly x: number;
  readonly y: number;
}

export interface Navigation extends Store<Route> {
  /** Where the last step forward was tapped, if it was. */
  readonly origin: Origin | undefined;
  go(address: string, origin?: Origin): void;
  /** As `go`, but Back leads to where this place itself was come to from: for changing from one open app to another. */
  switchTo(address: string): void;
  /** To where the customer came from inside the container, or home when they came from outside. */
  back(): void;
  /**
   * As `back`, for leaving apps that stay alive: the tab's history is theirs too, and going back in it past what an app
   * added would take the app back as well. Then the place the customer came from is added as a new entry instead.
   */
  backKeeping(): void;
}

export const navigationContext = createContext<Navigation>('portico-navigation');

/** Address → route. `/app/<appId>/<path>?<query>` hands path and query to the app and means nothing more to the container. */
export function routeOf(pathname: string, search: string): Route {
  const [first = '', second = '', ...rest] = pathname.split('/').slice(1);
  const single = second === '' && rest.length === 0;
  if (first === '') return { screen: 'home' };
  if ((first === 'search' || first === 'settings' || first === 'orders') && single) return { screen: first };
  if (first === 'settings' && second === 'apps') {
    const [id = '', ...more] = rest;
    if (id === '') return { screen: 'apps' };
    const ofSettings = more.length === 0 ? parseAppId(id) : undefined;
    return ofSettings ? { screen: 'app-settings', appId: ofSettings } : { screen: 'missing' };
  }
  const orderId = first === 'orders' && rest.length === 0 ? parseOrderId(second) : undefined;
  if (orderId) return { screen: 'receipt', orderId };
  const appId = first === 'app' ? parseAppId(second) : undefined;
  if (appId) return { screen: 'player', appId, path: `/${rest.join('/')}`, query: search.replace(/^\?/, '') };
  return { screen: 'missing' };
}

/** A finger has come down on an app: it will probably be opened when the finger leaves. */
export const appLikely = (appId: AppId): CustomEvent<AppId> =>
  new CustomEvent('app-likely', { detail: appId, bubbles: true, composed: true });

declare global {
  interface HTMLElementEventMap {
    'app-likely': CustomEvent<AppId>;
  }
}

export const appAddress = (appId: AppId, path = '/'): string => `/app/${appId}${path === '/' ? '' : path}`;
export const appSettingsAddress = (appId: AppId): string => `/settings/apps/${appId}`;
