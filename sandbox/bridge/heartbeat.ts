import type { Clock } from './clock.ts';

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly everyMs: number;
  /** Pings without an answer after which the other side counts as hung. */
  readonly unanswered: number;
  readonly ping: () => void;
  readonly onSilence: () => void;
  /** True while the page itself is asleep: the answers of others would be slow through no fault of theirs. */
  readonly resting: () => boolean;
}

/**
 * Counts unanswered pings rather than time passed: after a phone slept for an hour the first beat must not condemn
 * every app. A port tells nothing when its frame hangs, is navigated or removed, so this is the only way to know.
 */
export function startHeartbeat({ clock, everyMs, unanswered, ping, onSilence, resting }: HeartbeatOptions) {
  let missed = 0;
  let cancel = clock.after(everyMs, beat);

  function beat(): void {
    if (missed >= unanswered && !resting()) {
      onSilence();
      return;
    }
    missed = resting() ? 0 : missed + 1;
    ping();
    cancel = clock.after(everyMs, beat);
  }

  return {
    onPong(): void {
      missed = 0;
    },
    stop: (): void => cancel(),
  };
}
