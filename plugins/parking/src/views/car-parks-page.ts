import { css, html, type TemplateResult } from 'lit';
import type { CarParkView } from '../../contract/api.ts';
import type { Tariff } from '../../contract/tariff.ts';
import { clockFrom, duration, money, timeOfDay } from '../words/format.ts';
import type { Say } from '../words/words.ts';
import { bar, skeleton } from './notes.ts';
import { nothingLoaded } from './nothing-loaded.ts';
import type { View } from './view.ts';

export function carParksPage(view: View): TemplateResult {
  const { say, now, locale } = view;
  const { value, problem } = view.state.carParks;
  if (value === undefined) {
    return problem === undefined
      ? html`${skeleton(say('loading'))}${skeleton(say('loading'))}`
      : nothingLoaded(view, problem);
  }
  const time = clockFrom(now, value.at, locale);
  const emptiest = [...value.carParks].sort((one, other) => other.free / other.spaces - one.free / one.spaces);
  return html`${
    problem === undefined
      ? html`<p class="small quiet numbers">${say('carParksAt', { time })}</p>`
      : bar('warn', 'cloudOff', say(view.state.online ? 'problemStale' : 'offline', { time }))
  }
    <ul class="parks">
      ${emptiest.map((carPark) => carParkCard(view, carPark))}
    </ul>`;
}

function carParkCard({ say, locale }: View, carPark: CarParkView): TemplateResult {
  const share = carPark.spaces === 0 ? 0 : carPark.free / carPark.spaces;
  const state = carPark.free === 0 ? 'full' : share < 0.12 ? 'few' : 'free';
  return html`<li class="card park ${state}">
    <div class="head">
      <div>
        <h2>${carPark.name[locale]}</h2>
        <p class="small quiet">${carPark.address[locale]}</p>
      </div>
      <p class="count numbers">
        <b>${state === 'full' ? say('full') : carPark.free}</b>
        <span class="small">${state === 'free' ? say('freeSpaces') : state === 'few' ? say('few') : ''}</span>
      </p>
    </div>
    <div class="gauge" role="img" aria-label="${carPark.free} ${say('freeSpaces')}, ${say('ofSpaces', { n: carPark.spaces })}">
      <i style="width:${Math.round(share * 100)}%"></i>
    </div>
    <details>
      <summary>${say('tariff')} · ${rateText(carPark.tariff, 'day', say)}</summary>
      <ul class="small">
        ${tariffLines(carPark.tariff, say).map((line) => html`<li class="numbers">${line}</li>`)}
      </ul>
    </details>
  </li>`;
}

function rateText(tariff: Tariff, kind: 'day' | 'night', say: Say): string {
  const { unitFen, unitMinutes } = tariff[kind];
  return say('perUnit', { amount: money(unitFen), unit: duration(unitMinutes * 60_000, say) });
}

function tariffLines(tariff: Tariff, say: Say): string[] {
  const [day, night] = [timeOfDay(tariff.dayStartsAt), timeOfDay(tariff.nightStartsAt)];
  const cap = (kind: 'day' | 'night') => {
    const fen = tariff[kind].capFen;
    return fen === null ? '' : ` · ${say(kind === 'day' ? 'tariffDayCap' : 'tariffNightCap', { amount: money(fen) })}`;
  };
  return [
    say('tariffFree', { n: tariff.freeMinutes }),
    `${say('lineDay')} ${day}–${night} · ${rateText(tariff, 'day', say)}${cap('day')}`,
    `${say('lineNight')} ${night}–${say('nextDay', { time: day })} · ${rateText(tariff, 'night', say)}${cap('night')}`,
    say('tariffCap', { amount: money(tariff.dailyCapFen) }),
  ];
}

export const carParkStyles = css`
  .parks {
    display: grid;
    gap: 0.75rem;
  }
  .park {
    display: grid;
    gap: 0.75rem;
    --tone: var(--good);
    --fill: var(--free);
  }
  .park.few {
    --tone: var(--warn);
    --fill: var(--day);
  }
  .park.full {
    --tone: var(--bad);
    --fill: var(--bad);
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }
  .count {
    color: var(--tone);
    text-align: end;
    white-space: nowrap;
  }
  .count b {
    display: block;
    font-size: 1.5rem;
    line-height: 1.2;
  }
  .gauge {
    height: 0.375rem;
    border-radius: 0.1875rem;
    background: var(--card-2);
    overflow: hidden;
  }
  .gauge i {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--fill);
  }
  summary {
    display: flex;
    align-items: center;
    min-height: 2.25rem;
    margin-bottom: -0.375rem;
    color: var(--ink-2);
    font-size: 0.9375rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    width: 0.5rem;
    height: 0.5rem;
    margin-inline: auto 0.25rem;
    border: solid currentcolor;
    border-width: 0 0.125rem 0.125rem 0;
    rotate: 45deg;
    translate: 0 -0.125rem;
  }
  details[open] summary::after {
    rotate: -135deg;
    translate: 0 0.125rem;
  }
  details ul {
    display: grid;
    gap: 0.375rem;
    padding-top: 0.625rem;
  }
`;
