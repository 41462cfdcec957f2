import { css, html, nothing, type TemplateResult } from 'lit';
import type { QuoteView, StayAnswer } from '../../contract/api.ts';
import type { FeeLine, Tariff } from '../../contract/tariff.ts';
import { clock, clockFrom, duration, money } from '../words/format.ts';
import type { WordKey } from '../words/words.ts';
import type { View } from './view.ts';

const lineWords = {
  free: 'lineFree',
  day: 'lineDay',
  night: 'lineNight',
  'day-cap': 'lineDayCap',
  'night-cap': 'lineNightCap',
  'daily-cap': 'lineDailyCap',
  paid: 'linePaid',
} as const satisfies Record<FeeLine['kind'], WordKey>;

type Stay = NonNullable<StayAnswer['stay']>;

/** What is due, large; then where and since when; then a ribbon of the hours by rate. */
export function feeCard(view: View, stay: Stay, quote: QuoteView): TemplateResult {
  const { say, now, locale } = view;
  return html`<section class="card fee" aria-labelledby="due">
    ${place(view, stay)}
    <div class="amount">
      <p class="quiet" id="due">${quote.dueFen > 0 ? say('due') : say('freeNow')}</p>
      <p class="sum numbers">${money(quote.dueFen)}</p>
      ${rise(view, quote)}
    </div>
    ${ribbon(quote.lines)}
    <dl class="facts">
      <div>
        <dt>${say('entered')}</dt>
        <dd class="numbers">${clockFrom(now, stay.enteredAt, locale)}</dd>
      </div>
      <div>
        <dt>${say('duration')}</dt>
        <dd class="numbers">${duration(now - stay.enteredAt, say)}</dd>
      </div>
    </dl>
  </section>`;
}

export function place({ say, locale }: View, stay: Stay): TemplateResult {
  return html`<div class="place">
    <p class="small quiet">${say('parkedAt')}</p>
    <h2>${stay.carPark.name[locale]}</h2>
    <p class="small quiet">${stay.carPark.address[locale]}</p>
  </div>`;
}

function rise({ say, now, locale }: View, quote: QuoteView): TemplateResult | typeof nothing {
  if (quote.next === null) return nothing;
  const time = clockFrom(now, quote.next.at, locale);
  const text =
    quote.dueFen > 0 ? say('nextRise', { time, amount: money(quote.next.dueFen) }) : say('freeUntil', { time });
  return html`<p class="small quiet numbers">${text}</p>`;
}

/** The stay as a strip: green was free, amber day rate, violet night rate. The lines below say the same in words. */
function ribbon(lines: readonly FeeLine[]): TemplateResult {
  const pieces = lines.filter(({ kind }) => kind === 'free' || kind === 'day' || kind === 'night');
  return html`<div class="ribbon" aria-hidden="true">
    ${pieces.map(({ kind, from, until }) => html`<i class=${kind} style="flex-grow:${(until - from) / 60_000}"></i>`)}
  </div>`;
}

export function feeLines(view: View, stay: Stay, quote: QuoteView): TemplateResult {
  const { say } = view;
  return html`<section class="card lines">
    <h2>${say('details')}</h2>
    <ul>
      ${quote.lines.map((line) => feeLine(view, stay.tariff, line))}
    </ul>
    <p class="total"><span>${say('total')}</span><span class="numbers">${money(quote.dueFen)}</span></p>
    ${
      quote.dueFen > 0
        ? html`<p class="small quiet numbers">${say('heldUntil', { time: clock(quote.heldUntil) })}</p>`
        : nothing
    }
  </section>`;
}

function feeLine(view: View, tariff: Tariff, line: FeeLine): TemplateResult {
  const { say } = view;
  return html`<li>
    <i class="dot ${line.kind}"></i>
    <span class="what">
      ${say(lineWords[line.kind])}
      <span class="small quiet numbers">${lineDetail(view, tariff, line)}</span>
    </span>
    <span class="numbers">${money(line.amountFen)}</span>
  </li>`;
}

function lineDetail({ say, now, locale }: View, tariff: Tariff, line: FeeLine): TemplateResult | string {
  if (line.kind !== 'free' && line.kind !== 'day' && line.kind !== 'night') return '';
  const times = `${clockFrom(now, line.from, locale)}–${clock(line.until)}`;
  if (line.kind === 'free') return times;
  const rate = tariff[line.kind];
  const unit = say('perUnit', { amount: money(rate.unitFen), unit: duration(rate.unitMinutes * 60_000, say) });
  // Where both do not fit on a line, the second comes whole on the next.
  return html`${times} · <span class="whole">${say('units', { n: line.units, unit })}</span>`;
}

export const feeStyles = css`
  .fee {
    display: grid;
    gap: 1rem;
  }
  .place h2 {
    font-size: 1.1875rem;
  }
  .sum {
    font-size: min(3rem, 15vw);
    line-height: 1.15;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .ribbon {
    display: flex;
    gap: 2px;
    height: 0.625rem;
    border-radius: 0.3125rem;
    overflow: hidden;
    background: var(--card-2);
  }
  .ribbon i {
    flex: 1 1 0;
    min-width: 0.25rem;
  }
  :is(.ribbon, .lines) .free {
    background: var(--free);
  }
  :is(.ribbon, .lines) .day {
    background: var(--day);
  }
  :is(.ribbon, .lines) .night {
    background: var(--night);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2.5rem;
  }
  .facts dt {
    font-size: 0.875rem;
    color: var(--ink-2);
  }
  .facts dd {
    font-weight: 600;
  }
  .lines {
    display: grid;
    gap: 0.75rem;
  }
  .lines li {
    display: flex;
    align-items: baseline;
    gap: 0.625rem;
    padding: 0.5rem 0;
  }
  .lines li + li {
    border-top: 1px solid var(--line);
  }
  .lines .whole {
    display: inline-block;
  }
  .lines .dot {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    translate: 0 -0.05rem;
    flex: none;
  }
  .lines .dot:not(.free, .day, .night) {
    background: var(--good);
  }
  .what {
    flex: 1;
    display: grid;
  }
  .total {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding-top: 0.75rem;
    border-top: 1px solid var(--line);
    font-weight: 700;
    font-size: 1.125rem;
  }
`;
