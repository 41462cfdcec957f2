/** One measured line: ours, what it is held against, and what it ought to be. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The other thing measured in the same run. */
  readonly against?: { readonly what: string; readonly value: number };
  /** `value` by `against.value`, paired by round where the part measures in rounds. */
  readonly ratio?: number;
  readonly goal?: string;
}

export interface PartResult {
  readonly title: string;
  /** How it was measured, in sentences. */
  readonly how: string;
  readonly figures: readonly Figure[];
}

export interface BenchOptions {
  /** Only proves that the benches run: too few samples for figures worth quoting. */
  readonly short: boolean;
}
