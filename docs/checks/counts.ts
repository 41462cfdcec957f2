export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

// The browser runner draws its count behind a progress bar.
const LAST_LINE = /^(?:.*\| )?(\d+) passed, (\d+) failed\s*$/gm;

/**
 * What a suite counted, from its last line `N passed, N failed`. A suite that ended badly counts at least one failure,
 * whatever it printed, and one that counted nothing has failed too.
 */
export function countsOf(output: string, exitCode: number | null): Counts {
  const last = [...output.matchAll(LAST_LINE)].at(-1);
  const passed = Number(last?.[1] ?? 0);
  const failed = Number(last?.[2] ?? 0);
  const brokenOff = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: brokenOff ? Math.max(1, failed) : failed };
}

// As our reporter of node:test, the browser tests' and our own suites draw it.
const FAULT = /^\s*(?:✗|❌|FAIL)\s.*$/gmu;

/** The lines of a suite's output that name what failed, each once. */
export function faultsOf(output: string): string[] {
  return [...new Set([...output.matchAll(FAULT)].map(([line]) => line.trim()))];
}
