/** Asks the customer whether an app may have what its manifest declares, in the partner's reason and the bank's words. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Asker } from '../../state/sheets.ts';
import '../../ui/armed-button.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

/** What each capability comes to for the customer; what an app gets and, as important, what it does not. */
const meanings: Readonly<Record<string, () => { readonly gets: string; readonly not: string }>> = {
  'identity.login': () => ({
    gets: msg('一个只用于此服务的匿名编号', { id: 'consent.login-gets' }),
    not: msg('不包括您的姓名、手机号和账户', { id: 'consent.login-not' }),
  }),
};

@customElement('consent-sheet')
@localized()
export class ConsentSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    explain,
    css`
      blockquote {
        margin: var(--gap-4) 0 0;
        font-size: var(--text-s);
        color: var(--ink-3);
        text-align: center;
      }
      armed-button {
        margin-top: var(--gap-5);
      }
      .wide.quiet {
        margin-top: var(--gap-2);
      }
    `,
  ];

  @property({ attribute: false }) asker: Asker | undefined;
  @property() capability = '';
  @property() reason = '';
  @property({ attribute: false }) settled: ((granted: boolean) => void) | undefined;

  protected override render() {
    const meaning = meanings[this.capability]?.();
    const { asker } = this;
    if (!asker) return nothing;
    return html`<portico-sheet
      heading=${msg('授权', { id: 'consent.title' })}
      close-label=${msg('不允许', { id: 'consent.refuse' })}
      @dismiss=${() => this.settled?.(false)}
    >
      <div class="mark"><portico-icon name="person"></portico-icon></div>
      <p class="lead">
        ${msg(str`允许“${asker.name}”（${asker.partnerName}）识别您吗？`, { id: 'consent.question' })}
      </p>
      ${
        meaning
          ? html`<ul>
              <li><portico-icon name="check"></portico-icon>${meaning.gets}</li>
              <li><portico-icon name="lock"></portico-icon>${meaning.not}</li>
            </ul>`
          : nothing
      }
      ${this.reason ? html`<blockquote>${msg('对方说明：', { id: 'consent.reason' })}<bdi>${this.reason}</bdi></blockquote>` : nothing}
      <armed-button @confirm=${() => this.settled?.(true)}>${msg('允许', { id: 'consent.allow' })}</armed-button>
      <button class="button quiet wide" type="button" @click=${() => this.settled?.(false)}>
        ${msg('不允许', { id: 'consent.refuse' })}
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-sheet': ConsentSheet;
  }
}
