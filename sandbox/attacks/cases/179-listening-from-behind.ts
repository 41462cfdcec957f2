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
  async judge({ open, world }) {
    const { page, run, frame, leave } = await open();
    const app = frame();
    await run('listen');
    await page.keyboard.type('q');
    await page.waitForTimeout(100);
    holds(JSON.stringify(await run('heard')).includes('keydown'), 'the app did not listen, so nothing was tried');
    await leave();
    await page.evaluate(() => {
      history.pushState(null, '', '/search');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    const field = page.locator('input:visible').first();
    await field.waitFor({ timeout: 5_000 }).catch(() => page.goto(`${world.origin}/search`));
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
