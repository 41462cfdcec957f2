/**
 * Writes `sandbox/contract/generated/`: validators compiled from the contract's JSON Schema literals (compiling them in
 * the page would need eval, which its policy forbids) and the SDK's list of methods.
 * Usage: node --import tsx docs/checks/generate.ts [--check]     --check writes nothing and fails when a file is not in step
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { methods } from '../../sandbox/contract/capabilities/index.ts';
import { type SchemaGroup, schemaGroups } from '../../sandbox/contract/schema-groups.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}sandbox/contract/generated`;
const notice = '// Written by docs/checks/generate.ts. Change the schemas, not this file.\n';

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const quote = (text: string): string => `'${text}'`;

/** One import-free ES module: a function for each distinct schema, and the table that names them. */
async function validatorModule(name: string, group: SchemaGroup): Promise<string> {
  const ajv = new Ajv({
    allErrors: group.allErrors === true,
    code: { esm: true, source: true, lines: true },
    // Lengths count UTF-16 code units, as everywhere in the contract; counting characters would walk every text.
    unicode: false,
    ownProperties: true,
    strict: true,
    strictTypes: false,
    logger: false,
  });
  const functions = new Map<string, string>();
  const rows = Object.entries(group.schemas).map(([key, schema]) => {
    const text = JSON.stringify(schema);
    const id = functions.get(text) ?? `v${functions.size}`;
    if (!functions.has(text)) ajv.addSchema({ ...schema, $id: id });
    functions.set(text, id);
    return `  ${JSON.stringify(key)}: ${id},`;
  });
  const exported = Object.fromEntries([...functions.values()].map((id) => [id, id]));
  const compiled = standalone(ajv, exported).replaceAll(/^export const /gm, 'const ');
  const { outputFiles } = await build({
    stdin: {
      contents: `${compiled}\nexport const ${camelCase(name)} = {\n  __proto__: null,\n${rows.join('\n')}\n};\n`,
      resolveDir: root,
    },
    bundle: true,
    // Comments name the files of packages: the same wherever a link to node_modules leads.
    preserveSymlinks: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    minifySyntax: true,
    write: false,
    logLevel: 'error',
  });
  return notice + (outputFiles[0]?.text ?? '');
}

function validatorTypes(name: string, group: SchemaGroup): string {
  const keys = Object.keys(group.schemas).map(quote).join(' | ');
  return `${notice}import type { Validator } from '../validator.ts';\n\nexport const ${camelCase(name)}: Readonly<Record<${keys}, Validator>>;\n`;
}

/** What the SDK must know of the table: names, deadlines, and whether bytes follow. The schemas would make every mini-app heavier. */
function deadlinesModule(): string {
  const rows = Object.entries(methods).map(([method, { deadlineMs }]) => `  ${quote(method)}: ${deadlineMs},`);
  const streaming = Object.entries(methods).flatMap(([method, row]) => ('streams' in row ? [quote(method)] : []));
  return `${notice}import type { MethodName } from '../capabilities/index.ts';

/** Milliseconds; null: as long as the sheet stays open. */
export const deadlines: Readonly<Record<MethodName, number | null>> = {
${rows.join('\n')}
};

/** Methods whose result goes on in bytes. */
export const streaming: ReadonlySet<string> = new Set([${streaming.join(', ')}]);
`;
}

const files = new Map<string, string>([['deadlines.ts', deadlinesModule()]]);
for (const [name, group] of Object.entries(schemaGroups)) {
  files.set(`${name}.js`, await validatorModule(name, group));
  files.set(`${name}.d.ts`, validatorTypes(name, group));
}

mkdirSync(folder, { recursive: true });
const present = readdirSync(folder);
const stray = present.filter((file) => !files.has(file));
const stale = [...files].filter(
  ([file, text]) => !present.includes(file) || readFileSync(`${folder}/${file}`, 'utf8') !== text,
);

if (process.argv.includes('--check')) {
  for (const file of [...stray, ...stale.map(([name]) => name)]) {
    console.error(
      `sandbox/contract/generated/${file} is not in step with the schemas: run node --import tsx docs/checks/generate.ts`,
    );
    process.exitCode = 1;
  }
} else {
  for (const file of stray) rmSync(`${folder}/${file}`);
  for (const [file, text] of stale) writeFileSync(`${folder}/${file}`, text);
}
