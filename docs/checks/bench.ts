/**
 * Measures the product side by side with what it ought to be held against, and prints medians and ratios.
 * Usage: npm run bench [-- <part> …] [--short]     parts: size start opening bridge ledger
 * The full form writes docs/reference/benchmarks.md and test-results/bench.json; `--short` only proves that the benches run.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBridge } from './bench/bridge.ts';
import { describeMachine } from './bench/machine.ts';
import { measureOpening } from './bench/opening.ts';
import { measureLedger } from './bench/posting.ts';
import { type Measured, pageOf, textOf } from './bench/report.ts';
import type { BenchOptions, PartResult } from './bench/result.ts';
import { measureSize } from './bench/size.ts';
import { measureStart, type StartedProduct, startTimed } from './bench/start.ts';

const results = fileURLToPath(new URL('../../test-results/', import.meta.url));
const page = fileURLToPath(new URL('../reference/benchmarks.md', import.meta.url));

let starting: Promise<StartedProduct> | undefined;
/** One running product for all parts that need one. */
const started = (): Promise<StartedProduct> => {
  starting ??= startTimed();
  return starting;
};

const parts: Readonly<Record<string, (options: BenchOptions) => Promise<PartResult>>> = {
  size: measureSize,
  start: async (options) => measureStart(await started(), options),
  opening: async (options) => measureOpening((await started()).product, options),
  bridge: measureBridge,
  ledger: measureLedger,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { short: { type: 'boolean' } } });
const options: BenchOptions = { short: values.short ?? false };
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const file = `${results}${options.short ? 'bench-short' : 'bench'}.json`;
const measured: Record<string, Measured> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const machine = describeMachine();
console.log(`${machine.description}; ${machine.versions}; load ${machine.load}`);
let failed = 0;
let passed = 0;
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    try {
      const result = await measure(options);
      console.log(textOf(result));
      measured[name] = { ...result, measuredAt: new Date().toISOString().slice(0, 16).replace('T', ' '), machine };
      passed += 1;
    } catch (error) {
      console.error(`\n${name} could not be measured:`, error);
      failed += 1;
    }
  }
} finally {
  if (starting) await starting.then(({ product }) => product.close());
}

mkdirSync(results, { recursive: true });
writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
const inOrder = Object.keys(parts).flatMap((name) => measured[name] ?? []);
if (!options.short && failed === 0 && inOrder.length === Object.keys(parts).length)
  writeFileSync(page, pageOf(inOrder));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
