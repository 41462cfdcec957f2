import { rules } from '../rules/index.ts';
import { FileUnderReview } from './file-under-review.ts';
import type { Finding } from './finding.ts';
import type { Package } from './package.ts';
import type { Rule, RuleRun } from './rule.ts';

/** Findings kept for one rule; nobody reads more, and a hostile package must not fill the database. */
const MOST_FINDINGS = 50;
/** Time one rule may take over one package, in milliseconds. */
const RULE_BUDGET_MS = 10_000;

export interface ReviewOptions {
  readonly rules?: readonly Rule[];
  readonly ruleBudgetMs?: number;
  /** Milliseconds on any clock that only rises. */
  readonly elapsed?: () => number;
}

/**
 * Runs every rule over a package and returns what they saw, errors first. A rule that throws or takes too long fails
 * closed: that itself is an error finding, because a check that did not happen must not look like one that passed.
 */
export async function reviewPackage(pkg: Package, options: ReviewOptions = {}): Promise<readonly Finding[]> {
  const { ruleBudgetMs = RULE_BUDGET_MS, elapsed = () => performance.now() } = options;
  const findings: Finding[] = [];
  const runs = (options.rules ?? rules).map((rule) => new GuardedRun(rule, pkg, findings, ruleBudgetMs, elapsed));
  for (const run of runs) await run.open();
  for (const listed of pkg.release.files) {
    const file = new FileUnderReview(listed, await pkg.content(listed.path));
    const unread = file.unread;
    if (unread !== undefined) {
      findings.push({
        rule: 'coverage/degraded',
        severity: 'warning',
        message: `This file could not be analysed, so the rules know nothing about it. ${unread}`,
        file: file.path,
      });
    }
    for (const run of runs) await run.file(file);
  }
  for (const run of runs) await run.end();
  return findings.toSorted(byWeight);
}

/** One rule at work, with its clock and its limit of findings. */
class GuardedRun {
  readonly #rule: Rule;
  readonly #pkg: Package;
  readonly #findings: Finding[];
  readonly #budgetMs: number;
  readonly #elapsed: () => number;
  #run: RuleRun = {};
  #spentMs = 0;
  #count = 0;
  #over = false;

  constructor(rule: Rule, pkg: Package, findings: Finding[], budgetMs: number, elapsed: () => number) {
    this.#rule = rule;
    this.#pkg = pkg;
    this.#findings = findings;
    this.#budgetMs = budgetMs;
    this.#elapsed = elapsed;
  }

  open(): Promise<void> {
    return this.#guard(() => {
      this.#run = this.#rule.open(this.#pkg, ({ severity = this.#rule.severity, ...finding }) => {
        this.#count += 1;
        if (this.#count <= MOST_FINDINGS && !this.#over)
          this.#findings.push({ rule: this.#rule.id, severity, ...finding });
      });
    });
  }

  file(file: FileUnderReview): Promise<void> {
    return this.#guard(() => this.#run.file?.(file), file.path);
  }

  async end(): Promise<void> {
    await this.#guard(() => this.#run.end?.());
    if (this.#count > MOST_FINDINGS) {
      this.#findings.push({
        rule: this.#rule.id,
        severity: this.#rule.severity,
        message: `There are ${this.#count - MOST_FINDINGS} more findings of this rule; mend these first.`,
      });
    }
  }

  async #guard(step: () => void | Promise<void>, file?: string): Promise<void> {
    if (this.#over) return;
    const start = this.#elapsed();
    try {
      await withLimit(step, this.#budgetMs - this.#spentMs);
      this.#spentMs += this.#elapsed() - start;
      if (this.#spentMs > this.#budgetMs) throw new RuleTimeout();
    } catch (error) {
      this.#over = true;
      const why = error instanceof RuleTimeout ? `took longer than ${this.#budgetMs} ms` : 'failed';
      this.#findings.push({
        rule: this.#rule.id,
        severity: 'error',
        message: `This rule ${why}, so the package counts as not checked. Simplify the file, or report it to the bank.`,
        ...(file !== undefined && { file }),
      });
    }
  }
}

class RuleTimeout extends Error {}

/** Waits for a step at most `milliseconds`; a step that never settles is left behind. */
async function withLimit(step: () => void | Promise<void>, milliseconds: number): Promise<void> {
  const running = step();
  if (!(running instanceof Promise)) return;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RuleTimeout()), Math.max(0, milliseconds));
  });
  try {
    await Promise.race([running, limit]);
  } finally {
    clearTimeout(timer);
  }
}

const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

function byWeight(left: Finding, right: Finding): number {
  return (
    WEIGHT[left.severity] - WEIGHT[right.severity] ||
    (left.file ?? '').localeCompare(right.file ?? '', 'en') ||
    (left.line ?? 0) - (right.line ?? 0)
  );
}
