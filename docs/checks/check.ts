/**
 * Everything that can be checked without running the product: types per realm, format and lint, import rules, generated
 * files in step, unused code, size budgets. Usage: npm run check
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { breachOf } from './imports/breaches.ts';
import { importsOf } from './imports/walk.ts';
import { sourceFiles } from './sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Verdict {
  readonly ok: boolean;
  readonly output: string;
}
interface Check {
  readonly name: string;
  run(): Promise<Verdict>;
}

function command(file: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
const bin = (name: string, ...args: string[]) => command(process.execPath, [`node_modules/.bin/${name}`, ...args]);
const script = (file: string, ...args: string[]) => command(process.execPath, ['--import', 'tsx', file, ...args]);

const rootConfig: { references: { path: string }[] } = JSON.parse(readFileSync(`${root}tsconfig.json`, 'utf8'));

async function importRulesHold(): Promise<Verdict> {
  const breaches = sourceFiles(root)
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => importsOf(path, readFileSync(`${root}${path}`, 'utf8')))
    .flatMap((entry) => breachOf(entry) ?? []);
  return {
    ok: breaches.length === 0,
    output: breaches.map((b) => `${b.from}: '${b.specifier}': ${b.says}`).join('\n'),
  };
}

const checks: readonly Check[] = [
  ...rootConfig.references.map(({ path }) => ({
    name: `types ${path}`,
    run: () => bin('tsc', '--noEmit', '-p', path),
  })),
  { name: 'format and lint', run: () => bin('biome', 'check', '--max-diagnostics=40', '.') },
  { name: 'import rules', run: importRulesHold },
  { name: 'validators in step', run: () => script('docs/checks/generate.ts', '--check') },
  { name: 'reference pages in step', run: () => script('docs/checks/reference/write.ts', '--check') },
  { name: 'unused code', run: () => bin('knip', '--no-progress') },
  { name: 'size budgets', run: () => script('docs/checks/sizes.ts') },
];

const only = process.argv.slice(2);
const wanted = checks.filter((check) => only.length === 0 || only.some((word) => check.name.includes(word)));
const queue = [...wanted];
let failed = 0;
async function worker(): Promise<void> {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const started = performance.now();
    const { ok, output } = await check.run();
    console.log(
      `${ok ? 'ok  ' : 'FAIL'} ${check.name.padEnd(28)} ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    if (!ok) {
      failed += 1;
      console.log(output.trim().replace(/^/gm, '     '));
    }
  }
}
await Promise.all([worker(), worker(), worker()]);
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
