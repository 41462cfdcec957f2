/** The customer chooses what an app gets: these photos and no others, without the place and time written in them. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AppSheets } from '../../state/sheets.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('photos-sheet')
@localized()
export class PhotosSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    explain,
    css`
      .actions {
        display: grid;
        gap: var(--gap-3);
        margin-top: var(--gap-5);
      }
      .button + .button {
        margin-top: 0;
      }
    `,
  ];

  @property({ attribute: false }) question: AppSheets['photos']['question'] | undefined;
  @property({ attribute: false }) settled: ((photos: readonly File[] | undefined) => void) | undefined;
  @query('input[data-from="album"]') private readonly album!: HTMLInputElement;
  @query('input[data-from="camera"]') private readonly camera!: HTMLInputElement;
  @state() private problem = '';

  private chosen(event: Event): void {
    const { files } = event.target as HTMLInputElement;
    const photos = [...(files ?? [])];
    const most = this.question?.count ?? 1;
    if (photos.length === 0) return;
    if (photos.length > most) {
      this.problem = msg(str`最多选择 ${most} 张。`, { id: 'photos.too-many' });
      return;
    }
    this.settled?.(photos);
  }

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    const { asker, count, source } = question;
    return html`<portico-sheet
      heading=${msg('选择照片', { id: 'photos.title' })}
      close-label=${msg('取消', { id: 'confirm.no' })}
      @dismiss=${() => this.settled?.(undefined)}
    >
      <div class="mark"><portico-icon name="picture"></portico-icon></div>
      <p class="lead">${msg(str`“${asker.name}”需要照片，最多 ${count} 张。`, { id: 'photos.lead' })}</p>
      <ul>
        <li>
          <portico-icon name="check"></portico-icon>
          ${msg('它只会得到您选中的照片', { id: 'photos.only-chosen' })}
        </li>
        <li>
          <portico-icon name="lock"></portico-icon>
          ${msg('照片里的拍摄地点、时间和设备会先被去除', { id: 'photos.stripped' })}
        </li>
      </ul>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="actions">
        ${
          source === 'camera'
            ? nothing
            : html`<button class="button main wide" type="button" @click=${() => this.album.click()}>
                ${msg('从相册选择', { id: 'scan.photo' })}
              </button>`
        }
        ${
          source === 'album'
            ? nothing
            : html`<button
                class="button wide ${source === 'camera' ? 'main' : ''}"
                type="button"
                @click=${() => this.camera.click()}
              >
                <portico-icon name="camera"></portico-icon>${msg('拍照', { id: 'photos.take' })}
              </button>`
        }
      </div>
      <input type="file" data-from="album" accept="image/*" ?multiple=${count > 1} hidden @change=${this.chosen} />
      <input type="file" data-from="camera" accept="image/*" capture="environment" hidden @change=${this.chosen} />
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'photos-sheet': PhotosSheet;
  }
}
