import type { Browser, Frame, Page } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Attack } from './attack.ts';
import type { Witness } from './witness.ts';

export interface Stage {
  readonly browser: Browser;
  readonly witness: Witness;
  readonly appId: string;
  readonly api: string;
  readonly origin: string;
  /** Opens the published lab app in the container of a fresh browser context and waits until it is ready. */
  openLab(): Promise<{ page: Page; frame(): Frame | undefined }>;
}

export interface Outcome {
  readonly attack: Attack;
  /** What went wrong; `undefined` when the attack came to nothing, as it must. */
  readonly fault: string | undefined;
  /** Signs that reached the witness. */
  readonly hits: number;
  /** Signs of the positive control; `undefined` where the case has none. */
  readonly control: number | undefined;
}

/** How long after an attack the witness goes on listening, in milliseconds. */
const LISTEN_ON_MS = 700;

/** Runs one attack in the running product and judges it. */
export async function runAttack(attack: Attack, stage: Stage): Promise<Outcome> {
  const { witness } = stage;
  witness.forget();
  const { page, frame } = await stage.openLab();
  try {
    const report = await runGuest(attack, frame(), witness);
    await pause(LISTEN_ON_MS);
    const hits = witness.hits();
    let fault =
      hits.length > 0 ? `the witness heard ${hits.map(({ via, what }) => `${via} ${what}`).join(', ')}` : undefined;
    try {
      await attack.judge({ page, frame, report, hits, appId: stage.appId, api: stage.api, origin: stage.origin });
    } catch (error) {
      fault = [fault, error instanceof Error ? error.message : String(error)].filter(Boolean).join('; ');
    }
    const control = attack.heardOnAnOrdinaryPage ? await runControl(attack, stage) : undefined;
    if (control === 0) fault = [fault, 'the witness did not hear the positive control'].filter(Boolean).join('; ');
    return { attack, fault, hits: hits.length, control };
  } finally {
    await page.context().close();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The guest's report; a guest that throws, hangs or loses its frame reports nothing or its error's name. */
async function runGuest(attack: Attack, frame: Frame | undefined, witness: Witness): Promise<JsonValue | undefined> {
  if (!frame) throw new Error('the lab did not open');
  const run = frame.evaluate(
    ([id, evil, udpPort]) => {
      if (!window.attackLab) throw new TypeError('this document is not the lab');
      return window.attackLab.run(id, evil, udpPort);
    },
    [attack.id, witness.origin, witness.udpPort] as const,
  );
  const given = Promise.race([run, pause(attack.patienceMs ?? 10_000).then(() => undefined)]);
  return given.catch((error: unknown) => ({
    threw: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
  }));
}

/** The same code on an ordinary page with no wall around it, of yet another site than the witness's. */
async function runControl(attack: Attack, { browser, witness }: Stage): Promise<number> {
  witness.forget();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${witness.origin.replace('evil.', 'control.')}/control`);
    witness.forget();
    await runGuest(attack, page.mainFrame(), witness);
    await pause(LISTEN_ON_MS);
    // Connections alone prove nothing here: the page's own are among them.
    return witness.hits().filter(({ via }) => via !== 'connect').length;
  } finally {
    await context.close();
  }
}
