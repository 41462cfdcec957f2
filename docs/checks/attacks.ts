/**
 * Runs the attack corpus against the running product in a real browser, with a listening witness.
 * Usage: npm run attacks [-- --short | <number> …]
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { attacks } from '../../sandbox/attacks/cases/index.ts';
import { shortRun } from '../../sandbox/attacks/cases/short.ts';
import { type Lane, runAttack } from '../../sandbox/attacks/run.ts';
import { schedule } from '../../sandbox/attacks/schedule.ts';
import { OPEN_HOST, startOpenHost } from '../../sandbox/attacks/stage/open-host.ts';
import { BACKEND_ORIGINS, startPartnerBackend } from '../../sandbox/attacks/stage/partner-backend.ts';
import { startWitness } from '../../sandbox/attacks/witness.ts';
import { createLabPackages } from './attacks/lab-package.ts';
import { report } from './attacks/report.ts';
import { createWorld } from './attacks/world.ts';
import { launchBrowser } from './product/browser.ts';
import { startProduct } from './product/product.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Attacks wait much more than they work. */
const LANES = 4;

const words = process.argv.slice(2);
const short = words.includes('--short');
const only = words.filter((word) => !word.startsWith('--'));
const wanted = only.length > 0 ? only : short ? shortRun : attacks.map(({ id }) => id);
const unknown = wanted.filter((id) => !attacks.some((attack) => attack.id === id));
if (unknown.length > 0) throw new RangeError(`there is no attack ${unknown.join(', ')}`);
const chosen = attacks.filter(({ id }) => wanted.includes(id));
const applicable = chosen.filter(({ notApplicable }) => notApplicable === undefined);

/** The lab's code as the script of an ordinary page, where nothing holds it. */
async function controlScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'sandbox/attacks/lab/main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const ends: (() => Promise<unknown>)[] = [];
try {
  const [openHost, backend, script, packageOf] = await Promise.all([
    startOpenHost(),
    startPartnerBackend(),
    controlScript(),
    createLabPackages(root),
  ]);
  ends.push(openHost.close, backend.close);
  const product = await startProduct({
    env: { PORTICO_BACKEND_MAP: BACKEND_ORIGINS.map((origin) => `${origin}=${backend.address}`).join(',') },
  });
  ends.push(product.close);
  const browser = await launchBrowser([`--host-resolver-rules=MAP ${OPEN_HOST} 127.0.0.1:${openHost.port}`]);
  ends.push(() => browser.close());
  const world = await createWorld({ root, product, browser, openHost, backend, packageOf });
  ends.push(world.close);

  const lanes = await Promise.all(
    Array.from({ length: Math.min(LANES, applicable.length) }, async (): Promise<Lane> => {
      const witness = await startWitness(script);
      ends.push(witness.close);
      const contexts = new Map<boolean, ReturnType<typeof world.context>>();
      return {
        witness,
        context(signedIn) {
          const context = contexts.get(signedIn) ?? world.context({ signedIn });
          contexts.set(signedIn, context);
          return context;
        },
      };
    }),
  );
  await world.app('lab');
  const outcomes = await schedule(
    applicable,
    lanes.map((lane) => (attack) => runAttack(attack, lane, world)),
  );
  const failed = report(
    outcomes,
    chosen.filter((attack) => !applicable.includes(attack)),
  );
  process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
} finally {
  for (const end of ends.reverse()) await end();
}
