/** `error` stops a submission; `warning` is for the reviewer's eye; `note` is advice to the partner. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing a rule saw. Findings are data that is collected, never exceptions. */
export interface Finding {
  /** Id of the rule, e.g. `code/eval`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what is there and what to do about it. */
  readonly message: string;
  /** Path inside the package, where the finding belongs to a file. */
  readonly file?: string;
  /** One-based; columns count UTF-16 code units. */
  readonly line?: number;
  readonly column?: number;
}
