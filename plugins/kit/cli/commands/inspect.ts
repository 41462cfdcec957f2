import { inspectArchive } from '../../../../registry/publishing/engine/index.ts';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import { parseStrictJson } from '../../../../sandbox/contract/json/index.ts';
import type { Command } from '../command.ts';
import { readBytes } from '../files.ts';
import { choiceOption, required } from '../options.ts';
import { withProgress } from '../progress.ts';

interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
}

const ARCHIVE_NAME = /\.(?:zip|whl|jar|wgt|mpkg)$/i;

export const inspect: Command = {
  name: 'inspect',
  usage: '[--format text|json] FILE…',
  says: 'Reads zip archives and JSON documents as strictly as the registry does, and says what it thinks of each.',
  options: { format: { type: 'string', value: 'text|json', says: 'json prints one object a line for each file' } },
  examples: ['app.zip', 'manifest.json', '--format json downloads/*'],
  async run({ operands, options, out, say }) {
    required(operands[0], 'FILE');
    const format = choiceOption(options, 'format', ['text', 'json']);
    const verdicts = await withProgress(`inspecting ${operands.length} files`, { say }, () => judgeAll(operands));
    for (const verdict of verdicts) out(format === 'json' ? JSON.stringify(verdict) : asLine(verdict));
    if (verdicts.some(({ code }) => code === 'ERR_CLI_UNREADABLE')) return 2;
    return verdicts.every(({ ok }) => ok) ? 0 : 1;
  },
};

/** One after the other, so that however many files are named, one is in memory. */
async function judgeAll(files: readonly string[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const file of files) verdicts.push(await judge(file));
  return verdicts;
}

async function judge(file: string): Promise<Verdict> {
  try {
    const bytes = await readBytes(file);
    if (isArchive(file, bytes)) await inspectArchive(bytes);
    else parseStrictJson(bytes);
    return { file, ok: true };
  } catch (error) {
    if (!(error instanceof PorticoError)) throw error;
    return { file, ok: false, code: error.code, message: error.message };
  }
}

/** By name, or by the two letters every record of a zip archive begins with. */
function isArchive(file: string, bytes: Uint8Array): boolean {
  return ARCHIVE_NAME.test(file) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
}

function asLine({ file, ok, code, message }: Verdict): string {
  return ok ? `ok       ${file}` : `refused  ${file}\n         ${message} [${code}]`;
}
