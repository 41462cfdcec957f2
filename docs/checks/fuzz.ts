/**
 * Throws structured and random messages at the wall: at the host's end of the bridge, at whole realms in a real
 * Chromium, at the frame page's loader, and at the readers of the handshakes.
 * Usage: npm run fuzz [-- <target> …] [--count N] [--seed S] [--path P]
 * `--count` is for each target; a failure prints the command that repeats it.
 */
import { parseArgs } from 'node:util';
import { fuzzBridge } from '../../sandbox/attacks/fuzz/bridge.ts';
import { fuzzHandshakes } from '../../sandbox/attacks/fuzz/handshakes.ts';
import { startFuzzStage } from '../../sandbox/attacks/fuzz/stage.ts';
import { inBrowser } from './fuzz/in-browser.ts';
import { inNode } from './fuzz/in-node.ts';
import { textOf } from './fuzz/report.ts';
import type { FuzzTarget } from './fuzz/target.ts';
import { launchBrowser } from './product/browser.ts';

const ends: (() => Promise<unknown>)[] = [];
let opening: ReturnType<typeof openScene> | undefined;
/** One browser and one stage for every target that needs a page. */
const scene = (): ReturnType<typeof openScene> => {
  opening ??= openScene();
  return opening;
};
async function openScene() {
  const stage = await startFuzzStage();
  ends.push(stage.close);
  const browser = await launchBrowser();
  ends.push(() => browser.close());
  return { browser, stage };
}

const targets: Readonly<Record<string, FuzzTarget>> = {
  bridge: {
    says: 'the host’s end of the bridge, message by message, against a judge of its own',
    count: 100_000,
    run: (options) => inNode(fuzzBridge, options),
  },
  realm: {
    says: 'whole realms in Chromium, through a real port and structured clone',
    count: 10_000,
    run: async (options) => inBrowser('realm', await scene(), options),
  },
  loader: {
    says: 'the frame page’s loader in Chromium: hand-overs right and wrong, at once or files first, and what packages hold',
    count: 1_500,
    run: async (options) => inBrowser('loader', await scene(), options),
  },
  handshakes: {
    says: 'the readers of what windows say to each other',
    count: 100_000,
    run: (options) => inNode(fuzzHandshakes, options),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(targets, name));
if (unknown.length > 0 || (values.path !== undefined && positionals.length !== 1)) {
  console.error(`Name the target of --path, or any of: ${Object.keys(targets).join(', ')}`);
  process.exit(2);
}
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
let passed = 0;
let failed = 0;
try {
  for (const [name, { says, count, run }] of Object.entries(targets)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${name}: ${says}; seed ${seed}`);
    const started = performance.now();
    const result = await run({ count: Number(values.count ?? count), seed, path: values.path });
    console.log(textOf(name, result, performance.now() - started));
    if (result.failure === undefined) passed += result.messages;
    else failed += 1;
  }
} finally {
  for (const end of ends.reverse()) await end();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
