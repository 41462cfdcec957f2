/** Before a picture of an app goes among the customer's own. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Asker } from '../../state/sheets.ts';
import '../../ui/armed-button.ts';
import '../../ui/blob-picture.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

@customElement('save-sheet')
@localized()
export class SaveSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    explain,
    css`
      blob-picture {
        height: 38dvh;
        margin-bottom: var(--gap-4);
        border-radius: var(--radius-m);
        background: var(--surface-sunk);
        overflow: hidden;
      }
      armed-button {
        margin-top: var(--gap-5);
      }
      .quiet {
        margin-top: var(--gap-2);
      }
    `,
  ];

  @property({ attribute: false }) asker: Asker | undefined;
  @property({ attribute: false }) picture: Blob | undefined;
  @property({ attribute: false }) settled: ((save: true | undefined) => void) | undefined;

  protected override render() {
    return html`<portico-sheet
      heading=${msg('保存图片', { id: 'save.title' })}
      close-label=${msg('取消', { id: 'confirm.no' })}
      @dismiss=${() => this.settled?.(undefined)}
    >
      <blob-picture .picture=${this.picture} label=${msg('要保存的图片', { id: 'save.picture' })}></blob-picture>
      <p class="lead">${msg(str`将“${this.asker?.name ?? ''}”的这张图片保存到您的设备。`, { id: 'save.lead' })}</p>
      <armed-button @confirm=${() => this.settled?.(true)}>${msg('保存', { id: 'save.action' })}</armed-button>
      <button class="button quiet wide" type="button" @click=${() => this.settled?.(undefined)}>
        ${msg('取消', { id: 'confirm.no' })}
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'save-sheet': SaveSheet;
  }
}
