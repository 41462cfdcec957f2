/**
 * What apps want asked before they are closed from the list: each one's own words, under its verified name. What will be
 * closed stands in the heading above. Says `confirm` or `refuse`.
 */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/app-icon.ts';
import '../../ui/armed-button.ts';
import { base, buttons } from '../../ui/styles.ts';

export interface AskingApp {
  readonly name: string;
  /** The app's words, already made safe; they may be none. */
  readonly words: string;
  readonly icon: string | undefined;
  readonly colour: string;
}

@customElement('close-question')
@localized()
export class CloseQuestion extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .lead {
        margin-bottom: var(--gap-3);
        font-size: var(--text-m);
        line-height: 1.5;
        color: var(--ink-2);
      }
      li {
        display: flex;
        align-items: flex-start;
        gap: var(--gap-3);
        margin-bottom: var(--gap-2);
        padding: var(--gap-3);
        border-radius: var(--radius-m);
        background: var(--surface-sunk);
      }
      portico-app-icon {
        flex: none;
        width: 3rem;
        height: 3rem;
        font-size: 1.05rem;
      }
      .says {
        align-self: center;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .name {
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      blockquote {
        margin: 2px 0 0;
        font-size: var(--text-l);
        line-height: 1.45;
      }
      armed-button {
        margin-top: var(--gap-5);
      }
      .quiet {
        margin-top: var(--gap-2);
      }
    `,
  ];

  @property({ attribute: false }) asking: readonly AskingApp[] = [];
  /** More will be closed than these: what they say is read as theirs. */
  @property({ type: Boolean }) all = false;

  protected override render() {
    return html`
      ${this.all ? html`<p class="lead">${msg('关闭前，这些服务想提醒您：', { id: 'live.ask-lead' })}</p>` : nothing}
      <ul>
        ${this.asking.map(
          ({ name, words, icon, colour }) => html`<li>
            <portico-app-icon .src=${icon} .name=${name} .colour=${colour}></portico-app-icon>
            <div class="says">
              <p class="name"><bdi>${name}</bdi></p>
              ${words ? html`<blockquote><bdi>${words}</bdi></blockquote>` : nothing}
            </div>
          </li>`,
        )}
      </ul>
      <armed-button @confirm=${() => this.dispatchEvent(new CustomEvent('confirm'))}>
        ${this.all ? msg('全部关闭', { id: 'live.close-all' }) : msg('关闭', { id: 'action.close' })}
      </armed-button>
      <button class="button quiet wide" type="button" @click=${() => this.dispatchEvent(new CustomEvent('refuse'))}>
        ${msg('先不关闭', { id: 'live.keep' })}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'close-question': CloseQuestion;
  }
}
