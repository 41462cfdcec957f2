import { parseArgs } from 'node:util';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Command, type ExitCode, type Options, parserOptions, type Streams } from './command.ts';
import { check } from './commands/check.ts';
import { init } from './commands/init.ts';
import { inspect } from './commands/inspect.ts';
import { pack } from './commands/pack.ts';
import { status } from './commands/status.ts';
import { submit } from './commands/submit.ts';
import { verify } from './commands/verify.ts';
import { commandHelp, overview } from './help.ts';

export const commands: readonly Command[] = [init, pack, check, inspect, submit, status, verify];

/** Runs one command line and returns the exit code. Throws `PorticoError` for what ends with 2. */
export async function runCommandLine(
  args: readonly string[],
  { env, ...streams }: Streams & { readonly env: NodeJS.ProcessEnv },
): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    streams.out(overview(commands));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new PorticoError('ERR_CLI_USAGE', { detail: `There is no command ${JSON.stringify(name)}.` });
  const { values, positionals } = parse(command, rest);
  if (values.help) {
    streams.out(commandHelp(command));
    return 0;
  }
  return await command.run({ ...streams, env, operands: positionals, options: values });
}

function parse(command: Command, args: readonly string[]): { values: Options; positionals: string[] } {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: parserOptions(command),
      allowPositionals: true,
      strict: true,
    });
    return { values: parsed.values as Options, positionals: parsed.positionals };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('. ')[0] : undefined;
    throw new PorticoError('ERR_CLI_USAGE', { ...(detail && { detail: `${detail}.` }), cause });
  }
}
