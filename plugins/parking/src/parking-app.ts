import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './elements/bottom-sheet.ts';
import './elements/plate-keyboard.ts';
import './elements/plate-list.ts';
import { problemWords } from './services/problem.ts';
import { CHANGED, type ParkingModel } from './state/model.ts';
import { currentStay, type Tab } from './state/state.ts';
import { base } from './styles/base.ts';
import { tokens } from './styles/tokens.ts';
import { carParkStyles, carParksPage } from './views/car-parks-page.ts';
import { feeStyles } from './views/fee.ts';
import { historyPage, historyStyles } from './views/history-page.ts';
import { type IconName, icon } from './views/icons.ts';
import { leaveStyles } from './views/leave.ts';
import { noteStyles, skeleton } from './views/notes.ts';
import { plateStyles } from './views/plate.ts';
import { payBar, stayPage, stayStyles } from './views/stay-page.ts';
import type { View } from './views/view.ts';
import { sayIn, type WordKey } from './words/words.ts';

const tabs: readonly { readonly tab: Tab; readonly art: IconName; readonly word: WordKey }[] = [
  { tab: 'stay', art: 'parking', word: 'tabStay' },
  { tab: 'car-parks', art: 'map', word: 'tabCarParks' },
  { tab: 'history', art: 'history', word: 'tabHistory' },
];
const pages = { stay: stayPage, 'car-parks': carParksPage, history: historyPage } as const;

/** The whole app: shows the model's state and passes taps on to it. */
@customElement('parking-app')
export class ParkingApp extends LitElement {
  @property({ attribute: false }) model: ParkingModel | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(this.#tick, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('model')) {
      changed.get('model')?.removeEventListener(CHANGED, this.#onChange);
      this.model?.addEventListener(CHANGED, this.#onChange);
    }
    const { theme = 'light', locale = 'zh' } = this.model?.state ?? {};
    this.setAttribute('theme', theme);
    document.documentElement.style.colorScheme = theme;
    document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  }

  #onChange = (): void => this.requestUpdate();

  /** Draws the countdown, and asks again when the price or the leave window on screen has run out. */
  #tick = (): void => {
    const { model } = this;
    if (!model?.state.started || document.hidden) return;
    const { value, loading } = currentStay(model.state);
    const end = value?.leave?.leaveBy ?? value?.quote?.heldUntil;
    const idle = model.state.paying.step === 'idle';
    if (end && end <= model.now && idle && !loading && model.state.online && model.now - (value?.at ?? 0) > 5000) {
      void model.loadStay(value?.plate ?? '');
    }
    this.requestUpdate();
  };

  override render(): TemplateResult {
    const { model } = this;
    if (!model?.state.started) return html`<main>${skeleton(sayIn('zh')('loading'))}</main>`;
    const { state } = model;
    const view: View = { state, model, say: sayIn(state.locale), locale: state.locale, now: model.now };
    return html`<main>
        <h1 class="hidden">${view.say(tabs.find(({ tab }) => tab === state.tab)?.word ?? 'tabStay')}</h1>
        ${pages[state.tab](view)}
      </main>
      <footer>${payBar(view) ?? nothing}${this.#nav(view)}</footer>
      ${this.#sheet(view)}`;
  }

  #nav({ state, say, model }: View): TemplateResult {
    return html`<nav aria-label=${say('sections')}>
      ${tabs.map(
        ({ tab, art, word }) => html`<button
          aria-current=${tab === state.tab ? 'page' : nothing}
          @click=${() => model.openTab(tab)}
        >
          ${icon(art)}<span>${say(word)}</span>
        </button>`,
      )}
    </nav>`;
  }

  #sheet({ state, say, model }: View): TemplateResult | typeof nothing {
    const problem = state.plateProblem === undefined ? '' : say(problemWords[state.plateProblem]);
    const close = () => model.openSheet('none');
    if (state.sheet === 'add-plate') {
      return html`<bottom-sheet .label=${say('plateTitle')} .closeLabel=${say('close')} @closed=${close}>
        <plate-keyboard
          .say=${say}
          .problem=${problem}
          .busy=${state.addingPlate}
          @plate=${(event: CustomEvent<{ plate: string }>) => model.addPlate(event.detail.plate)}
        ></plate-keyboard>
      </bottom-sheet>`;
    }
    if (state.sheet === 'plates' && state.plates.value) {
      return html`<bottom-sheet .label=${say('myCars')} .closeLabel=${say('close')} @closed=${close}>
        <plate-list
          .say=${say}
          .plates=${state.plates.value}
          .problem=${problem}
          @add=${() => model.openSheet('add-plate')}
          @remove=${(event: CustomEvent<{ plate: string }>) => model.removePlate(event.detail.plate)}
        ></plate-list>
      </bottom-sheet>`;
    }
    return nothing;
  }

  static override styles = [
    tokens,
    base,
    plateStyles,
    noteStyles,
    feeStyles,
    leaveStyles,
    stayStyles,
    carParkStyles,
    historyStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
        background: var(--page);
        color: var(--ink);
        font: 400 1rem/1.5 system-ui, -apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif;
        -webkit-text-size-adjust: 100%;
      }
      main {
        flex: 1;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 0.875rem;
        width: 100%;
        max-width: 35rem;
        margin-inline: auto;
        padding: 0.75rem 1rem 1.25rem;
      }
      footer {
        position: sticky;
        bottom: 0;
        background: var(--card);
        border-top: 1px solid var(--line);
        padding-bottom: env(safe-area-inset-bottom);
      }
      footer > * {
        max-width: 35rem;
        margin-inline: auto;
      }
      nav {
        display: flex;
      }
      nav button {
        flex: 1 1 0;
        display: grid;
        justify-items: center;
        gap: 0.125rem;
        padding: 0.4375rem 0.25rem;
        color: var(--ink-2);
        font-size: 0.75rem;
        line-height: 1.3;
      }
      nav [aria-current] {
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'parking-app': ParkingApp;
  }
}
