import type { Frame, Page } from 'playwright-core';
import type { JsonValue } from '../contract/index.ts';
import type { Attack } from './attack.ts';
import type { OpenLab, OpenOptions } from './bench.ts';
import { lookOf } from './look-of.ts';
import type { Witness } from './witness.ts';

interface Cast {
  readonly attack: Attack;
  readonly witness: Witness;
}

/** Long, because a busy machine is no fault of the wall's. */
const READY_MS = 60_000;
const RELOAD_MS = 2_000;
const PATIENCE_MS = 10_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a part reports; one that throws, hangs or loses its frame reports nothing or its error's words. */
export async function runPart(
  frame: Frame | undefined,
  { attack, witness }: Cast,
  part: string,
  patienceMs: number,
): Promise<JsonValue | undefined> {
  if (!frame) throw new TypeError('no app is open');
  const run = frame.evaluate(
    ([id, name, evil, udpPort]) => {
      if (!window.attackLab) throw new TypeError('this document is not the lab');
      return window.attackLab.run(id, name, evil, udpPort);
    },
    [attack.id, part, witness.origin, witness.udpPort] as const,
  );
  const given = Promise.race([run, pause(patienceMs).then(() => undefined)]);
  return given.catch((error: unknown) => ({
    threw: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
  }));
}

/** Not the container's own pages at an app's origin, which it asks out of sight where a site is. */
const isAppFrame = (frame: Frame): boolean => !/\/\.portico\/[^/]+\/(?:where|clear)\.html/.test(frame.url());

/** How many frames of apps the container's page has; one that has no address yet is none of an app's. */
export function appFrames(page: Page): number {
  const frames = page.mainFrame().childFrames().filter(isAppFrame);
  return frames.filter((frame) => frame.url() !== '' && frame.url() !== 'about:blank').length;
}

function labIn(page: Page, cast: Cast): OpenLab {
  let known: Frame | undefined;
  const frame = (): Frame | undefined => {
    const found = page.mainFrame().childFrames().find(isAppFrame);
    // Home may hold another frame ready: the one that was there first is this app's until it is gone.
    if (known === undefined || known.isDetached()) known = found ?? known;
    return found;
  };
  return {
    page,
    frame,
    alive() {
      if (known === undefined) frame();
      return known !== undefined && !known.isDetached();
    },
    async gone(withinMs = 5_000) {
      const deadline = performance.now() + withinMs;
      while (known !== undefined && !known.isDetached()) {
        if (performance.now() > deadline) throw new TypeError(`the app’s frame is still there after ${withinMs} ms`);
        await pause(50);
      }
    },
    async runs(digest) {
      const app = frame();
      // The address of a frame alone says little: one is on its way for the release that the catalogue names, while the
      // device finds out whether that is the one to open.
      const started = await app?.evaluate(() => window.attackLab !== undefined).catch(() => false);
      if (!app || started !== true) return false;
      if (app.url().includes(`/${digest}/frame.html`)) return true;
      // A site's address says nothing of its release; the worker that served it does. A sealed app may not even ask.
      const worker = app.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
      return (await worker.catch(() => undefined))?.includes(digest) === true;
    },
    run: (part, patienceMs = PATIENCE_MS) => runPart(frame(), cast, part, patienceMs),
    ended: (withinMs = 15_000) => page.locator('fault-page').waitFor({ timeout: withinMs }),
    async leave(withinMs = 5_000) {
      await page
        .locator('player-bar')
        .getByRole('button', { name: /关闭|Close/ })
        .click({ timeout: withinMs });
      await page.locator('home-screen').waitFor({ timeout: withinMs });
    },
  };
}

/** Opens an app at its address in the container and, where it is expected to start, waits until the lab in it is ready. */
export async function openLab(
  page: Page,
  { address, ...cast }: Cast & { readonly address: string },
  { before, starts = true }: OpenOptions = {},
): Promise<OpenLab> {
  await before?.(page);
  await page.goto(address);
  const lab = labIn(page, cast);
  const deadline = performance.now() + READY_MS;
  // A frame that is just being replaced cannot be asked; the next look finds the new one.
  const ready = async (): Promise<boolean> =>
    (await lab
      .frame()
      ?.evaluate(() => window.attackLab !== undefined)
      .catch(() => false)) === true &&
    // The container knows it too; a release that another has replaced meanwhile ends in its page instead.
    (await page.locator('player-splash[gone]').count()) > 0;
  let reloadAt = performance.now() + RELOAD_MS;
  while (starts && !(await ready())) {
    // A device that has looked for news a moment ago does not know yet of an app that was published since.
    if (performance.now() > reloadAt && (await page.locator('fault-page').count()) > 0) {
      await page.reload();
      reloadAt = performance.now() + RELOAD_MS;
    }
    if (performance.now() > deadline) {
      throw new TypeError(`the lab was not ready within ${READY_MS} ms: ${await lookOf(page)}`);
    }
    await pause(25);
  }
  return lab;
}
/** A tab without an app, for attacks that begin elsewhere. */
openLab.blank = labIn;
