/**
 * Runs the attack corpus against the running product in a real browser, with a listening witness.
 * Usage: npm run attacks [-- [--level sealed|origin] [--short | <number> …]]
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { type Attack, type Level, levels } from '../../sandbox/attacks/attack.ts';
import { attacks } from '../../sandbox/attacks/cases/index.ts';
import { shortRun } from '../../sandbox/attacks/cases/short.ts';
import { lookOf } from '../../sandbox/attacks/look-of.ts';
import { expectedAt, type Lane, runAttack } from '../../sandbox/attacks/run.ts';
import { schedule } from '../../sandbox/attacks/schedule.ts';
import { OPEN_HOST, startOpenHost } from '../../sandbox/attacks/stage/open-host.ts';
import { BACKEND_ORIGINS, startPartnerBackend } from '../../sandbox/attacks/stage/partner-backend.ts';
import { startWitness } from '../../sandbox/attacks/witness.ts';
import { createLabPackages } from './attacks/lab-package.ts';
import { type LeftOut, report } from './attacks/report.ts';
import { contextOptions, createWorlds } from './attacks/world.ts';
import { launchBrowser } from './product/browser.ts';
import { startProduct } from './product/product.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Attacks wait much more than they work. */
const LANES = 4;
const FIRST_PAGE_MS = 120_000;

const words = process.argv.slice(2);
const at = words.indexOf('--level');
const asked = at < 0 ? undefined : words.splice(at, 2)[1];
if (at >= 0 && !isLevel(asked)) throw new RangeError(`--level is one of ${Object.keys(levels).join(', ')}`);
const short = words.includes('--short');
const only = words.filter((word) => word !== '--short');
const wanted = only.length > 0 ? only : short ? undefined : attacks.map(({ id }) => id);
const unknown = wanted?.filter((id) => !attacks.some((attack) => attack.id === id)) ?? [];
if (unknown.length > 0) throw new RangeError(`there is no attack ${unknown.join(', ')}`);

const jobs: { readonly attack: Attack; readonly level: Level }[] = [];
const leftOut: LeftOut[] = [];
for (const level of ['sealed', 'origin'] as const) {
  if (asked !== undefined && asked !== level) continue;
  for (const attack of attacks) {
    if (!(wanted ?? shortRun[level]).includes(attack.id)) continue;
    const because = whyNot(attack, level);
    if (because === undefined) jobs.push({ attack, level });
    else leftOut.push({ attack, level, because });
  }
}

function isLevel(word: string | undefined): word is Level {
  return word !== undefined && Object.hasOwn(levels, word);
}

function whyNot(attack: Attack, level: Level): string | undefined {
  if (attack.notApplicable !== undefined) return attack.notApplicable;
  if (expectedAt(attack, level) !== undefined) return undefined;
  return attack.atOrigin?.because ?? `it is about the level ${attack.only}`;
}

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

/** A browser that has just started may be slow to show its first page; no attack is to be judged by that. */
async function seeHome(browser: Browser, origin: string): Promise<void> {
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  await page.goto(origin, { timeout: FIRST_PAGE_MS });
  const home = page.locator('home-screen');
  await home.waitFor({ timeout: FIRST_PAGE_MS }).catch(async (cause: unknown) => {
    throw new TypeError(`the browser does not show the container: ${await lookOf(page)}`, { cause });
  });
  await context.close();
}

const ends: (() => Promise<unknown>)[] = [];
try {
  const [openHost, backend, script, { packageOf, cardScript }] = await Promise.all([
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
  await seeHome(browser, product.origin);
  const worlds = createWorlds({ root, product, browser, openHost, backend, packageOf });
  ends.push(worlds.close);
  const world = { sealed: worlds.at('sealed'), origin: worlds.at('origin') };

  const lanes = await Promise.all(
    Array.from({ length: Math.min(LANES, jobs.length) }, async (): Promise<Lane> => {
      const [witness, control] = [await startWitness(script, cardScript), await startWitness(script, cardScript)];
      ends.push(witness.close, control.close);
      const contexts = new Map<boolean, ReturnType<typeof world.sealed.context>>();
      return {
        witness,
        control,
        context(signedIn) {
          const context = contexts.get(signedIn) ?? world.sealed.context({ signedIn });
          contexts.set(signedIn, context);
          return context;
        },
      };
    }),
  );
  await Promise.all([...new Set(jobs.map(({ level }) => level))].map((level) => world[level].app('lab')));
  const outcomes = await schedule(
    jobs,
    lanes.map(
      (lane) =>
        ({ attack, level }: (typeof jobs)[number]) =>
          runAttack(attack, lane, world[level]),
    ),
  );
  if (outcomes.some(({ fault }) => fault !== undefined)) console.error(product.log().slice(-200).join('\n'));
  const failed = report(outcomes, leftOut);
  process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
} finally {
  for (const end of ends.reverse()) await end();
}
