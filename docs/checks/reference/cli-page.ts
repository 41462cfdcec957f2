import { commands } from '../../../plugins/kit/cli/command-line.ts';
import { commandHelp, overview } from '../../../plugins/kit/cli/help.ts';
import { code, page } from './markdown.ts';

export function cliPage(): string {
  return page(
    'Command line',
    'What `portico --help` and `portico <command> --help` print.',
    code('text', overview(commands)),
    ...commands.map((command) => `## portico ${command.name}\n\n${code('text', commandHelp(command))}`),
  );
}
