import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readBooks } from '../journeys/books.ts';
import { type NpmStart, npmStart } from '../journeys/process-npm.ts';
import { processesOf, untilGone } from '../journeys/process-tree.ts';
import { createWitness, type Witness } from '../journeys/process-witness.ts';
import { seeded } from './seeded.ts';

/** Who is killed with SIGKILL. Whoever is left must stop by itself. */
const victims = {
  npm: (product) => product.kill('npm', 'SIGKILL'),
  'start.mjs': (product) => product.kill('start', 'SIGKILL'),
  'the demo’s process': (product) => product.kill('demo', 'SIGKILL'),
  'the registry': (product) => product.kill('registry', 'SIGKILL'),
  PostgreSQL: (product) => product.kill('postmaster', 'SIGKILL'),
  everything: (product) => product.killAll(),
  'everything but PostgreSQL': (product) => product.killAll(['postmaster']),
} as const satisfies Readonly<Record<string, (product: NpmStart) => void>>;
type Victim = keyof typeof victims;
const VICTIMS = Object.keys(victims) as Victim[];

/** When, from what has been said, and how many milliseconds later at most. */
const moments = {
  'while the database is made': { fresh: true, said: /starting the database/, within: 3_000 },
  'while it is seeded': { fresh: true, said: /registry listening/, within: 5_000 },
  'while it starts again': { fresh: false, said: /starting the database/, within: 4_000 },
  'during payments': { fresh: false, said: /^ready http/m, within: 1_500 },
} as const;
type Moment = keyof typeof moments;

/** The life of one data folder: killed while it comes to be, twice while it is seeded, then in the middle of its work. */
const LIFE: readonly Moment[] = [
  'while the database is made',
  'while it is seeded',
  'while it is seeded',
  'during payments',
  'while it starts again',
  'during payments',
];

export interface Kill {
  readonly round: number;
  readonly moment: Moment;
  readonly victim: Victim;
  /** Milliseconds after the moment began. */
  readonly after: number;
  /** The next start did not wait until what was left had stopped. */
  readonly atOnce: boolean;
  readonly told: Witness['told'];
  readonly faults: readonly string[];
}

/**
 * Runs the product through `npm start`, kills parts of it, starts it again, and looks whether it gets ready and everything
 * that was acknowledged is there.
 */
export async function runProcessChaos(options: {
  readonly seed: number;
  readonly rounds: number;
  readonly report: (kill: Kill) => void;
}): Promise<readonly Kill[]> {
  const random = seeded(options.seed);
  const kills: Kill[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const kill of await liveOnce(round, random, options.report)) kills.push(kill);
  }
  return kills;
}

async function liveOnce(
  round: number,
  random: (below: number) => number,
  report: (kill: Kill) => void,
): Promise<Kill[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-process-'));
  // PostgreSQL, which runs under another account where we are root, must be able to pass.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const witness = createWitness();
  const kills: Kill[] = [];
  let product = await npmStart({ dataDir });
  try {
    for (const moment of LIFE) {
      const [victim, after, atOnce] = [
        VICTIMS[random(VICTIMS.length)] ?? 'everything',
        random(moments[moment].within),
        random(2) === 0,
      ];
      const faults = await killAt(product, witness, { moment, victim, after });
      if (!atOnce) await untilOnlyPostgresIsLeft(product);
      // Where the database alone was killed the product goes on, and is stopped here to be started again.
      askToStop(product);
      product = await npmStart({ dataDir, port: product.port });
      if (!moments[moment].fresh || kills.length === 2) faults.push(...(await check(product, witness)));
      const kill = { round, moment, victim, after, atOnce, told: { ...witness.told }, faults };
      kills.push(kill);
      report(kill);
      if (faults.length > 0) break;
    }
    askToStop(product);
    await untilGone(dataDir, 11_000);
  } finally {
    product.killAll();
    await untilGone(dataDir, 11_000);
    rmSync(folder, { recursive: true, force: true });
  }
  return kills;
}

/** One that did not get ready may be gone already. */
function askToStop(product: NpmStart): void {
  if (processesOf(product.dataDir).some(({ pid }) => pid === product.pid('npm'))) product.kill('npm', 'SIGTERM');
}

async function killAt(
  product: NpmStart,
  witness: Witness,
  { moment, victim, after }: { moment: Moment; victim: Victim; after: number },
): Promise<string[]> {
  const faults: string[] = [];
  const { said } = moments[moment];
  const stopPaying = new AbortController();
  let paying: Promise<void> | undefined;
  for (let waited = 0; !said.test(product.output()); waited += 10) {
    if (waited > 120_000) return [`never said ${said}:\n${product.output()}`];
    await pause(10);
  }
  if (moment === 'during payments') {
    await witness.meet(product);
    paying = witness.pay(stopPaying.signal);
  }
  await pause(after);
  if (existsSync(join(product.dataDir, 'demo.json'))) {
    // Only what somebody could see counts, and before the registry listens nobody sees anything.
    const seen = await witness.look(product).catch(() => []);
    faults.push(...seen);
  }
  try {
    victims[victim](product);
  } catch (error) {
    // Not there yet; then it is its turn to be killed with all the others.
    if (!(error instanceof Error && /is running on/.test(error.message))) throw error;
    product.killAll();
  }
  await pause(300);
  stopPaying.abort();
  await paying;
  return faults;
}

/** Those left over notice and stop; PostgreSQL, which nobody looks after, may stay for the next start to find. */
async function untilOnlyPostgresIsLeft({ dataDir, pid, output }: NpmStart): Promise<void> {
  for (let waited = 0; waited < 11_000; waited += 25) {
    const left = processesOf(dataDir).filter(({ command }) => !/postgres/.test(command));
    if (left.length === 0 || left.some((process) => process.pid === pid('npm') && /^ready/m.test(output()))) return;
    await pause(25);
  }
}

async function check(product: NpmStart, witness: Witness): Promise<string[]> {
  try {
    await product.ready();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  await witness.meet(product);
  const { sum, violations } = await readBooks(product);
  return [
    ...(await witness.faults(product)),
    ...(sum ? [`the ledger sums to ${sum}`] : []),
    ...violations.map(({ says, what }) => `${says} ${what.join(', ')}`),
  ];
}
