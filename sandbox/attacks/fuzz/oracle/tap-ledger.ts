/** Which tap is used up, as far as can be known: one tap, one call, until the tap has surely lapsed. */
export class TapLedger {
  readonly #gestureMs: number;
  #surelyUntil = Number.NEGATIVE_INFINITY;
  #perhapsUntil = Number.NEGATIVE_INFINITY;

  constructor(gestureMs: number) {
    this.#gestureMs = gestureMs;
  }

  isSpent(now: number): 'yes' | 'no' | 'maybe' {
    if (now < this.#surelyUntil) return 'yes';
    return now < this.#perhapsUntil ? 'maybe' : 'no';
  }

  spend(now: number, surely: boolean): void {
    this.#perhapsUntil = now + this.#gestureMs;
    if (surely) this.#surelyUntil = this.#perhapsUntil;
  }
}
