import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlatesAnswer } from '../../contract/api.ts';
import { formatPlate } from '../../contract/plate.ts';
import { base } from '../styles/base.ts';
import { icon } from '../views/icons.ts';
import { plateArt, plateStyles } from '../views/plate.ts';
import { type Say, sayIn } from '../words/words.ts';

/** The bound plates with a way to remove each, in two taps. Events: `remove` with detail `{plate}`, and `add`. */
@customElement('plate-list')
export class PlateList extends LitElement {
  @property({ attribute: false }) say: Say = sayIn('zh');
  @property({ attribute: false }) plates: PlatesAnswer = { plates: [], most: 1 };
  @property() problem = '';
  @state() private asking: string | undefined;

  override render(): TemplateResult {
    const { say, plates } = this;
    const full = plates.plates.length >= plates.most;
    return html`<ul>
        ${plates.plates.map(({ plate }) => this.#row(plate))}
      </ul>
      ${this.problem ? html`<p class="small problem" role="status">${this.problem}</p>` : nothing}
      <p class="small quiet">${say('platesLimit', { most: plates.most })}</p>
      <button class="button soft wide" ?disabled=${full} @click=${() => this.dispatchEvent(new Event('add'))}>
        ${icon('plus', 1.25)}${say('addPlate')}
      </button>`;
  }

  #row(plate: string): TemplateResult {
    const { say } = this;
    if (this.asking === plate) {
      return html`<li>
        ${plateArt(plate)}
        <span>
          <button class="link" @click=${() => this.#ask(undefined)}>${say('cancel')}</button>
          <button class="link danger" @click=${() => this.#remove(plate)}>${say('removeConfirm')}</button>
        </span>
      </li>`;
    }
    const label = say('removePlate', { plate: formatPlate(plate) });
    return html`<li>
      ${plateArt(plate)}
      <button class="link quiet" aria-label=${label} @click=${() => this.#ask(plate)}>${icon('trash', 1.375)}</button>
    </li>`;
  }

  #ask(plate: string | undefined): void {
    this.asking = plate;
  }

  #remove(plate: string): void {
    this.asking = undefined;
    this.dispatchEvent(new CustomEvent('remove', { detail: { plate } }));
  }

  static override styles = [
    base,
    plateStyles,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        flex-wrap: wrap;
        gap: 0.5rem;
        min-height: 3.5rem;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      .danger,
      .problem {
        color: var(--bad);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'plate-list': PlateList;
  }
}
