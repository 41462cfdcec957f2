import type { Clock } from '../platform/index.ts';

/** Failures in a row that open the circuit. */
export const FAILURES = 5;
/** How long calls are refused before one is let through to try. */
export const PAUSE_SECONDS = 30;

interface Circuit {
  failures: number;
  openedAt: number | undefined;
  trying: boolean;
}

export interface Breaker {
  /** Seconds until the next try, or `undefined` when a call may go ahead; then exactly one `settle` must follow. */
  refuses(backend: string): number | undefined;
  /** `neither`: the call says nothing about the back end (the app went away, or asked for too much). */
  settle(backend: string, outcome: 'worked' | 'failed' | 'neither'): void;
}

/** One circuit a back end: closed → open after FAILURES in a row → one try after PAUSE_SECONDS → closed or open again. */
export function createBreaker(clock: Clock): Breaker {
  const circuits = new Map<string, Circuit>();
  return {
    refuses(backend) {
      const circuit = circuits.get(backend);
      if (circuit?.openedAt === undefined) return undefined;
      const left = circuit.openedAt + PAUSE_SECONDS * 1000 - clock.now().getTime();
      if (left > 0) return Math.ceil(left / 1000);
      if (circuit.trying) return 1;
      circuit.trying = true;
      return undefined;
    },
    settle(backend, outcome) {
      if (outcome === 'worked') {
        circuits.delete(backend);
        return;
      }
      const circuit = circuits.get(backend) ?? { failures: 0, openedAt: undefined, trying: false };
      circuit.trying = false;
      if (outcome === 'failed') {
        circuit.failures += 1;
        if (circuit.failures >= FAILURES) circuit.openedAt = clock.now().getTime();
        circuits.set(backend, circuit);
      }
    },
  };
}
