import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from './clock.ts';
import { createDeadlines } from './deadlines.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createRate } from './rate.ts';
import { manualClock } from './testing/manual-clock.ts';

describe('a rate', () => {
  it('allows a burst, then the sustained rate', () => {
    const clock = manualClock();
    const rate = createRate({ perSecond: 200, burst: 2_000 }, clock);
    assert.equal(rate.take(2_000), true);
    clock.advance(5);
    assert.equal(rate.take(1), true);
    assert.equal(rate.take(1), false);
  });

  it('never saves up more than the burst', () => {
    const clock = manualClock();
    const rate = createRate({ perSecond: 200, burst: 2_000 }, clock);
    clock.advance(3_600_000);
    assert.equal(rate.take(2_001), false);
  });
});

describe('deadlines', () => {
  it('expire in order, each once, unless forgotten', () => {
    const clock = manualClock();
    const expired: string[] = [];
    const deadlines = createDeadlines(clock, (id) => expired.push(`${id} at ${clock.now()}`));
    deadlines.watch(1, 300);
    deadlines.watch(2, 100);
    deadlines.watch(3, 200);
    deadlines.watch(4, 150);
    deadlines.forget(4);
    clock.advance(1_000);
    assert.deepEqual(expired, ['2 at 100', '3 at 200', '1 at 300']);
    deadlines.watch(5, 10);
    deadlines.stop();
    clock.advance(1_000);
    assert.equal(expired.length, 3);
  });

  it('set no timer longer than timers can be, which would fire without end', () => {
    const clock = manualClock();
    const delays: number[] = [];
    const expired: number[] = [];
    const watching: Clock = {
      now: clock.now,
      after(ms, run) {
        delays.push(ms);
        return clock.after(ms, run);
      },
    };
    const deadlines = createDeadlines(watching, (id) => expired.push(id));
    const threeMonths = 90 * 24 * 3_600_000;
    deadlines.watch(1, threeMonths);
    clock.advance(threeMonths - 2);
    assert.deepEqual(expired, []);
    clock.advance(2);
    assert.deepEqual(expired, [1]);
    assert.ok(Math.max(...delays) <= 2 ** 31 - 1, `a timer of ${Math.max(...delays)} ms`);
  });
});

describe('a heartbeat', () => {
  const beating = (resting = () => false) => {
    const clock = manualClock();
    const seen = { pings: 0, silentAt: undefined as number | undefined };
    const heartbeat = startHeartbeat({
      clock,
      everyMs: 5_000,
      unanswered: 3,
      resting,
      ping: () => {
        seen.pings += 1;
      },
      onSilence: () => {
        seen.silentAt = clock.now();
      },
    });
    return { clock, seen, heartbeat };
  };

  it('gives up 15 s after the first ping that nobody answers', () => {
    const { clock, seen } = beating();
    clock.advance(60_000);
    assert.equal(seen.silentAt, 20_000);
    assert.equal(seen.pings, 3);
  });

  it('goes on while pings are answered', () => {
    const { clock, seen, heartbeat } = beating();
    for (let beat = 0; beat < 10; beat += 1) {
      clock.advance(5_000);
      heartbeat.onPong();
    }
    assert.equal(seen.silentAt, undefined);
    assert.equal(seen.pings, 10);
  });

  it('holds nothing against the other side while the page rests', () => {
    const { clock, seen } = beating(() => true);
    clock.advance(600_000);
    assert.equal(seen.silentAt, undefined);
  });
});
