import type { Clock } from './clock.ts';

/** The longest delay that timers know, in ms: a longer one would fire at once, and again at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Watches many deadlines with one timer. A timer a call would double the cost of a short call; here a call whose
 * deadline is not the soonest only writes into a map, and the timer, when it fires, looks for the next one.
 */
export function createDeadlines(clock: Clock, expired: (id: number) => void) {
  const due = new Map<number, number>();
  let armedFor = Number.POSITIVE_INFINITY;
  let disarm: (() => void) | undefined;

  const arm = (at: number): void => {
    disarm?.();
    armedFor = at;
    disarm = clock.after(Math.min(LONGEST_TIMER_MS, Math.max(0, at - clock.now())), sweep);
  };
  const sweep = (): void => {
    armedFor = Number.POSITIVE_INFINITY;
    disarm = undefined;
    const now = clock.now();
    for (const [id, at] of due) {
      // Timers may fire up to a millisecond early.
      if (at > now + 1) continue;
      due.delete(id);
      expired(id);
    }
    const soonest = Math.min(...due.values());
    if (soonest < armedFor) arm(soonest);
  };

  return {
    watch(id: number, ms: number): void {
      const at = clock.now() + ms;
      due.set(id, at);
      if (at < armedFor) arm(at);
    },
    forget: (id: number): boolean => due.delete(id),
    stop(): void {
      due.clear();
      disarm?.();
      disarm = undefined;
      armedFor = Number.POSITIVE_INFINITY;
    },
  };
}
