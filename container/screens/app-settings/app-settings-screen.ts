/** One service: what it may, what it keeps, what it did, and being forgotten by it. */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AppId, GrantScope } from '../../../sandbox/contract/index.ts';
import { textFor } from '../../../sandbox/contract/manifest/index.ts';
import type { ActivityLine } from '../../services/activity-log.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import { activityWords, outcomeWords } from '../../state/activity-words.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { trustContext } from '../../state/contexts.ts';
import { forgetApp, type Kept, keptContext } from '../../state/kept.ts';
import { type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { problemWords } from '../../state/problem-words.ts';
import { scopeWords } from '../../state/scope-words.ts';
import { sessionContext, signedInAs } from '../../state/session.ts';
import { type Sheets, sheetsContext } from '../../state/sheets.ts';
import type { TrustState } from '../../state/trust.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/icon.ts';
import { base, buttons, pages, panels, skeletons } from '../../ui/styles.ts';
import { appSettingsStyles } from './app-settings-styles.ts';

interface View {
  readonly grants: readonly { readonly scope: GrantScope; readonly granted: boolean; readonly at: number }[];
  readonly bytes: number;
  readonly lines: readonly ActivityLine[];
}

@customElement('app-settings-screen')
@localized()
export class AppSettingsScreen extends LitElement {
  static override styles = [base, buttons, panels, pages, skeletons, appSettingsStyles];

  @property({ attribute: false }) appId: AppId | undefined;
  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: keptContext }) private readonly kept!: () => Promise<Kept>;
  @consume({ context: trustContext }) private readonly trust!: TrustState;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  @consume({ context: sheetsContext }) private readonly sheets!: Sheets;
  private readonly session = new Watch(this, sessionContext);
  private readonly preferences = new Watch(this, preferencesContext);
  @state() private view: View | undefined;
  @state() private release: VerifiedRelease | undefined;
  @state() private problem: unknown;
  @state() private busy = false;
  private shownFor = '';
  private readonly ending = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
  }

  private get userId() {
    return signedInAs(this.session.value)?.userId;
  }

  protected override updated(): void {
    const { appId } = this;
    if (!appId || !this.session.value?.known) return;
    const wanted = `${appId} ${this.userId ?? ''}`;
    if (wanted === this.shownFor) return;
    this.shownFor = wanted;
    void this.act(async () => undefined);
    // For the verified name and what its messages are called; without it the page says less, and works.
    this.trust.resolve(appId).then(
      (resolution) => {
        if ('release' in resolution) this.release = resolution.release;
      },
      (error: unknown) => console.info('portico: the app’s release is not known', error),
    );
  }

  /** Does one thing and shows what is kept afterwards. */
  private async act(change: (kept: Kept, appId: AppId) => Promise<void>): Promise<void> {
    const { appId, userId } = this;
    if (!appId) return;
    this.busy = true;
    this.problem = undefined;
    try {
      const kept = await this.kept();
      await change(kept, appId);
      const all = userId ? await kept.grants.ofUser(userId) : [];
      this.view = {
        grants: all.filter((grant) => grant.appId === appId),
        bytes: await kept.storage.usage({ appId, userId }),
        lines: await kept.activity.read(userId, appId),
      };
    } catch (error) {
      this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  private async withdraw(scope: GrantScope): Promise<void> {
    await this.act(async ({ grants }, appId) => {
      if (this.userId) await grants.withdraw({ userId: this.userId, appId }, scope);
    });
  }

  private async sure(text: string, confirm: string): Promise<boolean> {
    const { appId } = this;
    if (!appId) return false;
    const asker = { appId, name: this.name, partnerName: this.release?.partnerName ?? '' };
    const question = { asker, text, confirm, danger: true };
    return (await this.sheets.ask('confirm', question, this.ending.signal)) === true;
  }

  private async clear(): Promise<void> {
    const text = msg('它在这台设备上保存的内容会被删除，无法恢复。', { id: 'app-settings.clear-sure' });
    if (!(await this.sure(text, msg('清除数据', { id: 'app-settings.clear' })))) return;
    await this.act(({ storage }, appId) => storage.clear({ appId, userId: this.userId }));
  }

  private async forget(): Promise<void> {
    const text = msg('授权、保存的数据和使用记录都会被删除；已完成的订单不受影响。', {
      id: 'app-settings.forget-sure',
    });
    if (!(await this.sure(text, msg('忘记此服务', { id: 'app-settings.forget' })))) return;
    await this.act((kept, appId) => forgetApp(kept, { userId: this.userId, appId }));
    if (this.problem === undefined) this.sheets.toast(msg('已忘记此服务', { id: 'app-settings.forgotten' }));
  }

  private get name(): string {
    const { release, appId } = this;
    if (release)
      return textFor(release.manifest.name, this.preferences.value?.locale ?? 'zh-Hans', release.manifest.lang);
    return (appId && this.catalogue.find(appId)?.name) ?? appId ?? '';
  }

  private titleOf(scope: GrantScope): string {
    const { release } = this;
    const message = release?.manifest.messages?.find(({ id }) => scope === `message.${id}`);
    return message && release
      ? textFor(message.title, this.preferences.value?.locale ?? 'zh-Hans', release.manifest.lang)
      : '';
  }

  private time(at: number): string {
    const locale = this.preferences.value?.locale === 'en' ? 'en' : 'zh-CN';
    return new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
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
        <h1><bdi>${this.name}</bdi></h1>
      </header>
      <main aria-busy=${this.busy}>
        ${this.release ? html`<p class="about"><bdi>${this.release.partnerName}</bdi></p>` : nothing}
        ${this.problem === undefined ? nothing : html`<p class="problem" role="alert">${problemWords(this.problem)}</p>`}
        ${
          this.view
            ? this.content(this.view)
            : html`<div class="skeleton" role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}></div>`
        }
      </main>
    </div>`;
  }

  private content({ grants, bytes, lines }: View) {
    return html`
      <h2>${msg('权限', { id: 'app-settings.permissions' })}</h2>
      <div class="panel">
        ${
          grants.length === 0
            ? html`<p class="none">${msg('您没有给过它任何授权。', { id: 'app-settings.no-permissions' })}</p>`
            : html`<ul>${grants.map((grant) => this.grantRow(grant))}</ul>`
        }
      </div>
      <h2>${msg('保存的数据', { id: 'app-settings.storage' })}</h2>
      <div class="panel">
        <div class="row">
          <span class="grow">${kilobytes(bytes)}</span>
          <button class="button" type="button" ?disabled=${this.busy || bytes === 0} @click=${this.clear}>
            ${msg('清除数据', { id: 'app-settings.clear' })}
          </button>
        </div>
      </div>
      <h2>${msg('使用记录', { id: 'app-settings.activity' })}</h2>
      <div class="panel">
        ${
          lines.length === 0
            ? html`<p class="none">${msg('它还没有使用过需要留意的权限。', { id: 'app-settings.no-activity' })}</p>`
            : html`<ul>${lines.map((line) => this.activityRow(line))}</ul>`
        }
      </div>
      <button class="button danger wide" type="button" ?disabled=${this.busy} @click=${this.forget}>
        ${msg('忘记此服务', { id: 'app-settings.forget' })}
      </button>
    `;
  }

  private grantRow({ scope, granted, at }: View['grants'][number]) {
    const { name, icon } = scopeWords(scope, this.titleOf(scope));
    const when = this.time(at);
    return html`<li>
      <div class="row">
        <portico-icon name=${icon}></portico-icon>
        <span class="grow">
          <bdi>${name}</bdi>
          <span class="about">
            ${
              granted
                ? msg(str`${when} 允许`, { id: 'app-settings.allowed-at' })
                : msg(str`${when} 拒绝`, { id: 'app-settings.refused-at' })
            }
          </span>
        </span>
        <button
          class="button"
          type="button"
          ?disabled=${this.busy}
          aria-label=${
            granted
              ? msg(str`撤回：${name}`, { id: 'app-settings.withdraw-what' })
              : msg(str`可再次询问：${name}`, { id: 'app-settings.ask-again-what' })
          }
          @click=${() => this.withdraw(scope)}
        >
          ${granted ? msg('撤回', { id: 'app-settings.withdraw' }) : msg('可再次询问', { id: 'app-settings.ask-again' })}
        </button>
      </div>
    </li>`;
  }

  private activityRow(line: ActivityLine) {
    return html`<li>
      <div class="row">
        <span class="grow">
          ${activityWords(line)}
          <span class="about">${this.time(line.at)}</span>
        </span>
        <span class="aside">
          ${outcomeWords(line)}${line.times > 1 ? html` ${msg(str`${line.times} 次`, { id: 'app-settings.times' })}` : nothing}
        </span>
      </div>
    </li>`;
  }
}

const kilobytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;

declare global {
  interface HTMLElementTagNameMap {
    'app-settings-screen': AppSettingsScreen;
  }
}
