import { css, html, nothing, type TemplateResult } from 'lit';
import type { PaymentView } from '../../contract/api.ts';
import { dayAndClock, duration, money, month } from '../words/format.ts';
import { bar, emptyNote, skeleton } from './notes.ts';
import { nothingLoaded } from './nothing-loaded.ts';
import { plateArt } from './plate.ts';
import type { View } from './view.ts';

export function historyPage(view: View): TemplateResult {
  const { say, locale, now } = view;
  const { value, problem } = view.state.history;
  if (value === undefined) return problem === undefined ? skeleton(say('loading')) : nothingLoaded(view, problem);
  if (value.payments.length === 0) {
    return emptyNote({ art: 'history', title: say('historyEmptyTitle'), text: say('historyEmptyText') });
  }
  const months = new Map<string, PaymentView[]>();
  for (const payment of value.payments) {
    const name = month(payment.paidAt ?? now, locale);
    months.set(name, [...(months.get(name) ?? []), payment]);
  }
  return html`${
    problem === undefined
      ? nothing
      : bar('warn', 'cloudOff', say(view.state.online ? 'problemUnavailable' : 'payOffline'))
  }
  ${[...months].map(
    ([name, payments]) => html`<section class="month">
      <h2>${name}</h2>
      <ul class="card">
        ${payments.map((payment) => entry(view, payment))}
      </ul>
    </section>`,
  )}`;
}

function entry({ say, locale }: View, payment: PaymentView): TemplateResult {
  const refunded = payment.state === 'REFUNDED' || payment.state === 'PART_REFUNDED';
  return html`<li class="entry">
    <div>
      <h3>${payment.carPark.name[locale]}</h3>
      <p class="small quiet numbers">
        ${dayAndClock(payment.paidAt ?? payment.quotedAt, locale)} · ${duration(payment.quotedAt - payment.enteredAt, say)}
      </p>
      ${plateArt(payment.plate)}
    </div>
    <p class="numbers">
      <b>${money(payment.amountFen)}</b>
      ${refunded ? html`<span class="small quiet">${say('refunded')}</span>` : nothing}
    </p>
  </li>`;
}

export const historyStyles = css`
  .month {
    display: grid;
    gap: 0.5rem;
  }
  .month h2 {
    font-size: 0.9375rem;
    color: var(--ink-2);
    padding-inline-start: 0.25rem;
  }
  .month ul {
    padding-block: 0.25rem;
  }
  .entry {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.875rem 0;
  }
  .entry + .entry {
    border-top: 1px solid var(--line);
  }
  .entry h3 {
    font-size: 1rem;
  }
  .entry .plate {
    margin-top: 0.375rem;
    font-size: 0.8125rem;
    padding: 0.125rem 0.5rem;
  }
  .entry p:last-child {
    display: grid;
    text-align: end;
    align-content: start;
    white-space: nowrap;
  }
`;
