import type { FeeLine, Tariff } from '../../contract/tariff.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** Asia/Shanghai is UTC+8 all year; daylight saving time ended in 1991. */
const SHANGHAI_OFFSET_MINUTES = 480;

/** Whole minutes since 1970 in Shanghai local time. Barriers record minutes, so seconds never cost anything. */
type LocalMinute = number;

const toLocal = (instant: number): LocalMinute => Math.floor(instant / MINUTE) + SHANGHAI_OFFSET_MINUTES;
const toInstant = (minute: LocalMinute): number => (minute - SHANGHAI_OFFSET_MINUTES) * MINUTE;

export interface Fee {
  readonly totalFen: number;
  readonly lines: readonly FeeLine[];
}

/**
 * The fee of a stay from `enteredAt` to `at` (instants in ms). Rules, in order: the first `freeMinutes` cost nothing;
 * the rest is cut at every start of the day or night rate; each piece pays its started units, at most the rate's cap;
 * each parking day pays at most the daily cap. Pure; integer fen throughout.
 */
export function feeFor(tariff: Tariff, enteredAt: number, at: number): Fee {
  const entry = toLocal(enteredAt);
  const end = Math.max(entry, toLocal(at));
  const chargedFrom = Math.min(end, entry + tariff.freeMinutes);
  const lines: FeeLine[] = chargedFrom > entry ? [line('free', entry, chargedFrom, 0, 0)] : [];

  let from = chargedFrom;
  while (from < end) {
    const dayEnds = Math.min(end, endOfParkingDay(tariff, from));
    lines.push(...parkingDay(tariff, from, dayEnds));
    from = dayEnds;
  }
  return { totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0), lines };
}

/**
 * The next instant at which the fee of this stay is higher than it is at `at`, and the fee then; `undefined` when it
 * does not rise within three days, which only a tariff of zero does.
 */
export function nextRise(tariff: Tariff, enteredAt: number, at: number): { at: number; totalFen: number } | undefined {
  const now = feeFor(tariff, enteredAt, at).totalFen;
  const start = toLocal(at);
  const last = start + 3 * DAY_MINUTES;
  const feeAt = (minute: LocalMinute) => feeFor(tariff, enteredAt, toInstant(minute)).totalFen;
  if (feeAt(last) === now) return undefined;
  // The fee never falls, so the first minute that costs more is found by halving.
  let [low, high] = [start, last];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (feeAt(middle) > now) high = middle;
    else low = middle;
  }
  return { at: toInstant(high), totalFen: feeAt(high) };
}

/** The pieces of one parking day in order, then what its caps take off. */
function parkingDay(tariff: Tariff, from: LocalMinute, until: LocalMinute): FeeLine[] {
  const lines: FeeLine[] = [];
  const nightStarts = endOfParkingDay(tariff, from) - DAY_MINUTES + dayLength(tariff);
  if (from < nightStarts) lines.push(...piece(tariff, 'day', from, Math.min(until, nightStarts)));
  if (until > nightStarts) lines.push(...piece(tariff, 'night', Math.max(from, nightStarts), until));
  const sum = lines.reduce((total, { amountFen }) => total + amountFen, 0);
  if (sum > tariff.dailyCapFen) lines.push(line('daily-cap', from, until, 0, tariff.dailyCapFen - sum));
  return lines;
}

function piece(tariff: Tariff, kind: 'day' | 'night', from: LocalMinute, until: LocalMinute): FeeLine[] {
  const rate = tariff[kind];
  const units = Math.ceil((until - from) / rate.unitMinutes);
  const amount = units * rate.unitFen;
  const lines = [line(kind, from, until, units, amount)];
  if (rate.capFen !== null && amount > rate.capFen) {
    lines.push(line(`${kind}-cap`, from, until, 0, rate.capFen - amount));
  }
  return lines;
}

function line(kind: FeeLine['kind'], from: LocalMinute, until: LocalMinute, units: number, amountFen: number): FeeLine {
  return { kind, from: toInstant(from), until: toInstant(until), units, amountFen };
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

function dayLength(tariff: Tariff): number {
  return modulo(tariff.nightStartsAt - tariff.dayStartsAt, DAY_MINUTES);
}

function endOfParkingDay(tariff: Tariff, minute: LocalMinute): LocalMinute {
  return minute - modulo(minute - tariff.dayStartsAt, DAY_MINUTES) + DAY_MINUTES;
}
