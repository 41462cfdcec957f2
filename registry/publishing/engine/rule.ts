import type { FileUnderReview } from './file-under-review.ts';
import type { Finding, Severity } from './finding.ts';
import type { Package } from './package.ts';

/** One thing review looks for. Each lives in a file of its own in `rules/`; the reference page is written from these fields. */
export interface Rule {
  /** `<area>/<what>`. */
  readonly id: string;
  /** Of an ordinary finding; a rule may report a milder one. */
  readonly severity: Severity;
  /** A sentence: what it finds. */
  readonly what: string;
  /** A sentence: what harm that does. */
  readonly why: string;
  /** A sentence: what the partner should do. */
  readonly fix: string;
  /** Opened anew for each package, so a rule may remember what it saw from file to file. */
  open(pkg: Package, report: Report): RuleRun;
}

export interface RuleRun {
  file?(file: FileUnderReview): void | Promise<void>;
  end?(): void | Promise<void>;
}

export type Report = (finding: Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity }) => void;
