import type { BrowserContext, Page } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Attack } from './attack.ts';
import type { Bench, OpenLab, OpenOptions, World } from './bench.ts';
import { openLab, runPart } from './open-lab.ts';
import type { Hit, Witness } from './witness.ts';

/** One of the queues that work off the corpus side by side: its own witness, and browser contexts kept warm. */
export interface Lane {
  readonly witness: Witness;
  /** The context of a customer who is signed in, or not. */
  context(signedIn: boolean): Promise<BrowserContext>;
}

export interface Outcome {
  readonly attack: Attack;
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
const LONGEST_MS = 90_000;
const PATIENCE_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const heardAs = (hits: readonly Hit[]): string => hits.map(({ via, what }) => `${via} ${what}`).join(', ');

/** Runs one attack in the running product and judges it. */
export async function runAttack(attack: Attack, lane: Lane, world: World): Promise<Outcome> {
  const started = performance.now();
  const faults: string[] = [];
  let hits: readonly Hit[] = [];
  let control: number | undefined;
  try {
    hits = await within(LONGEST_MS, attackAndJudge(attack, lane, world, faults));
    if (attack.heardOnAnOrdinaryPage) control = await runControl(attack, lane, world);
  } catch (error) {
    faults.push(saying(error));
  }
  if (hits.length > 0) faults.push(`the witness heard ${heardAs(hits)}`);
  if (control === 0) faults.push('the witness did not hear the positive control');
  const fault = faults.length > 0 ? faults.join('; ') : undefined;
  return { attack, fault, hits: hits.length, control, ms: performance.now() - started };
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
    const report = attack.guest ? await main.run('guest', attack.patienceMs ?? PATIENCE_MS) : undefined;
    const bench: Bench = {
      ...main,
      report,
      get hits() {
        return witness.hits();
      },
      witness,
      appId: (await world.app('lab')).appId,
      world,
      open,
    };
    try {
      await attack.judge(bench);
    } catch (error) {
      faults.push(saying(error));
    }
    const carriesOut = attack.group === 'exfiltration' || attack.heardOnAnOrdinaryPage;
    await pause(carriesOut ? LISTEN_ON_MS.carriesOut : LISTEN_ON_MS.other);
    return witness.hits();
  } finally {
    for (const page of pages) await page.close();
  }
}

/** The same code on an ordinary page with no wall around it, of yet another site than the witness's. */
async function runControl(attack: Attack, { witness }: Lane, { browser }: World): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    await page.goto(witness.controlPage(attack.ordinaryPageHeaders));
    witness.forget();
    const report: JsonValue | undefined = await runPart(page.mainFrame(), { attack, witness }, 'guest', PATIENCE_MS);
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
