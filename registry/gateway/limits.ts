import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Clock } from '../platform/index.ts';

export const LARGEST_REQUEST_BYTES = 1024 * 1024;
export const LARGEST_RESPONSE_BYTES = 5 * 1024 * 1024;
/** An answer that is passed on as it arrives is never held whole, so it may be longer. */
export const LARGEST_STREAM_BYTES = 20 * 1024 * 1024;
/** The back end must begin to answer within this, */
export const FIRST_BYTE_MS = 10_000;
/** and have answered within this. */
export const WHOLE_ANSWER_MS = 60_000;
/** After that, a container that does not read what it asked for is hung up on within this. */
export const UNREAD_MS = 5_000;
/** One customer's calls of one app under way at once. */
export const AT_ONCE = 10;
/** One customer's calls of one app a minute. */
export const A_MINUTE = 120;
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
      if (use.underWay >= AT_ONCE) throw busy(BUSY_RETRY_SECONDS);
      if (minuteLimit && use.inWindow >= A_MINUTE) throw busy(Math.ceil((use.windowStart + MINUTE_MS - now) / 1000));
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
