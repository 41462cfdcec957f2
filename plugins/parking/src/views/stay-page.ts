import { css, html, nothing, type TemplateResult } from 'lit';
import { currentStay } from '../state/state.ts';
import { clockFrom, money } from '../words/format.ts';
import { feeCard, feeLines } from './fee.ts';
import { icon } from './icons.ts';
import { leaveCard } from './leave.ts';
import { bar, emptyNote, skeleton, toneOf } from './notes.ts';
import { nothingLoaded } from './nothing-loaded.ts';
import { plateArt } from './plate.ts';
import type { View } from './view.ts';

/** The first page: one car, what it owes, and what to do about it. */
export function stayPage(view: View): TemplateResult {
  const { state, say, model } = view;
  const { plates } = state;
  if (plates.value === undefined) {
    return plates.problem === undefined ? skeleton(say('loading')) : nothingLoaded(view, plates.problem);
  }
  if (plates.value.plates.length === 0) {
    return emptyNote({
      art: 'car',
      title: say('welcomeTitle'),
      text: say('welcomeText'),
      action: html`<button class="button" @click=${() => model.openSheet('add-plate')}>
        ${icon('plus', 1.25)}${say('addPlate')}
      </button>`,
    });
  }
  return html`${carRow(view)} ${freshness(view)} ${notice(view)} ${car(view)}`;
}

function carRow({ state, model, say }: View): TemplateResult {
  const plates = state.plates.value?.plates ?? [];
  return html`<div class="cars">
    <div class="strip" role="group" aria-label=${say('myCars')}>
      ${plates.map(
        ({ plate }) => html`<button
          class="car"
          aria-pressed=${plate === state.selected}
          @click=${() => model.select(plate)}
        >
          ${plateArt(plate)}
        </button>`,
      )}
      <button class="car add" aria-label=${say('addPlate')} @click=${() => model.openSheet('add-plate')}>
        ${icon('plus', 1.375)}
      </button>
    </div>
    <button class="manage" aria-label=${say('managePlates')} @click=${() => model.openSheet('plates')}>
      ${icon('settings', 1.375)}
    </button>
  </div>`;
}

/** Says when what is shown is not of now, and why. */
function freshness({ state, say, now, locale, model }: View): TemplateResult | typeof nothing {
  const { value, problem } = currentStay(state);
  if (value === undefined) return nothing;
  const time = clockFrom(now, value.at, locale);
  if (!state.online) return bar('warn', 'cloudOff', say('offline', { time }));
  const failed = problem ?? state.plates.problem;
  if (failed === undefined) return nothing;
  const retry = html`<button @click=${() => model.refresh()}>${say('retry')}</button>`;
  return bar('warn', 'info', say('problemStale', { time }), retry);
}

function notice({ state, say, model }: View): TemplateResult | typeof nothing {
  if (state.notice === undefined) return nothing;
  const dismiss = html`<button aria-label=${say('close')} @click=${() => model.dismissNotice()}>
    ${icon('close', 1.125)}
  </button>`;
  return bar(toneOf(state.notice), 'info', say(state.notice), dismiss);
}

function car(view: View): TemplateResult {
  const { state, say, model, now, locale } = view;
  const { value, problem } = currentStay(state);
  if (state.paying.step === 'confirming') return confirming(view, state.paying.slow);
  if (value === undefined) return problem === undefined ? skeleton(say('loading')) : nothingLoaded(view, problem);
  if (value.leave !== null && (value.leave.leaveBy ?? 0) > now) return leaveCard(view, value.leave);
  if (value.stay !== null && value.quote !== null) {
    return html`${feeCard(view, value.stay, value.quote)} ${feeLines(view, value.stay, value.quote)}`;
  }
  // The window has just run out: the fee runs again and is on its way.
  if (value.stay !== null) return skeleton(say('loading'));
  return emptyNote({
    art: 'parking',
    title: say('noStayTitle'),
    text: say('noStayText'),
    action: html`<p class="small quiet numbers">${say('checkedAt', { time: clockFrom(now, value.at, locale) })}</p>
      <button class="button soft" @click=${() => model.refresh()}>${icon('refresh', 1.25)}${say('refresh')}</button>
      <button class="link" @click=${() => model.openTab('car-parks')}>${say('seeCarParks')}</button>`,
  });
}

function confirming({ say, model }: View, slow: boolean): TemplateResult {
  return html`<section class="card confirming" role="status">
    ${slow ? icon('info', 2.5) : html`<span class="spinner big"></span>`}
    <h2>${say(slow ? 'confirmSlow' : 'confirming')}</h2>
    <p class="quiet">${say(slow ? 'confirmSlowText' : 'confirmingText')}</p>
    ${slow ? html`<button class="button soft" @click=${() => model.checkAgain()}>${say('checkAgain')}</button>` : nothing}
  </section>`;
}

/** The one button that matters, where the thumb is. `undefined` when nothing can be paid. */
export function payBar(view: View): TemplateResult | undefined {
  const { state, say, model } = view;
  const { paying, online, tab } = state;
  const quote = currentStay(state).value?.quote ?? undefined;
  if (tab !== 'stay' || quote === undefined || quote.dueFen === 0 || paying.step === 'confirming') return undefined;
  const amount = money(quote.dueFen);
  const busy = paying.step === 'preparing' || paying.step === 'cashier';
  const label = !online
    ? say('payOffline')
    : paying.step === 'preparing'
      ? say('payPreparing')
      : paying.step === 'ready'
        ? say('payAgain', { amount })
        : say('pay', { amount });
  const note = !online
    ? say('payOfflineText')
    : paying.step === 'ready'
      ? say('payReady')
      : paying.step === 'cashier'
        ? say('payOpen')
        : undefined;
  return html`<div class="pay">
    ${note ? html`<p class="small" id="pay-note" role="status">${note}</p>` : nothing}
    <button
      class="button wide numbers"
      aria-disabled=${!online || busy}
      aria-describedby=${note ? 'pay-note' : nothing}
      @click=${() => model.pay()}
    >
      ${busy ? html`<span class="spinner"></span>` : nothing}${label}
    </button>
  </div>`;
}

export const stayStyles = css`
  .cars {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-inline: -1rem;
    padding-inline-end: 0.5rem;
  }
  .strip {
    flex: 1;
    min-width: 0;
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    padding: 0.25rem 0 0.25rem 0.75rem;
    scrollbar-width: none;
  }
  .car {
    flex: none;
    display: grid;
    place-items: center;
    min-height: 2.75rem;
    padding: 0.25rem;
    border-radius: 0.75rem;
  }
  .car[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--accent);
  }
  .car.add {
    min-width: 2.75rem;
    color: var(--accent);
  }
  .manage {
    flex: none;
    display: grid;
    place-items: center;
    width: 2.75rem;
    height: 2.75rem;
    color: var(--ink-2);
  }
  .confirming {
    display: grid;
    justify-items: center;
    gap: 0.875rem;
    text-align: center;
    padding: 2.5rem 1.125rem;
    color: var(--accent);
  }
  .confirming h2 {
    color: var(--ink);
    font-size: 1.25rem;
  }
  .spinner.big {
    width: 2.75rem;
    height: 2.75rem;
    border-width: 0.3rem;
  }
  .pay {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    text-align: center;
    color: var(--ink-2);
  }
`;
