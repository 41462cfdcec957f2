import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '179',
  group: 'interface',
  title: 'steal keystrokes after the customer went back home: what is searched for, and what is typed elsewhere',
  expected: 'an app that is not on the screen hears no key and takes no focus, whether it is gone or waits',
  parts: {
    listen({ notes }) {
      const heard: JsonValue[] = [];
      notes.set('heard', heard);
      for (const type of ['keydown', 'keypress', 'input', 'beforeinput', 'paste', 'focus'])
        addEventListener(type, (event) => heard.push(type + String(Reflect.get(event, 'key') ?? '')), true);
      const field = document.createElement('input');
      document.body.append(field);
      setInterval(() => {
        window.focus();
        field.focus();
      }, 5);
      return null;
    },
    heard({ notes }) {
      const heard = notes.get('heard') ?? null;
      notes.set('heard', []);
      return heard;
    },
  },
  async judge({ open }) {
    const { page, run, frame } = await open();
    const app = frame();
    await run('listen');
    await page.mouse.click(195, 500);
    let listens = false;
    for (let tries = 0; tries < 30 && !listens; tries += 1) {
      await page.keyboard.type('q');
      await page.waitForTimeout(100);
      listens = JSON.stringify(await run('heard')).includes('keydown');
    }
    holds(listens, 'the app did not listen, so nothing was tried');
    // Back keeps the app open behind home, where it may run for a while.
    await page
      .locator('player-bar')
      .getByRole('button', { name: /返回|Back/ })
      .click();
    await page.locator('home-screen').waitFor({ timeout: 5_000 });
    await page.waitForTimeout(1_000);
    if (app && !app.isDetached())
      await app.evaluate(() => window.attackLab?.run('179', 'heard', '', 0)).catch(() => null);
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
    if (app && !app.isDetached()) {
      const heard = await app.evaluate(() => window.attackLab?.run('179', 'heard', '', 0)).catch(() => []);
      same(
        ((heard ?? []) as readonly string[]).filter((event) => !event.startsWith('focus')),
        [],
        'keys the app heard from behind',
      );
    }
  },
};
