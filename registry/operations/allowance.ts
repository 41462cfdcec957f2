import type { Clock } from '../platform/index.ts';

/** Events an hour that are kept of one customer, or of all visitors of one network together: anybody can send them. */
export const EVENTS_AN_HOUR = 5_000;
const HOUR_MS = 3_600_000;
/** Above this many senders, those of an hour ago are forgotten. */
const SWEEP_ABOVE = 10_000;

interface Use {
  readonly since: number;
  events: number;
}

/** Counts in this process; an hour is counted from the first event in it. */
export function createAllowance(clock: Clock): {
  /** Seconds until more may come, when these do not fit any more; `undefined`: they are counted. */
  refuses(sender: string, events: number): number | undefined;
} {
  const uses = new Map<string, Use>();
  return {
    refuses(sender, events) {
      const now = clock.now().getTime();
      const isOver = ({ since }: Use): boolean => now - since >= HOUR_MS;
      if (uses.size > SWEEP_ABOVE) for (const [who, use] of uses) if (isOver(use)) uses.delete(who);
      const known = uses.get(sender);
      const use = known && !isOver(known) ? known : { since: now, events: 0 };
      if (use.events + events > EVENTS_AN_HOUR) return Math.ceil((use.since + HOUR_MS - now) / 1000);
      use.events += events;
      uses.set(sender, use);
      return undefined;
    },
  };
}
