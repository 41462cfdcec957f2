/**
 * Measures the product side by side with what it ought to be held against, and prints medians and ratios.
 * Usage: npm run bench [-- <part or group> …] [--short]
 * Parts: size start opening update bridge memory responsiveness ledger; the group `sandbox`: all but start and ledger.
 * The full form writes each measured part into docs/reference/benchmarks.md; `--short` only proves that the benches run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBridge } from './bench/bridge.ts';
import { describeMachine } from './bench/machine.ts';
import { measureMemory } from './bench/memory.ts';
import { measureOpening } from './bench/opening.ts';
import { measureLedger } from './bench/posting.ts';
import { pageWith, textOf } from './bench/report.ts';
import { measureResponsiveness } from './bench/responsiveness.ts';
import type { BenchOptions, PartResult } from './bench/result.ts';
import { measureSize } from './bench/size.ts';
import { measureStart, type StartedProduct, startTimed } from './bench/start.ts';
import { measureUpdate } from './bench/update.ts';

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
  update: async () => measureUpdate((await started()).product),
  bridge: measureBridge,
  memory: async (options) => measureMemory((await started()).product, options),
  responsiveness: measureResponsiveness,
  ledger: measureLedger,
};

const groups: Readonly<Record<string, readonly string[]>> = {
  sandbox: ['size', 'opening', 'update', 'bridge', 'memory', 'responsiveness'],
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { short: { type: 'boolean' } } });
const options: BenchOptions = { short: values.short ?? false };
const chosen = positionals.flatMap((name) => groups[name] ?? [name]);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  const known = [...Object.keys(parts), ...Object.keys(groups)];
  console.error(`no such part: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}

const machine = describeMachine();
console.log(`${machine.description}; ${machine.versions}; load ${machine.load}`);
let failed = 0;
let passed = 0;
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    try {
      const result = await measure(options);
      console.log(textOf(result));
      const measuredAt = new Date().toISOString().slice(0, 16).replace('T', ' ');
      if (!options.short) {
        writeFileSync(page, pageWith(readFileSync(page, 'utf8'), { ...result, measuredAt, machine }));
      }
      passed += 1;
    } catch (error) {
      console.error(`\n${name} could not be measured:`, error);
      failed += 1;
    }
  }
} finally {
  if (starting) await starting.then(({ product }) => product.close());
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
