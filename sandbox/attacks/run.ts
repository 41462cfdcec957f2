import type { BrowserContext, Page } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Attack, Level } from './attack.ts';
import type { Bench, OpenLab, OpenOptions, World } from './bench.ts';
import { openCard, runInWorker } from './open-card.ts';
import { openLab, runPart } from './open-lab.ts';
import type { Hit, Witness } from './witness.ts';

/** One of the queues that work off the corpus side by side: its own witness, and browser contexts kept warm. */
export interface Lane {
  readonly witness: Witness;
  /** The same kind of server for ordinary pages: what they still send when they are closed must not count as an app's. */
  readonly control: Witness;
  /** The context of a customer who is signed in, or not. */
  context(signedIn: boolean): Promise<BrowserContext>;
}

export interface Outcome {
  readonly attack: Attack;
  readonly level: Level;
  /** What went wrong; `undefined` when the attack came to nothing, as it must. */
  readonly fault: string | undefined;
  /** Signs that reached the witness. */
  readonly hits: number;
  /** Signs of the positive control; `undefined` where the case has none. */
  readonly control: number | undefined;
  readonly ms: number;
}

/** How long after an attack the witness goes on listening, in milliseconds: longer where getting out is the attack. */
const LISTEN_ON_MS = { carriesOut: 600, other: 100 };
/** No attack takes longer, or it counts as failed. */
const LONGEST_MS = 150_000;
const PATIENCE_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const heardAs = (hits: readonly Hit[]): string => hits.map(({ via, what }) => `${via} ${what}`).join(', ');

/** What must happen at this level, in words; `undefined` where the attack cannot be run there. */
export function expectedAt({ expected, atOrigin, only }: Attack, level: Level): string | undefined {
  if (only !== undefined && only !== level) return undefined;
  return level === 'origin' && atOrigin ? atOrigin.expected : expected;
}

/** Runs one attack in the running product, from the level of the world's labs, and judges it. */
export async function runAttack(attack: Attack, lane: Lane, world: World): Promise<Outcome> {
  const started = performance.now();
  const faults: string[] = [];
  let hits: readonly Hit[] = [];
  let control: number | undefined;
  try {
    hits = await within(LONGEST_MS, attackAndJudge(attack, lane, world, faults));
    if (attack.heardOnAnOrdinaryPage) control = await controlOf(attack, lane, world);
  } catch (error) {
    faults.push(saying(error));
  }
  if (hits.length > 0) faults.push(`the witness heard ${heardAs(hits)}`);
  if (control === 0) faults.push('the witness did not hear the positive control');
  const fault = faults.length > 0 ? faults.join('; ') : undefined;
  return { attack, level: world.level, fault, hits: hits.length, control, ms: performance.now() - started };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RangeError(`took longer than ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function attackAndJudge(attack: Attack, lane: Lane, world: World, faults: string[]): Promise<readonly Hit[]> {
  const { witness } = lane;
  const pages: Page[] = [];
  const opened: BrowserContext[] = [];
  const asked = { openHost: world.openHost.requests().length, backend: world.backend.requests().length };
  /** As this attack sees it: what others asked before is not there, and its contexts end with it. */
  const own: World = {
    ...world,
    openHost: { ...world.openHost, requests: () => world.openHost.requests().slice(asked.openHost) },
    backend: { ...world.backend, requests: () => world.backend.requests().slice(asked.backend) },
    async context(options) {
      const context = await world.context(options);
      opened.push(context);
      return context;
    },
  };
  const there = world.level === 'origin' ? attack.atOrigin : undefined;
  const guestPart = there?.guest ? 'guestAtOrigin' : 'guest';
  const open = async (options: OpenOptions = {}): Promise<OpenLab> => {
    const app = options.app ?? (await world.app('lab'));
    const context = options.context ?? (await lane.context(options.signedIn ?? attack.signedIn ?? false));
    const page = await context.newPage();
    pages.push(page);
    return openLab(
      page,
      { attack, witness, address: `${world.origin}/app/${app.appId}${options.path ?? '/'}` },
      options,
    );
  };
  witness.forget();
  try {
    let main: OpenLab;
    if (attack.guest) main = await open();
    else {
      const page = await (await lane.context(attack.signedIn ?? false)).newPage();
      pages.push(page);
      main = openLab.blank(page, { attack, witness });
    }
    const report = attack.guest ? await main.run(guestPart, attack.patienceMs ?? PATIENCE_MS) : undefined;
    const bench: Bench = {
      ...main,
      report,
      get hits() {
        return witness.hits();
      },
      witness,
      appId: (await world.app('lab')).appId,
      world: own,
      open,
      async openCard() {
        const context = await lane.context(attack.signedIn ?? false);
        return openCard({ attack, witness, world: own, context, opened: (page) => pages.push(page) });
      },
    };
    try {
      await (there?.judge ?? attack.judge)(bench);
    } catch (error) {
      faults.push(saying(error));
    }
    const carriesOut = attack.group === 'exfiltration' || attack.heardOnAnOrdinaryPage;
    await pause(carriesOut ? LISTEN_ON_MS.carriesOut : LISTEN_ON_MS.other);
    return witness.hits();
  } finally {
    for (const closing of [...pages, ...opened]) await closing.close();
  }
}

/** What an ordinary page lets through is the same for every level, so one run of it serves all. */
const controls = new Map<Attack, Promise<number>>();
function controlOf(attack: Attack, lane: Lane, world: World): Promise<number> {
  const known = controls.get(attack) ?? runControl(attack, lane, world);
  controls.set(attack, known);
  return known;
}

/** The same code on an ordinary page with no wall around it, of yet another site than the witness's. */
async function runControl(attack: Attack, { control: witness }: Lane, { browser }: World): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    await page.goto(witness.controlPage(attack.ordinaryPageHeaders));
    witness.forget();
    const report: JsonValue | undefined = attack.card
      ? await runInOrdinaryWorker(page, attack, witness)
      : await runPart(page.mainFrame(), { attack, witness }, 'guest', PATIENCE_MS);
    // Connections alone prove nothing here: the page's own are among them.
    const told = (): number => witness.hits().filter(({ via }) => via !== 'connect').length;
    for (let waited = 0; waited < 2_000 && told() === 0; waited += 100) await pause(100);
    await pause(300);
    if (told() === 0) throw new TypeError(`the control on an ordinary page came to ${JSON.stringify(report)}`);
    return told();
  } finally {
    await context.close();
  }
}

/** The card's code in a worker of an ordinary page. */
async function runInOrdinaryWorker(page: Page, attack: Attack, witness: Witness): Promise<JsonValue | undefined> {
  const arrived = page.waitForEvent('worker');
  await page.evaluate(() => {
    new Worker('/control-card.js').postMessage({ portico: 'card', version: 1 }, [new MessageChannel().port2]);
  });
  return runInWorker(await arrived, { attack, witness }, 'out', PATIENCE_MS);
}
