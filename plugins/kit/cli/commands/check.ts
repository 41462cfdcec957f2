import { readPackage, reviewPackage } from '../../../../registry/publishing/engine/index.ts';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import type { Command } from '../command.ts';
import { kindOf, readBytes } from '../files.ts';
import { asJson, asSarif, asText, type Findings } from '../findings.ts';
import { choiceOption, oneOperand } from '../options.ts';
import { packFolder } from '../packing/pack-folder.ts';
import { withProgress } from '../progress.ts';

const FORMATS = { text: asText, json: asJson, sarif: asSarif } as const;

export const check: Command = {
  name: 'check',
  usage: 'DIR|FILE [--format text|json|sarif]',
  says: 'Runs the registry’s review rules over an app, before you submit it.',
  options: { format: { type: 'string', value: 'text|json|sarif', says: 'how to print the findings' } },
  examples: ['tea-house', 'tea-house.zip', '. --format sarif > findings.sarif'],
  async run({ operands, options, out, say }) {
    const path = oneOperand(operands, 'DIR or FILE');
    const write = FORMATS[choiceOption(options, 'format', ['text', 'json', 'sarif'])];
    const findings = await withProgress(`checking ${path}`, { say }, () => findingsOf(path));
    out(write(path, findings));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** A package or manifest that cannot be read is a finding like any other: the partner mends it the same way. */
async function findingsOf(path: string): Promise<Findings> {
  const kind = await kindOf(path);
  try {
    const archive = kind === 'folder' ? await packFolder(path, { minify: true }) : await readBytes(path);
    return await reviewPackage(await readPackage(archive));
  } catch (error) {
    if (!(error instanceof PorticoError) || error.code === 'ERR_CLI_UNREADABLE') throw error;
    return unreadable(error);
  }
}

function unreadable(error: PorticoError): Findings {
  const rule = error.code.toLowerCase().replace(/^err_/, '').replaceAll('_', '/');
  const faults = Array.isArray(error.data?.faults)
    ? (error.data.faults as { line: number; column: number; path: string; message: string }[])
    : [];
  if (faults.length > 0) {
    return faults.map(({ line, column, path, message }) => {
      return { rule, severity: 'error', message: `${path}: ${message}`, file: 'manifest.json', line, column };
    });
  }
  const { file, line, column } = error.data ?? {};
  const inManifest = error.code.startsWith('ERR_JSON') ? 'manifest.json' : undefined;
  const where = typeof file === 'string' ? file : inManifest;
  return [
    {
      rule,
      severity: 'error',
      message: `${error.message} ${error.entry.fix}`,
      ...(where !== undefined && { file: where }),
      ...(typeof line === 'number' && { line }),
      ...(typeof column === 'number' && { column }),
    },
  ];
}
