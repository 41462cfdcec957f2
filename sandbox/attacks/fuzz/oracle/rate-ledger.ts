/**
 * The rate as its definition has it: at no moment may more have come since any earlier message than the burst and what
 * the time in between allows.
 */
export class RateLedger {
  readonly #burst: number;
  readonly #perMs: number;
  readonly #ownTime: boolean;
  readonly #arrivals: { readonly at: number; readonly count: number }[] = [];

  constructor(burst: number, perSecond: number, ownTime: boolean) {
    this.#burst = burst;
    this.#perMs = perSecond / 1_000;
    this.#ownTime = ownTime;
  }

  /** `maybe` where it depends on how a malformed message is counted, on rounding, or on a clock nobody reads. */
  isOver(now: number, count: number, malformed: boolean): 'yes' | 'no' | 'maybe' {
    this.#arrivals.push({ at: now, count });
    let sum = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (const { at, count: come } of this.#arrivals.toReversed()) {
      sum += come;
      most = Math.max(most, sum - this.#burst - (now - at) * this.#perMs);
    }
    if (Math.abs(most) < 1e-6) return most === 0 ? 'no' : 'maybe';
    if (most <= 0) return 'no';
    const forgiven = (malformed ? 1 : 0) + (this.#ownTime ? this.#perMs * 60_000 : 0);
    return most <= forgiven ? 'maybe' : 'yes';
  }
}
