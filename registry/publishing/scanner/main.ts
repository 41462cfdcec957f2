/**
 * The scanner process: a package on standard input, what was asked about it as JSON on standard output. Parsers written
 * for honest code can be made to overflow their stack by hostile code (the JavaScript parser ends the whole process) or to
 * work for minutes, so they run in a process that holds nothing: no database, no keys, no network it was told of.
 */
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { readPackage, reviewPackage } from '../engine/index.ts';
import type { ScannerTask } from './child.ts';

const tasks: Readonly<Record<ScannerTask, (archive: Uint8Array) => Promise<unknown>>> = {
  findings: async (archive) => reviewPackage(await readPackage(archive)),
  'inline-scripts': async (archive) => {
    try {
      return { inlineScripts: (await readPackage(archive)).release.inlineScripts ?? [] };
    } catch (error) {
      if (!(error instanceof PorticoError)) throw error;
      const { code, detail, data } = error;
      return { refused: { code, detail, data } };
    }
  },
};

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const task: string = process.argv.at(-1) ?? '';
if (!(task === 'findings' || task === 'inline-scripts')) throw new TypeError(`there is no task "${task}"`);
process.stdout.write(JSON.stringify(await tasks[task](Buffer.concat(chunks))));
