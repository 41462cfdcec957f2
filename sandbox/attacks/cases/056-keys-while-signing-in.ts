import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '56',
  group: 'interface',
  title: 'steal keystrokes while the customer types a secret (phone number, one-time code)',
  expected: 'no field of the container exists beside a living app, and its realm has ended before there is one',
  parts: {
    listen({ notes, portico }) {
      const heard: JsonValue[] = [];
      notes.set('heard', heard);
      for (const type of ['keydown', 'keypress', 'input', 'beforeinput', 'paste', 'compositionstart'])
        addEventListener(type, (event) => heard.push(type + String(Reflect.get(event, 'key') ?? '')), true);
      const field = document.createElement('input');
      field.autofocus = true;
      document.body.append(field);
      setInterval(() => {
        window.focus();
        field.focus();
      }, 5);
      portico.identity.login().catch(() => null);
      return null;
    },
    heard: ({ notes }) => notes.get('heard') ?? null,
  },
  async judge({ open, world }) {
    const { page, run, frame } = await open({ context: await world.context() });
    await run('listen');
    const sheet = page.locator('sign-in-sheet');
    await sheet.getByRole('button').first().waitFor();
    // Keys pressed under a tap sheet may reach an app that pulls the focus; so the sheet must give nothing to type.
    await page.keyboard.type('x');
    holds(Array.isArray(await run('heard')), 'the app did not listen, so nothing was tried');
    // While an app is alive nothing of the container asks for text.
    same(await page.locator('input:visible, textarea:visible').count(), 0, 'fields beside a living app');
    await sheet.getByRole('button', { name: /前往银行登录|Go to the bank’s sign-in/ }).click();
    await page.locator('input[name=phone]').waitFor();
    holds(frame() === undefined, 'a frame is alive beside the secret');
  },
};
