/** The customer's own page: who they are, their passkeys, and how the container looks and speaks. */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Locale, ThemeChoice } from '../../services/preferences-store.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { problemWords } from '../../state/problem-words.ts';
import { sessionContext, signedInAs } from '../../state/session.ts';
import { type Sheets, sheetsContext } from '../../state/sheets.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/icon.ts';
import type { IconName } from '../../ui/icon.ts';
import { base, buttons, pages, panels } from '../../ui/styles.ts';
import { switches } from '../../ui/switch.ts';
import { settingsStyles } from './settings-styles.ts';

interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

@customElement('settings-screen')
@localized()
export class SettingsScreen extends LitElement {
  static override styles = [base, buttons, panels, pages, switches, settingsStyles];

  @consume({ context: sheetsContext }) private readonly sheets!: Sheets;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  private readonly preferences = new Watch(this, preferencesContext);
  private readonly session = new Watch(this, sessionContext);
  @state() private leaving = false;

  private async signOut(): Promise<void> {
    this.leaving = true;
    try {
      await this.session.store?.signOut();
      await this.catalogue.forgetRecents();
      this.sheets.toast(msg('已退出登录', { id: 'settings.signed-out' }));
    } catch (error) {
      this.sheets.toast(problemWords(error));
    } finally {
      this.leaving = false;
    }
  }

  private async addPasskey(): Promise<void> {
    if (await this.sheets.enrolPasskey({})) this.sheets.toast(msg('通行密钥已创建', { id: 'passkey.done' }));
  }

  protected override render() {
    const preferences = this.preferences.value;
    if (!preferences) return nothing;
    const { store } = this.preferences;
    return html`<div class="page">
      <header><h1>${msg('我的', { id: 'tab.settings' })}</h1></header>
      <main>
        ${this.person()}
        <h2>${msg('显示', { id: 'settings.display' })}</h2>
        <div class="panel">
          ${this.choices<Locale>(
            'language',
            msg('语言', { id: 'settings.language' }),
            preferences.locale,
            [
              { value: 'zh-Hans', label: '中文' },
              { value: 'en', label: 'English' },
            ],
            (locale) => store?.change({ locale }),
          )}
          ${this.choices<ThemeChoice>(
            'theme',
            msg('外观', { id: 'settings.theme' }),
            preferences.theme,
            [
              { value: 'auto', label: msg('自动', { id: 'settings.theme-auto' }) },
              { value: 'light', label: msg('浅色', { id: 'settings.theme-light' }) },
              { value: 'dark', label: msg('深色', { id: 'settings.theme-dark' }) },
            ],
            (theme) => store?.change({ theme }),
          )}
          <label class="row">
            <portico-icon name="text"></portico-icon>
            <span class="grow">
              ${msg('关怀模式', { id: 'settings.care' })}
              <span class="about">${msg('文字和按钮更大，内容更简洁', { id: 'settings.care-text' })}</span>
            </span>
            <input
              type="checkbox"
              role="switch"
              .checked=${preferences.care}
              @change=${(event: Event) => store?.change({ care: (event.target as HTMLInputElement).checked })}
            />
          </label>
        </div>
        <h2>${msg('服务', { id: 'settings.services' })}</h2>
        <div class="panel">
          <button class="row" type="button" @click=${() => this.navigation.go('/settings/apps')}>
            <portico-icon name="shield"></portico-icon>
            <span class="grow">
              ${msg('服务的权限与记录', { id: 'settings.apps' })}
              <span class="about">${msg('查看和撤回授权、已存数据、使用记录', { id: 'settings.apps-text' })}</span>
            </span>
            <portico-icon class="next" name="next"></portico-icon>
          </button>
        </div>
        ${
          signedInAs(this.session.value)
            ? html`<button class="button quiet wide" type="button" ?disabled=${this.leaving} @click=${this.signOut}>
                <portico-icon name="leave"></portico-icon>${msg('退出登录', { id: 'settings.sign-out' })}
              </button>`
            : nothing
        }
      </main>
    </div>`;
  }

  private person() {
    const customer = signedInAs(this.session.value);
    if (!customer) {
      return html`<section class="person">
        <span class="mark"><portico-icon name="person"></portico-icon></span>
        <p>${msg('登录后可以付款、查看订单和收据。', { id: 'sign-in.plain' })}</p>
        <button class="button main" type="button" @click=${() => this.sheets.signIn({})}>${msg('登录', { id: 'sign-in.action' })}</button>
      </section>`;
    }
    return html`
      <section class="person">
        <span class="mark"><portico-icon name="person"></portico-icon></span>
        <p><b>${customer.phone ?? msg('已登录', { id: 'settings.signed-in' })}</b><span class="level">L${customer.level}</span></p>
      </section>
      <h2>${msg('安全', { id: 'settings.security' })}</h2>
      <div class="panel">
        <button class="row" type="button" @click=${this.addPasskey}>
          <portico-icon name="passkey"></portico-icon>
          <span class="grow">${msg('通行密钥', { id: 'settings.passkeys' })}</span>
          <span class="aside">
            ${customer.passkeys > 0 ? customer.passkeys : msg('未创建', { id: 'settings.passkeys-none' })}
          </span>
          <portico-icon class="next" name="next"></portico-icon>
        </button>
      </div>
    `;
  }

  private choices<T extends string>(
    icon: IconName,
    label: string,
    chosen: T,
    choices: readonly Choice<T>[],
    change: (value: T) => void,
  ) {
    return html`<fieldset class="row">
      <portico-icon name=${icon}></portico-icon>
      <legend class="unseen">${label}</legend>
      <span class="grow" aria-hidden="true">${label}</span>
      <span class="segments">
        ${choices.map(
          ({ value, label: words }) => html`<label>
            <input type="radio" name=${icon} value=${value} .checked=${value === chosen} @change=${() => change(value)} />
            <span>${words}</span>
          </label>`,
        )}
      </span>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-screen': SettingsScreen;
  }
}
