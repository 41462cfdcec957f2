import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clock, clockFrom, countdown, duration, money, timeOfDay } from './format.ts';
import { sayIn } from './words.ts';

test('amounts keep every fen', () => {
  assert.equal(money(0), '¥0.00');
  assert.equal(money(5), '¥0.05');
  assert.equal(money(-1600), '−¥16.00');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
      assert.equal(BigInt(money(fen).replace(/[¥.]/g, '')), BigInt(fen));
    }),
  );
});

test('times are those of Shanghai, with the day when it is another one', () => {
  const noon = Date.parse('2026-03-02T12:00:00+08:00');
  assert.equal(clock(noon), '12:00');
  assert.equal(clockFrom(noon, Date.parse('2026-03-02T00:05:00+08:00'), 'zh'), '00:05');
  assert.match(clockFrom(noon, Date.parse('2026-03-01T23:55:00+08:00'), 'zh'), /3月1日 23:55/);
  assert.equal(timeOfDay(450), '07:30');
});

test('durations and countdowns read naturally and never go below zero', () => {
  const say = sayIn('zh');
  assert.equal(duration(157 * 60_000, say), '2 小时 37 分');
  assert.equal(duration(60 * 60_000, say), '1 小时');
  assert.equal(duration(26 * 3_600_000, say), '1 天 2 小时');
  assert.equal(duration(-5, say), '0 分钟');
  assert.equal(countdown(899_100), '15:00');
  assert.equal(countdown(-1), '0:00');
});
