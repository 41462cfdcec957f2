/** A link to a page of an app, to copy or to hand on. It opens the app and nothing else: it never pays. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemWords } from '../../state/problem-words.ts';
import type { AppSheets } from '../../state/sheets.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('share-sheet')
@localized()
export class ShareSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    explain,
    css`
      .card {
        padding: var(--gap-4);
        border-radius: var(--radius-m);
        background: var(--accent-tint);
      }
      .card b {
        display: block;
        font-weight: 600;
      }
      .card p {
        font-size: var(--text-m);
        line-height: 1.5;
        overflow-wrap: anywhere;
      }
      .card .address {
        margin-top: var(--gap-2);
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .actions {
        display: grid;
        gap: var(--gap-3);
      }
      .button + .button {
        margin-top: 0;
      }
    `,
  ];

  @property({ attribute: false }) question: AppSheets['share']['question'] | undefined;
  @property({ attribute: false }) settled: ((shared: true | undefined) => void) | undefined;
  @state() private problem = '';

  private async run(share: () => Promise<boolean>): Promise<void> {
    this.problem = '';
    try {
      if (await share()) this.settled?.(true);
    } catch (error) {
      this.problem = problemWords(error);
    }
  }

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    const { asker, title, address, copy, hand } = question;
    return html`<portico-sheet
      heading=${msg('分享', { id: 'share.title' })}
      close-label=${msg('取消', { id: 'confirm.no' })}
      @dismiss=${() => this.settled?.(undefined)}
    >
      <div class="card">
        <b><bdi>${asker.name}</bdi></b>
        <p><bdi>${title}</bdi></p>
        <p class="address"><bdi dir="ltr">${address}</bdi></p>
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="actions">
        ${
          hand
            ? html`<button class="button main wide" type="button" @click=${() => this.run(hand)}>
                <portico-icon name="share"></portico-icon>${msg('发送给朋友', { id: 'share.hand' })}
              </button>`
            : nothing
        }
        <button
          class="button wide ${hand ? '' : 'main'}"
          type="button"
          @click=${() =>
            this.run(async () => {
              await copy();
              return true;
            })}
        >
          <portico-icon name="link"></portico-icon>${msg('复制链接', { id: 'share.copy' })}
        </button>
      </div>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-sheet': ShareSheet;
  }
}
