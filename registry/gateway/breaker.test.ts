import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import { createBreaker, FAILURES, PAUSE_SECONDS } from './breaker.ts';
import { createLimits } from './limits.ts';

function clock() {
  let now = 0;
  return {
    now: () => new Date(now),
    advance(seconds: number) {
      now += seconds * 1000;
    },
  };
}

function failed(breaker: ReturnType<typeof createBreaker>, times: number) {
  for (let time = 0; time < times; time += 1) {
    assert.equal(breaker.refuses('b'), undefined);
    breaker.settle('b', 'failed');
  }
}

test('the circuit opens after failures in a row, and a success in between starts the count afresh', () => {
  const breaker = createBreaker(clock());
  failed(breaker, FAILURES - 1);
  breaker.settle('b', 'worked');
  failed(breaker, FAILURES);
  assert.equal(breaker.refuses('b'), PAUSE_SECONDS);
  assert.equal(breaker.refuses('another'), undefined);
});

test('after the pause one call tries; the others wait for what comes of it', () => {
  const time = clock();
  const breaker = createBreaker(time);
  failed(breaker, FAILURES);
  time.advance(PAUSE_SECONDS);
  assert.equal(breaker.refuses('b'), undefined);
  assert.equal(breaker.refuses('b'), 1);
  breaker.settle('b', 'failed');
  assert.equal(breaker.refuses('b'), PAUSE_SECONDS);
  time.advance(PAUSE_SECONDS);
  assert.equal(breaker.refuses('b'), undefined);
  breaker.settle('b', 'worked');
  assert.equal(breaker.refuses('b'), undefined);
  assert.equal(breaker.refuses('b'), undefined);
});

test('a try that the app gave up lets the next one try', () => {
  const time = clock();
  const breaker = createBreaker(time);
  failed(breaker, FAILURES);
  time.advance(PAUSE_SECONDS);
  assert.equal(breaker.refuses('b'), undefined);
  breaker.settle('b', 'neither');
  assert.equal(breaker.refuses('b'), undefined);
});

test('one customer has a bounded number of calls of one app under way', () => {
  const limits = createLimits(clock(), true);
  const leave = Array.from({ length: netQuotas.atOnce }, () => limits.enter('app user'));
  assert.throws(() => limits.enter('app user'), { code: 'ERR_GATEWAY_BUSY' });
  limits.enter('app other');
  leave[0]?.();
  limits.enter('app user');
});

test('and a bounded number a minute', () => {
  const time = clock();
  const limits = createLimits(time, true);
  for (let call = 0; call < netQuotas.aMinute; call += 1) limits.enter('app user')();
  time.advance(59);
  assert.throws(() => limits.enter('app user'), { code: 'ERR_GATEWAY_BUSY', data: { retryAfterSeconds: 1 } });
  time.advance(1);
  limits.enter('app user');
});
