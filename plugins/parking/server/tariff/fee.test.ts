import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Tariff } from '../../contract/tariff.ts';
import { feeFor, nextRise } from './fee.ts';

/** ¥8 a started half hour by day (07:30–19:30), ¥4 a started hour by night, night at most ¥20, day at most ¥80. */
const CENTRE: Tariff = {
  freeMinutes: 15,
  dayStartsAt: 450,
  nightStartsAt: 1170,
  day: { unitMinutes: 30, unitFen: 800, capFen: null },
  night: { unitMinutes: 60, unitFen: 400, capFen: 2000 },
  dailyCapFen: 8000,
};
const shanghai = (text: string) => Date.parse(`${text}+08:00`);
const fee = (from: string, until: string, tariff = CENTRE) => feeFor(tariff, shanghai(from), shanghai(until)).totalFen;

test('the free minutes cost nothing and the next minute starts the first unit', () => {
  assert.equal(fee('2026-03-02T10:00:00', '2026-03-02T10:15:00'), 0);
  assert.equal(fee('2026-03-02T10:00:00', '2026-03-02T10:15:59'), 0);
  assert.equal(fee('2026-03-02T10:00:00', '2026-03-02T10:16:00'), 800);
  assert.equal(fee('2026-03-02T10:00:00', '2026-03-02T10:45:00'), 800);
  assert.equal(fee('2026-03-02T10:00:00', '2026-03-02T10:46:00'), 1600);
});

test('seconds are never charged: entry and reading count by the barrier’s minute', () => {
  assert.equal(fee('2026-03-02T10:00:59', '2026-03-02T10:15:59'), 0);
  assert.equal(fee('2026-03-02T10:00:59', '2026-03-02T10:16:00'), 800);
});

test('a stay across the evening pays each rate for its own minutes, in Shanghai time', () => {
  // 18:45–19:30 day: two half hours; 19:30–21:00 night: two hours.
  const result = feeFor(CENTRE, shanghai('2026-03-02T18:30:00'), shanghai('2026-03-02T21:00:00'));
  assert.equal(result.totalFen, 2 * 800 + 2 * 400);
  assert.deepEqual(
    result.lines.map(({ kind, from, until, units, amountFen }) => [kind, (until - from) / 60_000, units, amountFen]),
    [
      ['free', 15, 0, 0],
      ['day', 45, 2, 1600],
      ['night', 90, 2, 800],
    ],
  );
});

test('a night is capped, and midnight is no boundary', () => {
  assert.equal(fee('2026-03-02T19:15:00', '2026-03-03T07:30:00'), 2000);
  assert.equal(fee('2026-03-02T22:45:00', '2026-03-03T01:00:00'), 2 * 400);
});

test('a parking day is capped from one start of the day rate to the next', () => {
  assert.equal(fee('2026-03-02T07:15:00', '2026-03-03T07:30:00'), 8000);
  assert.equal(fee('2026-03-02T07:15:00', '2026-03-03T07:31:00'), 8000 + 800);
  assert.equal(fee('2026-03-02T07:15:00', '2026-03-05T07:30:00'), 3 * 8000);
});

test('a clock that runs backwards charges nothing', () => {
  assert.deepEqual(feeFor(CENTRE, shanghai('2026-03-02T10:00:00'), shanghai('2026-03-02T09:00:00')), {
    totalFen: 0,
    lines: [],
  });
});

test('the next rise is the minute at which one more unit has started', () => {
  const entered = shanghai('2026-03-02T10:00:00');
  assert.deepEqual(nextRise(CENTRE, entered, shanghai('2026-03-02T10:20:30')), {
    at: shanghai('2026-03-02T10:46:00'),
    totalFen: 1600,
  });
  // Capped in the evening: the fee stands still until the next parking day.
  assert.deepEqual(nextRise(CENTRE, shanghai('2026-03-02T07:15:00'), shanghai('2026-03-02T20:00:00')), {
    at: shanghai('2026-03-03T07:31:00'),
    totalFen: 8800,
  });
  const free: Tariff = { ...CENTRE, dailyCapFen: 0 };
  assert.equal(nextRise(free, entered, entered), undefined);
});

const rates = fc.record({
  unitMinutes: fc.integer({ min: 1, max: 180 }),
  unitFen: fc.integer({ min: 0, max: 5000 }),
  capFen: fc.option(fc.integer({ min: 0, max: 20_000 })),
});
const tariffs: fc.Arbitrary<Tariff> = fc.record({
  freeMinutes: fc.integer({ min: 0, max: 120 }),
  dayStartsAt: fc.integer({ min: 0, max: 1439 }),
  nightStartsAt: fc.integer({ min: 0, max: 1439 }),
  day: rates,
  night: rates,
  dailyCapFen: fc.integer({ min: 0, max: 30_000 }),
});
const entries = fc.integer({ min: shanghai('2024-01-01T00:00:00'), max: shanghai('2028-01-01T00:00:00') });
const stays = fc.integer({ min: 0, max: 6 * 1440 * 60_000 });

test('a longer stay never costs less', () => {
  fc.assert(
    fc.property(tariffs, entries, stays, stays, (tariff, entered, one, other) => {
      const [short, long] = one < other ? [one, other] : [other, one];
      assert.ok(feeFor(tariff, entered, entered + short).totalFen <= feeFor(tariff, entered, entered + long).totalFen);
    }),
  );
});

test('no number of days costs more than their caps', () => {
  fc.assert(
    fc.property(tariffs, entries, stays, (tariff, entered, stay) => {
      const { totalFen } = feeFor(tariff, entered, entered + stay);
      const days = Math.floor(stay / (1440 * 60_000)) + 2;
      assert.ok(totalFen >= 0 && totalFen <= days * tariff.dailyCapFen);
      assert.ok(Number.isSafeInteger(totalFen));
    }),
  );
});

test('the lines add up to the fee and cover every minute of the stay exactly once', () => {
  fc.assert(
    fc.property(tariffs, entries, stays, (tariff, entered, stay) => {
      const { totalFen, lines } = feeFor(tariff, entered, entered + stay);
      assert.equal(
        lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
        totalFen,
      );
      const timed = lines.filter(({ kind }) => kind === 'free' || kind === 'day' || kind === 'night');
      let reached = Math.floor(entered / 60_000) * 60_000;
      for (const { from, until } of timed) {
        assert.equal(from, reached);
        assert.ok(until > from);
        reached = until;
      }
      assert.equal(reached, Math.floor((entered + stay) / 60_000) * 60_000);
    }),
  );
});

test('without free minutes a stay cut at the start of a parking day costs the sum of its parts', () => {
  fc.assert(
    fc.property(tariffs, entries, stays, stays, (tariff, middle, before, after) => {
      const plain: Tariff = { ...tariff, freeMinutes: 0 };
      const localMinute = Math.floor(middle / 60_000) + 480;
      const cut = (localMinute - (localMinute % 1440) + plain.dayStartsAt - 480) * 60_000;
      const whole = feeFor(plain, cut - before, cut + after).totalFen;
      assert.equal(whole, feeFor(plain, cut - before, cut).totalFen + feeFor(plain, cut, cut + after).totalFen);
    }),
  );
});

test('between now and the next rise the fee stands still, and at it the fee is higher', () => {
  fc.assert(
    fc.property(tariffs, entries, stays, (tariff, entered, stay) => {
      const at = entered + stay;
      const now = feeFor(tariff, entered, at).totalFen;
      const rise = nextRise(tariff, entered, at);
      if (rise === undefined) return;
      assert.equal(feeFor(tariff, entered, rise.at - 1).totalFen, now);
      assert.ok(rise.totalFen > now && rise.at > at - 60_000);
    }),
    { numRuns: 60 },
  );
});
