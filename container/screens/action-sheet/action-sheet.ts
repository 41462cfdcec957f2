/** Choices of an app in the container's own list, under its verified name. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AppSheets } from '../../state/sheets.ts';
import { ARMING_MS } from '../../ui/armed-button.ts';
import '../../ui/sheet.ts';
import { base, buttons, panels } from '../../ui/styles.ts';

@customElement('action-sheet')
@localized()
export class ActionSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      p {
        margin-bottom: var(--gap-3);
        font-size: var(--text-m);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      ul {
        border-radius: var(--radius-m);
        background: var(--surface-sunk);
        box-shadow: inset 0 0 0 1px var(--line);
        overflow: hidden;
      }
      .row {
        justify-content: center;
        text-align: center;
        overflow-wrap: anywhere;
      }
      .row.danger {
        color: var(--alert);
      }
      .quiet {
        margin-top: var(--gap-3);
      }
    `,
  ];

  @property({ attribute: false }) question: AppSheets['choose']['question'] | undefined;
  @property({ attribute: false }) settled: ((index: number | undefined) => void) | undefined;
  /** A second tap of a double tap in the app chooses nothing. */
  @state() private armed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setTimeout(() => {
      this.armed = true;
    }, ARMING_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private choose(event: Event, index: number): void {
    if (this.armed && event.isTrusted) this.settled?.(index);
  }

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    return html`<portico-sheet
      heading=${question.asker.name}
      close-label=${msg('取消', { id: 'confirm.no' })}
      @dismiss=${() => this.settled?.(undefined)}
    >
      ${question.title ? html`<p><bdi>${question.title}</bdi></p>` : nothing}
      <ul>
        ${question.items.map(
          ({ text, danger }, index) => html`<li>
            <button
              class="row ${danger ? 'danger' : ''}"
              type="button"
              aria-disabled=${!this.armed}
              @click=${(event: Event) => this.choose(event, index)}
            >
              <bdi>${text}</bdi>
            </button>
          </li>`,
        )}
      </ul>
      <button class="button quiet wide" type="button" @click=${() => this.settled?.(undefined)}>
        ${msg('取消', { id: 'confirm.no' })}
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-sheet': ActionSheet;
  }
}
