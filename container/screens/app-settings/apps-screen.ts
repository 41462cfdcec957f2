/** The services that know something of the customer, or did something for them. */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AppId } from '../../../sandbox/contract/index.ts';
import { catalogueContext } from '../../state/catalogue.ts';
import { appsKept, type Kept, keptContext } from '../../state/kept.ts';
import { appSettingsAddress, type Navigation, navigationContext } from '../../state/navigation.ts';
import { problemWords } from '../../state/problem-words.ts';
import { sessionContext, signedInAs } from '../../state/session.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { base, buttons, pages, panels, skeletons } from '../../ui/styles.ts';
import { appSettingsStyles } from './app-settings-styles.ts';

@customElement('apps-screen')
@localized()
export class AppsScreen extends LitElement {
  static override styles = [base, buttons, panels, pages, skeletons, appSettingsStyles];

  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: keptContext }) private readonly kept!: () => Promise<Kept>;
  private readonly catalogue = new Watch(this, catalogueContext);
  private readonly session = new Watch(this, sessionContext);
  @state() private apps: readonly AppId[] | undefined;
  @state() private problem: unknown;
  private shownFor: string | undefined;

  protected override updated(): void {
    const view = this.session.value;
    if (!view?.known) return;
    const userId = signedInAs(view)?.userId;
    if (this.shownFor === (userId ?? '')) return;
    this.shownFor = userId ?? '';
    this.load().catch((error: unknown) => {
      this.problem = error;
    });
  }

  private async load(): Promise<void> {
    this.apps = await appsKept(await this.kept(), signedInAs(this.session.value)?.userId);
  }

  private open(event: Event, appId: AppId): void {
    event.preventDefault();
    this.navigation.go(appSettingsAddress(appId));
  }

  protected override render() {
    return html`<div class="page">
      <header>
        <button
          class="round"
          type="button"
          aria-label=${msg('返回', { id: 'action.back' })}
          @click=${() => this.navigation.back()}
        >
          <portico-icon name="back"></portico-icon>
        </button>
        <h1>${msg('服务的权限与记录', { id: 'settings.apps' })}</h1>
      </header>
      <main>${this.content()}</main>
    </div>`;
  }

  private content() {
    if (this.problem !== undefined) return html`<p class="problem" role="alert">${problemWords(this.problem)}</p>`;
    if (!this.apps) {
      return html`<div class="skeleton" role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}></div>`;
    }
    if (this.apps.length === 0) {
      return html`<portico-notice
        icon="shield"
        heading=${msg('这里还没有内容', { id: 'apps.none' })}
        text=${msg('服务获得您的授权、保存数据或使用权限后，会出现在这里。', { id: 'apps.none-text' })}
      ></portico-notice>`;
    }
    return html`<ul class="panel">
      ${this.apps.map((appId) => {
        const listing = this.catalogue.store?.find(appId);
        return html`<li>
          <a class="row" href=${appSettingsAddress(appId)} @click=${(event: Event) => this.open(event, appId)}>
            <portico-icon name="shield"></portico-icon>
            <span class="grow">
              <bdi>${listing?.name ?? appId}</bdi>
              ${listing ? html`<span class="about">${appId}</span>` : nothing}
            </span>
            <portico-icon class="next" name="next"></portico-icon>
          </a>
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'apps-screen': AppsScreen;
  }
}
