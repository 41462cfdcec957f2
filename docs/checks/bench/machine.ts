import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { browserCommand } from '../product/browser.ts';

export interface Machine {
  readonly description: string;
  readonly versions: string;
  /** Processes that wanted a processor during the last minute; more than there are processors means that all figures are too slow. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return {
    description: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB, ${type()} ${release()}`,
    versions: `Node ${process.versions.node}, ${output(browserCommand.executablePath, '--version')}, Portico ${output('git', 'rev-parse', '--short', 'HEAD')}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

function output(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return `${command} unknown`; // a description is not worth failing for
  }
}
