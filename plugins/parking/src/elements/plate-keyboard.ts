import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  NEW_ENERGY_LENGTH,
  normalizePlate,
  ORDINARY_LENGTH,
  type PlateFault,
  PROVINCES,
  parsePlate,
  plateFault,
  SPECIAL_USES,
} from '../../contract/plate.ts';
import { base } from '../styles/base.ts';
import { icon } from '../views/icons.ts';
import { type Say, sayIn, type WordKey } from '../words/words.ts';

const ROWS = ['1234567890', 'QWERTYUP', 'ASDFGHJKL', 'ZXCVBNM'] as const;
const PROVINCE_ROWS = ['京津沪渝冀豫云辽', '黑湘皖鲁新苏浙赣', '鄂桂甘晋蒙陕吉闽', '贵粤青藏川宁琼'] as const;
const faultWords = {
  province: 'faultProvince',
  office: 'faultOffice',
  letters: 'faultLetters',
  short: 'faultShort',
  long: 'faultLong',
  energy: 'faultEnergy',
} as const satisfies Record<PlateFault, WordKey>;

/**
 * Eight boxes and the keys that can come next: provinces, then letters and digits without I and O. A keyboard and
 * pasting work too. Tells of a complete plate with the event `plate`, detail `{plate}`.
 */
@customElement('plate-keyboard')
export class PlateKeyboard extends LitElement {
  @property({ attribute: false }) say: Say = sayIn('zh');
  /** What the server had against the last plate, as a sentence. */
  @property() problem = '';
  @property({ type: Boolean }) busy = false;
  @state() private typed = '';
  /** Complaints wait until somebody tries to save. */
  @state() private tried = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('paste', this.#onPaste);
  }

  override render(): TemplateResult {
    const { say, typed } = this;
    const provinces = typed.length === 0;
    return html`<div class="boxes" lang="zh-Hans" role="img" aria-label=${typed || say('plateEmpty')}>
        ${Array.from({ length: NEW_ENERGY_LENGTH }, (_, index) => this.#box(index))}
      </div>
      <p class="hint small" role="status">${this.#hint()}</p>
      <div class="keys" lang="zh-Hans">
        ${(provinces ? PROVINCE_ROWS : ROWS).map((row, index) => this.#row(row, !provinces && index === ROWS.length - 1))}
        ${typed.length === ORDINARY_LENGTH - 1 ? this.#row(SPECIAL_USES, false) : nothing}
      </div>
      <button class="button wide" ?disabled=${this.busy} @click=${this.#save}>
        ${this.busy ? html`<span class="spinner"></span>` : nothing}${say('savePlate')}
      </button>`;
  }

  #box(index: number): TemplateResult {
    const { typed, say } = this;
    const character = typed.charAt(index);
    const last = index === NEW_ENERGY_LENGTH - 1;
    const here = index === typed.length ? 'here' : '';
    return html`<span class="box ${here} ${last ? 'energy' : ''}">
        ${character || (last ? html`<small>${say('newEnergy')}</small>` : nothing)}
      </span>
      ${index === 1 ? html`<i class="point"></i>` : nothing}`;
  }

  #row(keys: string, withDelete: boolean): TemplateResult {
    const { typed, say } = this;
    return html`<div class="row">
      ${[...keys].map(
        (key) => html`<button
          class="key"
          ?disabled=${(typed.length === 1 && /\d/.test(key)) || typed.length >= NEW_ENERGY_LENGTH}
          @click=${() => this.#type(key)}
        >
          ${key}
        </button>`,
      )}
      ${
        withDelete
          ? html`<button class="key delete" aria-label=${say('deleteKey')} @click=${this.#delete}>
            ${icon('backspace', 1.375)}
          </button>`
          : nothing
      }
    </div>`;
  }

  #hint(): string {
    const { say, typed, problem, tried } = this;
    if (problem) return problem;
    const fault = plateFault(typed);
    if (fault !== undefined && (tried || fault === 'energy' || fault === 'long')) {
      return say(faultWords[fault], { n: ORDINARY_LENGTH - typed.length });
    }
    return say(typed === '' ? 'plateProvince' : 'plateHint');
  }

  #type(key: string): void {
    this.#change(this.typed + key);
  }

  #delete = (): void => {
    this.#change(this.typed.slice(0, -1));
  };

  #change(typed: string): void {
    if (typed.length > NEW_ENERGY_LENGTH) return;
    this.typed = typed;
    this.tried = false;
    this.problem = '';
  }

  #save = (): void => {
    this.tried = true;
    const plate = parsePlate(this.typed)?.plate;
    if (plate === undefined || this.busy) return;
    this.dispatchEvent(new CustomEvent('plate', { detail: { plate } }));
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') this.#delete();
    const key = normalizePlate(event.key);
    const province = this.typed === '' && PROVINCES.includes(key);
    const next = this.typed !== '' && (ROWS.some((row) => row.includes(key)) || SPECIAL_USES.includes(key));
    if ([...key].length === 1 && (province || next)) this.#type(key);
  };

  #onPaste = (event: ClipboardEvent): void => {
    const read = parsePlate(event.clipboardData?.getData('text') ?? '');
    if (read) this.#change(read.plate);
  };

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.875rem;
      }
      .boxes {
        display: flex;
        align-items: center;
        gap: 0.25rem;
      }
      .box {
        flex: 1 1 0;
        min-width: 0;
        height: 3rem;
        display: grid;
        place-items: center;
        border-radius: 0.625rem;
        background: var(--card-2);
        font-size: 1.25rem;
        font-weight: 700;
      }
      .box.here {
        box-shadow: inset 0 0 0 2px var(--accent);
      }
      .box.energy {
        border: 1.5px dashed var(--free);
      }
      .box.energy small {
        font-size: 0.6875rem;
        font-weight: 500;
        color: var(--ink-2);
        text-align: center;
        line-height: 1.2;
      }
      .point {
        width: 0.3125rem;
        height: 0.3125rem;
        border-radius: 50%;
        background: var(--ink-2);
        flex: none;
      }
      .hint {
        min-height: 2.625rem;
        color: var(--ink-2);
      }
      .keys {
        display: grid;
        gap: 0.4375rem;
        align-content: start;
        min-height: 12.8rem;
      }
      .row {
        display: flex;
        justify-content: center;
        gap: 0.3125rem;
      }
      .key {
        flex: 0 1 2.625rem;
        min-width: 0;
        height: 2.75rem;
        display: grid;
        place-items: center;
        border-radius: 0.5rem;
        background: var(--card-2);
        font-size: 1.125rem;
        font-weight: 500;
      }
      .key:active {
        background: var(--accent-soft);
        color: var(--accent);
      }
      .key:disabled {
        opacity: 0.35;
      }
      .key.delete {
        flex-basis: 4rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'plate-keyboard': PlateKeyboard;
  }
}
