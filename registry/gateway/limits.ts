import { PorticoError } from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import type { Clock } from '../platform/index.ts';

const MINUTE_MS = 60_000;
const BUSY_RETRY_SECONDS = 1;
/** Above this many callers, those without a call under way or in this minute are forgotten. */
const SWEEP_ABOVE = 10_000;

interface Use {
  underWay: number;
  windowStart: number;
  inWindow: number;
}

/**
 * Counts per app and customer in this process. `enter` throws ERR_GATEWAY_BUSY, or returns what must be called when the
 * call is over. A minute is counted from the first call in it.
 */
export function createLimits(clock: Clock, minuteLimit: boolean): { enter(caller: string): () => void } {
  const uses = new Map<string, Use>();
  const sweep = (now: number) => {
    for (const [caller, use] of uses) {
      if (use.underWay === 0 && now - use.windowStart >= MINUTE_MS) uses.delete(caller);
    }
  };
  return {
    enter(caller) {
      const now = clock.now().getTime();
      if (uses.size > SWEEP_ABOVE) sweep(now);
      const use = uses.get(caller) ?? { underWay: 0, windowStart: now, inWindow: 0 };
      if (now - use.windowStart >= MINUTE_MS) Object.assign(use, { windowStart: now, inWindow: 0 });
      if (use.underWay >= netQuotas.atOnce) throw busy(BUSY_RETRY_SECONDS);
      if (minuteLimit && use.inWindow >= netQuotas.aMinute)
        throw busy(Math.ceil((use.windowStart + MINUTE_MS - now) / 1000));
      use.underWay += 1;
      use.inWindow += 1;
      uses.set(caller, use);
      return () => {
        use.underWay -= 1;
      };
    },
  };
}

function busy(retryAfterSeconds: number): PorticoError {
  return new PorticoError('ERR_GATEWAY_BUSY', { data: { retryAfterSeconds } });
}
