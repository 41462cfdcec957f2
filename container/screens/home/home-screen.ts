/** The first screen: where the customer is, what they used lately, and every service on the shelf. */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { blobAddress, type Listing } from '../../services/registry/index.ts';
import { catalogueContext } from '../../state/catalogue.ts';
import { cities, cityName } from '../../state/cities.ts';
import { onlineContext } from '../../state/contexts.ts';
import { appAddress, type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { isOffline, problemWords } from '../../state/problem-words.ts';
import { sessionContext } from '../../state/session.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/facade.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { base, buttons } from '../../ui/styles.ts';
import './service-shelf.ts';
import type { ServiceTile } from './service-shelf.ts';

@customElement('home-screen')
@localized()
export class HomeScreen extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      header {
        position: relative;
        overflow: hidden;
        padding: env(safe-area-inset-top) 0 64px;
        color: var(--on-facade);
        background: linear-gradient(160deg, var(--facade-from), var(--facade-to));
        border-radius: 0 0 28px 28px;
      }
      portico-facade {
        position: absolute;
        inset: auto -14px 0 auto;
        width: 204px;
        height: 128px;
        opacity: 0.55;
        mask-image: linear-gradient(to left, #000 20%, transparent 92%);
      }
      .column {
        position: relative;
        max-width: var(--column);
        margin: 0 auto;
        padding: 0 var(--gutter);
      }
      .top {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 56px;
      }
      .city {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: var(--target);
        padding-inline-end: 8px;
        font-size: var(--text-m);
        font-weight: 600;
      }
      .city portico-icon {
        width: 1.2rem;
        height: 1.2rem;
      }
      .city portico-icon:last-of-type {
        width: 0.9rem;
        height: 0.9rem;
        opacity: 0.8;
      }
      .city select {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
        font-size: 16px;
      }
      .city:focus-within {
        outline: 2px solid #fff;
        border-radius: 8px;
      }
      .top .round {
        margin-inline-end: -10px;
      }
      .top .round:focus-visible {
        outline-color: #fff;
      }
      h1 {
        margin-top: var(--gap-2);
        font-size: var(--text-2xl);
        font-weight: 650;
        letter-spacing: 0.01em;
        line-height: 1.3;
      }
      .lead {
        margin-top: 4px;
        max-width: 20em;
        font-size: var(--text-m);
        color: var(--on-facade-2);
      }
      .search {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        width: 100%;
        min-height: 52px;
        margin-top: -26px;
        padding: 0 var(--gap-4);
        border-radius: 999px;
        background: var(--surface);
        color: var(--ink-3);
        font-size: var(--text-m);
        box-shadow: var(--shadow);
      }
      .search portico-icon {
        width: 1.3rem;
        height: 1.3rem;
        color: var(--accent);
      }
      main {
        padding-bottom: calc(var(--tabs) + env(safe-area-inset-bottom) + 32px);
      }
      .band {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        margin-top: var(--gap-4);
        padding: 10px var(--gap-4);
        border-radius: var(--radius-m);
        background: var(--brass-tint);
        color: var(--brass);
        font-size: var(--text-s);
        line-height: 1.4;
      }
      .band portico-icon {
        width: 1.2rem;
        height: 1.2rem;
      }
      .promise {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        margin-top: var(--gap-8);
        font-size: var(--text-xs);
        color: var(--ink-3);
        text-align: center;
      }
      .promise portico-icon {
        width: 1rem;
        height: 1rem;
      }
    `,
  ];

  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  private readonly catalogue = new Watch(this, catalogueContext);
  private readonly preferences = new Watch(this, preferencesContext);
  private readonly online = new Watch(this, onlineContext);
  private readonly session = new Watch(this, sessionContext);

  private open(event: CustomEvent<ServiceTile>): void {
    const { app, x, y } = event.detail;
    this.navigation.go(appAddress(app.appId), { x, y });
  }

  private chooseCity(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.preferences.store?.change({ city: value });
  }

  protected override render() {
    const care = this.preferences.value?.care ?? false;
    return html`
      <header>
        <portico-facade></portico-facade>
        <div class="column">
          <div class="top">${this.cityPicker()} ${this.personButton()}</div>
          <h1>${msg('生活服务，一门通行', { id: 'home.title' })}</h1>
          ${care ? nothing : html`<p class="lead">${msg('每一笔付款，都在银行的页面上确认', { id: 'home.lead' })}</p>`}
        </div>
      </header>
      <main class="column">
        <button class="search" type="button" @click=${() => this.navigation.go('/search')}>
          <portico-icon name="search"></portico-icon>${msg('搜索服务', { id: 'home.search' })}
        </button>
        ${this.connectionBand()} ${this.shelves()}
        <card-shelf></card-shelf>
        <p class="promise">
          <portico-icon name="shield"></portico-icon>${msg('所有服务均经双人审核，并有签名保护', { id: 'home.promise' })}
        </p>
      </main>
    `;
  }

  private cityPicker() {
    const chosen = this.preferences.value?.city ?? '';
    return html`<label class="city">
      <portico-icon name="place"></portico-icon>${cityName(chosen)}<portico-icon name="down"></portico-icon>
      <select aria-label=${msg('城市', { id: 'home.city' })} @change=${this.chooseCity}>
        ${cities.map(({ code, name }) => html`<option value=${code} ?selected=${code === chosen}>${name()}</option>`)}
      </select>
    </label>`;
  }

  private personButton() {
    const view = this.session.value;
    const label =
      view?.known && view.signedIn ? msg('我的', { id: 'tab.settings' }) : msg('登录', { id: 'sign-in.action' });
    return html`<button class="round" type="button" aria-label=${label} @click=${() => this.navigation.go('/settings')}>
      <portico-icon name="person"></portico-icon>
    </button>`;
  }

  private connectionBand() {
    const view = this.catalogue.value;
    const cut = this.online.value === false || isOffline(view?.problem);
    if (!cut || !view?.home) return nothing;
    return html`<p class="band" role="status">
      <portico-icon name="offline"></portico-icon>${msg('当前离线，显示上次的内容；付款需要网络', { id: 'home.offline-band' })}
    </p>`;
  }

  private shelves() {
    const view = this.catalogue.value;
    if (!view?.home) return view?.problem ? this.failure(view.problem) : this.shelf('', undefined);
    if (view.home.apps.length === 0) {
      return html`<portico-notice
        icon="grid"
        heading=${msg('这里还没有服务', { id: 'home.empty' })}
        text=${msg('换一个城市看看，或稍后再来。', { id: 'home.empty-text' })}
      ></portico-notice>`;
    }
    const care = this.preferences.value?.care ?? false;
    const recents = care || view.home.apps.length < 5 ? [] : view.recents.slice(0, 4);
    return html`
      ${recents.length > 0 ? this.shelf(msg('最近使用', { id: 'home.recents' }), recents) : nothing}
      ${this.shelf(msg('全部服务', { id: 'home.all' }), view.home.apps, care)}
    `;
  }

  private shelf(heading: string, apps: readonly Listing[] | undefined, rows = false) {
    return html`<service-shelf
      heading=${heading}
      .apps=${apps?.map((app) => ({ ...app, iconAddress: app.icon && blobAddress(app.icon.digest) }))}
      .rows=${rows}
      @open-service=${this.open}
    ></service-shelf>`;
  }

  private failure(problem: unknown) {
    const offline = isOffline(problem);
    return html`<portico-notice
      icon=${offline ? 'offline' : 'alert'}
      heading=${offline ? msg('没有网络', { id: 'home.no-network' }) : msg('没有加载成功', { id: 'home.failed' })}
      text=${problemWords(problem)}
    >
      <button class="button" type="button" @click=${() => this.catalogue.store?.refresh()}>
        ${msg('重试', { id: 'action.retry' })}
      </button>
    </portico-notice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-screen': HomeScreen;
  }
}
