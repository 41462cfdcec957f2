import type { Locale, Say } from './words.ts';

const MINUTE = 60_000;
const ZONE = 'Asia/Shanghai';
const tags = { zh: 'zh-Hans-CN', en: 'en-GB' } as const;

/** `¥24.00` from fen; integers only, so that no cent is ever lost to a fraction. */
export function money(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const whole = Math.abs(fen);
  return `${sign}¥${Math.floor(whole / 100)}.${(whole % 100).toString().padStart(2, '0')}`;
}

/** Clock times are those of Shanghai, where the car parks are, wherever the phone is. */
export function clock(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(instant);
}

export function dayAndClock(instant: number, locale: Locale): string {
  const day = new Intl.DateTimeFormat(tags[locale], { timeZone: ZONE, month: 'short', day: 'numeric' }).format(instant);
  return `${day} ${clock(instant)}`;
}

export function month(instant: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: ZONE, year: 'numeric', month: 'long' }).format(instant);
}

/** A time that is not today is given with its day. */
export function clockFrom(now: number, instant: number, locale: Locale): string {
  const day = (value: number) => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(value);
  return day(now) === day(instant) ? clock(instant) : dayAndClock(instant, locale);
}

export function duration(ms: number, say: Say): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (d > 0) return say('daysHours', { d, h });
  if (h === 0) return say('minutesUnit', { n: m });
  return m === 0 ? say('hoursUnit', { n: h }) : say('hoursMinutes', { h, m });
}

/** `14:09` for a countdown; never negative. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toString().padStart(2, '0')}`;
}

export function timeOfDay(minutes: number): string {
  return `${Math.floor(minutes / 60)
    .toString()
    .padStart(2, '0')}:${(minutes % 60).toString().padStart(2, '0')}`;
}
