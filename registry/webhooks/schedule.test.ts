import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TRIES, waitAfter } from './schedule.ts';

test('fifteen tries are spread over a day, within a tenth', () => {
  const total = (chance: number) => {
    let sum = 0;
    for (let tries = 1; tries < TRIES; tries += 1) sum += waitAfter(tries, chance) ?? 0;
    return sum / 3_600;
  };
  assert.equal(TRIES, 15);
  assert.ok(total(0) > 20 && total(0.999) < 27, `${total(0)} to ${total(0.999)} hours`);
  assert.equal(waitAfter(TRIES, 0), undefined);
});
