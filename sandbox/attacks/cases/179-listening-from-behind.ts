import type { Frame } from 'playwright-core';
import type { JsonValue } from '../../contract/index.ts';
import type { Attack, Lab } from '../attack.ts';
import type { Bench, PublishedApp } from '../bench.ts';
import { holds, same } from '../expect.ts';

const heardIn = (frame: Frame): Promise<JsonValue | undefined> =>
  frame.evaluate(() => window.attackLab?.run('179', 'heard', '', 0));
const includesKey = async (heard: Promise<JsonValue | undefined>, key: string): Promise<boolean> =>
  JSON.stringify((await heard) ?? []).includes(`keydown${key}`);

function noteKeys({ notes }: Lab): HTMLInputElement {
  const heard: JsonValue[] = [];
  notes.set('heard', heard);
  for (const type of ['keydown', 'keypress', 'input', 'beforeinput', 'paste'])
    addEventListener(type, (event) => heard.push(type + String(Reflect.get(event, 'key') ?? '')), true);
  const field = document.createElement('input');
  document.body.append(field);
  return field;
}

export const attack: Attack = {
  id: '179',
  group: 'interface',
  title: 'take the keyboard from behind, after the customer went back home or on to another app',
  expected: 'an app that is not on the screen and takes the focus is ended; the focus goes back to where it was',
  parts: {
    listen(lab) {
      const field = noteKeys(lab);
      setInterval(() => {
        window.focus();
        field.focus();
      }, 5);
      return null;
    },
    field(lab) {
      noteKeys(lab).focus();
      return null;
    },
    heard: ({ notes }) => notes.get('heard') ?? null,
  },
  async judge(bench) {
    // Published first, so that the device knows of it by the time it is opened.
    const other = await bench.world.app('other');
    await behindHome(bench);
    await behindAnotherApp(bench, other);
  },
};

async function behindHome({ open }: Bench): Promise<void> {
  const { page, run, gone } = await open();
  await run('listen');
  await page.mouse.click(195, 500);
  let listens = false;
  for (let tries = 0; tries < 30 && !listens; tries += 1) {
    await page.keyboard.type('q');
    await page.waitForTimeout(100);
    listens = await includesKey(run('heard'), 'q');
  }
  holds(listens, 'the app did not listen, so nothing was tried');
  // Back keeps the app open behind home, where it may run for a while.
  await page
    .locator('player-bar')
    .getByRole('button', { name: /返回|Back/ })
    .click();
  await page.locator('home-screen').waitFor({ timeout: 5_000 });
  await gone(2_000);
  await page
    .locator('home-screen')
    .getByRole('button', { name: /搜索|Search/ })
    .first()
    .click();
  const field = page.locator('search-screen input').first();
  await field.waitFor({ timeout: 5_000 });
  await field.click();
  await page.keyboard.type('secret words');
  same(await field.inputValue(), 'secret words', 'what arrived in the container’s own field');
}

async function behindAnotherApp({ open, world }: Bench, other: PublishedApp): Promise<void> {
  const { page, run, gone } = await open();
  const origin = new URL(await world.frameUrl(other)).origin;
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, `/app/${other.appId}`);
  await page.locator('player-screen:not([hidden]) player-splash[gone]').waitFor({ state: 'attached', timeout: 20_000 });
  const front = page.frames().find((frame) => frame.url().startsWith(origin));
  if (!front) throw new TypeError('the other app has no frame');
  await front.evaluate(() => window.attackLab?.run('179', 'field', '', 0));
  await page.mouse.click(195, 500);
  await page.keyboard.type('a');
  holds(await includesKey(heardIn(front), 'a'), 'the app on the screen does not hear its own customer');

  await run('listen');
  await gone(2_000);
  await page.waitForTimeout(200);
  await page.keyboard.type('b');
  holds(await includesKey(heardIn(front), 'b'), 'the keyboard did not go back to the app on the screen');
  same(await page.locator('player-screen:not([hidden]) fault-page').count(), 0, 'the app on the screen was ended too');
}
