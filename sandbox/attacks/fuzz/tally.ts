/** What a fuzzing run did, by kind of message and by what came of it. */
export class Tally {
  readonly kinds: Record<string, number> = {};
  readonly verdicts: Record<string, number> = {};
  messages = 0;

  told(kind: string): void {
    this.messages += 1;
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
  }
  cameTo(verdict: string, times = 1): void {
    if (times > 0) this.verdicts[verdict] = (this.verdicts[verdict] ?? 0) + times;
  }
}

/** A run that failed can be repeated from these alone. */
export interface FuzzFailure {
  readonly seed: number;
  readonly path: string;
  /** The smallest case that still fails, as JSON. */
  readonly shrunk: string;
  readonly says: string;
}

export interface FuzzResult {
  readonly messages: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly failure: FuzzFailure | undefined;
  /** Where another run goes on with cases that this one has not tried. */
  readonly nextSeed: number;
}

export interface FuzzOptions {
  /** Messages, at least; with `path` only the one case is run. */
  readonly count: number;
  readonly seed: number;
  readonly path?: string | undefined;
}
