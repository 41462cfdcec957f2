import { css, html, type TemplateResult } from 'lit';
import type { PaymentView } from '../../contract/api.ts';
import { clock, countdown, money } from '../words/format.ts';
import { icon } from './icons.ts';
import { plateArt } from './plate.ts';
import type { View } from './view.ts';

const RADIUS = 54;
const LENGTH = 2 * Math.PI * RADIUS;

/** After paying: how long the barrier opens without a further fee. */
export function leaveCard({ say, now, locale }: View, payment: PaymentView): TemplateResult {
  const [paidAt, leaveBy] = [payment.paidAt ?? now, payment.leaveBy ?? now];
  const left = Math.max(0, leaveBy - now);
  const share = leaveBy > paidAt ? left / (leaveBy - paidAt) : 0;
  const time = countdown(left);
  return html`<section class="card leave">
    <p class="badge">${icon('check', 1.25)}${say('leaveTitle')}</p>
    <div class="ring">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r=${RADIUS} class="track"></circle>
        <circle
          cx="60"
          cy="60"
          r=${RADIUS}
          class="run"
          stroke-dasharray=${LENGTH}
          stroke-dashoffset=${LENGTH * (1 - share)}
        ></circle>
      </svg>
      <p class="numbers" role="timer" aria-label=${say('leaveLeft', { time })}>${time}</p>
    </div>
    <h2 class="numbers">${say('leaveBy', { time: clock(leaveBy) })}</h2>
    ${plateArt(payment.plate)}
    <p class="quiet">${say('leaveText')}</p>
    <dl class="receipt">
      <div><dt>${payment.carPark.name[locale]}</dt><dd class="numbers">${money(payment.amountFen)}</dd></div>
      <div><dt>${say('paidAt')}</dt><dd class="numbers">${clock(paidAt)}</dd></div>
    </dl>
    <p class="small quiet">${say('receiptHint')}</p>
  </section>`;
}

export const leaveStyles = css`
  .leave {
    display: grid;
    justify-items: center;
    gap: 0.875rem;
    text-align: center;
    padding: 1.5rem 1.125rem;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.375rem 0.875rem;
    border-radius: 1.5rem;
    background: var(--good-soft);
    color: var(--good);
    font-weight: 600;
  }
  .ring {
    position: relative;
    width: min(11rem, 70vw);
    aspect-ratio: 1;
    display: grid;
    place-items: center;
  }
  .ring svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    rotate: -90deg;
  }
  .ring circle {
    fill: none;
    stroke-width: 9;
    stroke-linecap: round;
  }
  .track {
    stroke: var(--card-2);
  }
  .run {
    stroke: var(--free);
    transition: stroke-dashoffset 1s linear;
  }
  .ring p {
    font-size: min(2.75rem, 17vw);
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .leave h2 {
    font-size: 1.25rem;
  }
  .receipt {
    width: 100%;
    padding-top: 0.875rem;
    border-top: 1px solid var(--line);
    display: grid;
    gap: 0.375rem;
  }
  .receipt div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    text-align: start;
  }
  .receipt dt {
    color: var(--ink-2);
  }
  .receipt dd {
    font-weight: 600;
    white-space: nowrap;
  }
`;
