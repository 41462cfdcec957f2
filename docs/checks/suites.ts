/**
 * Every suite of `npm test`, turn after turn, with a count at the end. Words after `npm test --` choose suites by name.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counts, countsOf, faultsOf } from './counts.ts';
import { sourceFiles } from './sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tests = sourceFiles(root).filter((path) => path.endsWith('.test.ts'));
const nodeTests = tests.filter((path) => !path.endsWith('.browser.test.ts'));
const journeys = readdirSync(join(root, 'docs/checks/journeys'))
  .filter((name) => name.endsWith('.journey.ts'))
  .map((name) => `docs/checks/journeys/${name}`);

interface Suite {
  readonly name: string;
  /** Arguments for Node. */
  readonly args: readonly string[];
}

const script = (file: string, ...args: string[]): string[] => ['--import', 'tsx', file, ...args];
const nodeTest = (files: readonly string[], concurrency: number): string[] => [
  '--import',
  'tsx',
  '--test',
  `--test-concurrency=${concurrency}`,
  '--test-reporter=./docs/checks/reporter.mjs',
  ...files,
];

/** The suites of a lane run one after the other, the lanes of a turn at once: there they wait much more than they work. */
type Lane = readonly Suite[];
const turns: readonly (readonly Lane[])[] = [
  [[{ name: 'check', args: script('docs/checks/check.ts') }]],
  [[{ name: 'server', args: nodeTest(nodeTests, 2) }]],
  [[{ name: 'browser', args: ['node_modules/.bin/wtr', '--config', 'docs/checks/web-test-runner.config.mjs'] }]],
  [
    // Each journey's file starts a product of its own.
    [{ name: 'journeys', args: nodeTest(journeys, 3) }],
    [
      { name: 'chaos', args: script('docs/checks/chaos.ts', '--short') },
      { name: 'bench', args: script('docs/checks/bench.ts', '--short') },
    ],
  ],
  [[{ name: 'attacks', args: script('docs/checks/attacks.ts', '--short') }]],
];

interface Outcome extends Counts {
  readonly name: string;
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** The first lane of a turn is shown as it talks; of another, each suite whole at its end. */
function run({ name, args }: Suite, first: boolean): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const title = `\n── ${name} ──\n`;
    if (first) process.stdout.write(title);
    const started = performance.now();
    const child = spawn(process.execPath, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
        if (first) process.stdout.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (!first) process.stdout.write(title + output);
      const seconds = (performance.now() - started) / 1000;
      resolve({ name, ...countsOf(output, code), faults: faultsOf(output), seconds });
    });
  });
}

async function runLane(lane: Lane, first: boolean): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const suite of lane) outcomes.push(await run(suite, first));
  return outcomes;
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const rows: string[] = [];
const faulty: string[] = [];
for (const turn of turns) {
  const chosen = turn
    .map((lane) => lane.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    .filter((lane) => lane.length > 0);
  for (const outcome of (await Promise.all(chosen.map((lane, place) => runLane(lane, place === 0)))).flat()) {
    const { name, passed, failed, faults, seconds } = outcome;
    total.passed += passed;
    total.failed += failed;
    faulty.push(...faults.map((fault) => `${name}: ${fault}`));
    rows.push(
      `${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s`,
    );
  }
}
console.log(`\n${rows.join('\n')}\n`);
if (faulty.length > 0) console.log(`${faulty.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
