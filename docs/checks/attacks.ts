/**
 * Runs the attack corpus against the running product in a real browser, with a listening witness.
 * Usage: npm run attacks [-- <number> …]
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Attack, groups } from '../../sandbox/attacks/attack.ts';
import { attacks } from '../../sandbox/attacks/cases/index.ts';
import { type Outcome, runAttack, type Stage } from '../../sandbox/attacks/run.ts';
import { startWitness, type Witness } from '../../sandbox/attacks/witness.ts';
import { publishApp } from './demo/seed.ts';
import { launchBrowser, phone } from './product/browser.ts';
import { startProduct } from './product/product.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const only = process.argv.slice(2);
const chosen = attacks.filter(({ id }) => only.length === 0 || only.includes(id));

/** The same hostile code as an ordinary page of the witness's, where nothing holds it. */
async function serveControl(witness: Witness): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'sandbox/attacks/lab/main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  witness.serve('/control', {
    type: 'text/html',
    body: `<!doctype html><meta charset="utf-8"><body><script>${outputFiles[0]?.text.replaceAll('</script', '<\\/script')}</script>`,
  });
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  // A frame that is just being replaced cannot be asked; the next look finds the new one.
  while (!(await holds().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`the lab was not ready within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function printGroup(group: Attack['group'], outcomes: readonly Outcome[]): void {
  console.log(`\n${groups[group]}`);
  for (const { attack, fault, hits, control } of outcomes) {
    const heard = control === undefined ? '' : ` (control ${control})`;
    console.log(
      `  ${fault ? 'FAIL' : 'ok  '} ${attack.id.padStart(4)}  ${attack.title} → ${attack.expected}; ${hits} hits${heard}`,
    );
    if (fault) console.log(`             ${fault}`);
  }
}

const product = await startProduct();
const witness = await startWitness();
const browser = await launchBrowser();
try {
  await serveControl(witness);
  const lab = await publishApp({
    root,
    people: product.people,
    partnerId: 'cityparking',
    folder: join(root, 'sandbox/attacks/lab'),
    file: join(product.dataDir, 'attack-lab.zip'),
    say: console.log,
  });
  const stage: Stage = {
    browser,
    witness,
    appId: lab.appId,
    api: product.api,
    origin: product.origin,
    async openLab() {
      const context = await browser.newContext(phone);
      const page = await context.newPage();
      await page.goto(`${product.origin}/app/${lab.appId}/`);
      const frame = () => page.frames().find((candidate) => candidate !== page.mainFrame());
      await until(async () => (await frame()?.evaluate(() => window.attackLab !== undefined)) === true, 20_000);
      return { page, frame };
    },
  };
  const outcomes: Outcome[] = [];
  for (const attack of chosen) outcomes.push(await runAttack(attack, stage));
  for (const group of Object.keys(groups) as Attack['group'][]) {
    const ofGroup = outcomes.filter(({ attack }) => attack.group === group);
    if (ofGroup.length > 0) printGroup(group, ofGroup);
  }
  const failed = outcomes.filter(({ fault }) => fault !== undefined).length;
  console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
} finally {
  await browser.close();
  await witness.close();
  await product.close();
}
