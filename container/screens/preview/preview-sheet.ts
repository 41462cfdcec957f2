/** Pictures of an app over the whole screen, under its verified name, so that none can pass for a page of the bank. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AppSheets } from '../../state/sheets.ts';
import '../../ui/blob-picture.ts';
import '../../ui/icon.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('preview-sheet')
@localized()
export class PreviewSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        width: 100vw;
        height: 100dvh;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: #0b0f0e;
        color: #fff;
      }
      .top,
      .steps {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        min-height: var(--bar);
        padding: env(safe-area-inset-top) 8px 0 var(--gutter);
      }
      .steps {
        justify-content: center;
        padding: 0 8px calc(env(safe-area-inset-bottom) + 8px);
      }
      h2 {
        flex: 1;
        min-width: 0;
        font-size: var(--text-m);
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h2:focus-visible {
        outline: none;
      }
      .film {
        display: flex;
        min-height: 0;
        overflow: auto hidden;
        scroll-snap-type: x mandatory;
        overscroll-behavior: contain;
      }
      blob-picture {
        flex: 0 0 100%;
        height: 100%;
        scroll-snap-align: start;
      }
      :focus-visible {
        outline-color: #fff;
      }
      [disabled] {
        opacity: 0.35;
      }
      .place {
        min-width: 5em;
        text-align: center;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) question: AppSheets['preview']['question'] | undefined;
  @property({ attribute: false }) settled: ((seen: true) => void) | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.film') private readonly film!: HTMLElement;
  @query('h2') private readonly heading!: HTMLElement;
  @state() private at = 0;

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.heading.focus();
    this.show(this.question?.start ?? 0, 'instant');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog.close();
  }

  private show(index: number, behavior: ScrollBehavior = 'smooth'): void {
    this.at = index;
    this.film.scrollTo({ left: index * this.film.clientWidth, behavior });
  }

  private scrolled(): void {
    const { scrollLeft, clientWidth } = this.film;
    if (clientWidth > 0) this.at = Math.round(scrollLeft / clientWidth);
  }

  private close(event: Event): void {
    event.preventDefault();
    this.settled?.(true);
  }

  protected override render() {
    const { question, at } = this;
    if (!question) return nothing;
    const { asker, pictures } = question;
    const count = pictures.length;
    return html`<dialog aria-labelledby="title" @cancel=${this.close}>
      <div class="top">
        <h2 id="title" tabindex="-1">${msg(str`来自“${asker.name}”的图片`, { id: 'preview.title' })}</h2>
        <button class="round" type="button" aria-label=${msg('关闭', { id: 'action.close' })} @click=${this.close}>
          <portico-icon name="close"></portico-icon>
        </button>
      </div>
      <div class="film" tabindex="0" role="group" aria-label=${msg('图片', { id: 'preview.pictures' })} @scroll=${this.scrolled}>
        ${pictures.map(
          (picture, index) => html`<blob-picture
            .picture=${picture}
            label=${msg(str`第 ${index + 1} 张，共 ${count} 张`, { id: 'preview.place' })}
          ></blob-picture>`,
        )}
      </div>
      <div class="steps">
        ${
          count > 1
            ? html`<button
                  class="round"
                  type="button"
                  ?disabled=${at === 0}
                  aria-label=${msg('上一张', { id: 'preview.previous' })}
                  @click=${() => this.show(at - 1)}
                >
                  <portico-icon name="back"></portico-icon>
                </button>
                <span class="place" aria-live="polite">${at + 1} / ${count}</span>
                <button
                  class="round"
                  type="button"
                  ?disabled=${at === count - 1}
                  aria-label=${msg('下一张', { id: 'preview.next' })}
                  @click=${() => this.show(at + 1)}
                >
                  <portico-icon name="next"></portico-icon>
                </button>`
            : nothing
        }
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'preview-sheet': PreviewSheet;
  }
}
