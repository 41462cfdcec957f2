import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchMemory } from '../../../sandbox/bench/realms/index.ts';
import { packProbedParking, writeProbedParking } from './probed-parking.ts';
import type { BenchOptions, PartResult } from './result.ts';

/** Linux only: elsewhere nobody says what a process has for itself. */
export async function measureMemory(options: BenchOptions): Promise<PartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-app-'));
  try {
    writeProbedParking(folder);
    const { apps, rounds, sealed, plain, ratio, processes } = await benchMemory(
      await packProbedParking(folder),
      options,
    );
    return {
      title: 'Memory',
      how: `${apps} open parking apps, each on a host of its own: in realms of ours (the product’s host code, frame page, headers and loader, in a page of the bench instead of the container), and in plain iframes whose host and pages are served with Origin-Agent-Cluster. Proportional set size of all renderers of the browser, ours and the page’s included, after less before, divided by ${apps}; nobody answers the apps’ calls on either side, so that both draw the same. A new browser each time, ${rounds} rounds, medians; ${processes.sealed} processes more with ours, ${processes.plain} more with plain iframes. 1 MB = 2^20 bytes.`,
      figures: [
        {
          what: 'one more open app',
          value: sealed,
          unit: 'MB',
          against: { what: 'plain iframe', value: plain },
          ratio,
          goal: '≤ 1.1×',
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
