import { PorticoError } from '../../../sandbox/contract/index.ts';
import { runCommandLine } from './command-line.ts';

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    env: process.env,
  });
} catch (error) {
  if (!(error instanceof PorticoError)) throw error;
  process.stderr.write(`${error.message}\n${error.entry.fix}\n`);
  process.exitCode = 2;
}
