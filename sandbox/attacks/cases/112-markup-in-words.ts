import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

const MARKUP = '<img src=x onerror=alert(1)><b id=mine>bold</b>{{7*7}}javascript:alert(1)';

export const attack: Attack = {
  id: '112',
  group: 'interface',
  title: 'pass markup, templates and styles as words: title, toast, questions, choices, bar colour',
  expected: 'shown as they are written, never parsed; a colour is a colour',
  parts: {
    async say({ portico, pause }): Promise<JsonValue> {
      await portico.app.setTitle({ title: MARKUP });
      await portico.ui.toast({ text: MARKUP });
      void portico.ui.actionSheet({ title: MARKUP, items: [{ text: MARKUP.slice(0, 30) }] }).catch(() => null);
      const colours = ['red;background:url(//x)', '#fff', 'url(x)', '#12345g', '#ffffff;', 'var(--x)', '\u0023ffffff '];
      const refused: string[] = [];
      for (const color of colours) {
        const code = await codeOfRejected(() => portico.app.setBar({ color }));
        if (code !== 'ERR_BRIDGE_BAD_ARGUMENTS') refused.push(`${color}: ${code}`);
      }
      await pause(300);
      return refused;
    },
  },
  async judge({ open }) {
    const { page, run } = await open();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/Trusted|Content Security Policy/.test(message.text())) violations.push(message.text());
    });
    same(await run('say'), [], 'colours');
    holds((await page.locator('player-bar .page').innerText()).includes('<img src=x'), 'the title is not as written');
    same(await page.locator('#mine, img[src="x"]').count(), 0, 'elements made of words');
    same(violations, []);
  },
};
