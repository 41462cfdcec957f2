/** Asks the customer whether an app may have what it asks for, in the partner's reason and the bank's words. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { GrantScope } from '../../../sandbox/contract/index.ts';
import { scopeWords } from '../../state/scope-words.ts';
import type { ConsentQuestion } from '../../state/sheets.ts';
import '../../ui/armed-button.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';
import { consentStyles } from './consent-styles.ts';

@customElement('consent-sheet')
@localized()
export class ConsentSheet extends LitElement {
  static override styles = [base, buttons, explain, consentStyles];

  @property({ attribute: false }) question: ConsentQuestion | undefined;
  @property({ attribute: false }) settled: ((agreed: readonly GrantScope[]) => void) | undefined;
  /** Kinds of message that the customer takes out. */
  @state() private without: ReadonlySet<GrantScope> = new Set();

  private lead({ asker, scopes }: ConsentQuestion): string {
    const { name, partnerName } = asker;
    if (scopes[0] === 'base') return msg(str`允许“${name}”（${partnerName}）识别您吗？`, { id: 'consent.question' });
    return this.isAboutMessages
      ? msg(str`允许“${name}”（${partnerName}）给您发送这些消息吗？`, { id: 'consent.messages' })
      : msg(str`允许“${name}”（${partnerName}）获得以下内容吗？`, { id: 'consent.data' });
  }

  private get isAboutMessages(): boolean {
    return this.question?.scopes[0]?.startsWith('message.') === true;
  }

  private choose(scope: GrantScope, event: Event): void {
    const without = new Set(this.without);
    if ((event.target as HTMLInputElement).checked) without.delete(scope);
    else without.add(scope);
    this.without = without;
  }

  private agree(): void {
    this.settled?.(this.question?.scopes.filter((scope) => !this.without.has(scope)) ?? []);
  }

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    const refuse = (): void => this.settled?.([]);
    return html`<portico-sheet
      heading=${msg('授权', { id: 'consent.title' })}
      close-label=${msg('不允许', { id: 'consent.refuse' })}
      @dismiss=${refuse}
    >
      <div class="mark">
        <portico-icon name=${scopeWords(question.scopes[0] ?? 'base').icon}></portico-icon>
      </div>
      <p class="lead">${this.lead(question)}</p>
      ${
        question.widened
          ? html`<p class="widened">
              ${msg('它的新版本比您上次同意时要求得更多，所以再次征求您的同意。', { id: 'consent.widened' })}
            </p>`
          : nothing
      }
      ${this.isAboutMessages ? this.messages(question) : this.points(question)}
      ${
        question.reason
          ? html`<blockquote>${msg('对方说明：', { id: 'consent.reason' })}<bdi>${question.reason}</bdi></blockquote>`
          : nothing
      }
      <armed-button @confirm=${this.agree}>${msg('允许', { id: 'consent.allow' })}</armed-button>
      <button class="button quiet wide" type="button" @click=${refuse}>
        ${msg('不允许', { id: 'consent.refuse' })}
      </button>
    </portico-sheet>`;
  }

  private points({ scopes }: ConsentQuestion) {
    const all = scopes.map((scope) => scopeWords(scope));
    const nots = [...new Set(all.map(({ not }) => not))];
    return html`<ul>
      ${all.map(({ gets }) => html`<li><portico-icon name="check"></portico-icon>${gets}</li>`)}
      ${nots.map((not) => html`<li><portico-icon name="lock"></portico-icon>${not}</li>`)}
    </ul>`;
  }

  private messages({ scopes, messages }: ConsentQuestion) {
    return html`<ul>
      ${scopes.map(
        (scope) => html`<li>
          <label>
            <bdi>${scopeWords(scope, messages[scope]).name}</bdi>
            <input
              type="checkbox"
              role="switch"
              .checked=${!this.without.has(scope)}
              @change=${(event: Event) => this.choose(scope, event)}
            />
          </label>
        </li>`,
      )}
      <li><portico-icon name="lock"></portico-icon>${scopeWords(scopes[0] ?? 'base').not}</li>
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-sheet': ConsentSheet;
  }
}
