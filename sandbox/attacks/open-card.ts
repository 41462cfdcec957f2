import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Attack } from './attack.ts';
import type { OpenCard, World } from './bench.ts';
import { openLab } from './open-lab.ts';
import type { Witness } from './witness.ts';

interface Cast {
  readonly attack: Attack;
  readonly witness: Witness;
}

const READY_MS = 60_000;
const PATIENCE_MS = 10_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a part reports from a worker; one that throws, hangs or loses its worker reports nothing or its error's words. */
export async function runInWorker(
  worker: Worker,
  { attack, witness }: Cast,
  part: string,
  patienceMs: number,
): Promise<JsonValue | undefined> {
  const run = worker.evaluate(
    ([id, name, evil]) => {
      if (!self.attackCard) throw new TypeError('this worker is not the lab’s card');
      return self.attackCard.run(id, name, evil);
    },
    [attack.id, part, witness.origin] as const,
  );
  const given = Promise.race([run, pause(patienceMs).then(() => undefined)]);
  return given.catch((error: unknown) => ({
    threw: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
  }));
}

/** Contexts in which the app of the card has been used, so that home offers its card. */
const used = new WeakMap<BrowserContext, Promise<void>>();

async function useOnce(context: BrowserContext, cast: Cast, address: string): Promise<void> {
  const page = await context.newPage();
  try {
    await (await openLab(page, { ...cast, address })).leave();
  } finally {
    await page.close();
  }
}

/** Opens home and waits until the lab's card runs and has drawn something. */
export async function openCard(given: {
  readonly attack: Attack;
  readonly witness: Witness;
  readonly world: World;
  readonly context: BrowserContext;
  readonly opened: (page: Page) => unknown;
}): Promise<OpenCard> {
  const { attack, witness, world, context, opened } = given;
  const { appId } = await world.app('carded');
  const using = used.get(context) ?? useOnce(context, { attack, witness }, `${world.origin}/app/${appId}/`);
  used.set(context, using);
  await using;
  const page = await context.newPage();
  opened(page);
  const card = page.locator('card-shelf-item');

  const again = async (): Promise<OpenCard> => {
    await page.goto(`${world.origin}/`);
    await card.waitFor({ state: 'attached', timeout: READY_MS });
    await card.scrollIntoViewIfNeeded();
    const deadline = performance.now() + READY_MS;
    for (;;) {
      const worker = await cardWorker(page);
      if (worker && (await card.locator('.drawing card-text').count()) > 0) return running(worker);
      if (performance.now() > deadline) throw new TypeError(`the card did not run within ${READY_MS} ms`);
      await pause(25);
    }
  };
  const running = (worker: Worker): OpenCard => ({
    page,
    worker,
    run: (part, patienceMs = PATIENCE_MS) => runInWorker(worker, { attack, witness }, part, patienceMs),
    failed: (withinMs = 10_000) => card.locator('p.quiet').waitFor({ timeout: withinMs }),
    again,
  });
  return again();
}

/** The container has workers of its own; a worker that is just starting or ending cannot be asked. */
async function cardWorker(page: Page): Promise<Worker | undefined> {
  for (const worker of page.workers()) {
    const isCard = await Promise.race([
      worker.evaluate(() => self.attackCard !== undefined).catch(() => false),
      pause(1_000).then(() => false),
    ]);
    if (isCard) return worker;
  }
  return undefined;
}
