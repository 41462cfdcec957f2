import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '119',
  group: 'interface',
  title: 'wear the customer down with questions, choices, toasts, signs of loading and a farewell question',
  expected: 'one sheet at a time, few uninvited ones, and the app can always be left',
  parts: {
    spam({ portico, notes }) {
      const codes: string[] = [];
      notes.set('codes', codes);
      const keep = (call: Promise<unknown>): void => {
        call.then(
          () => codes.push('done'),
          (error) => codes.push(String(error.code)),
        );
      };
      const round = (): void => {
        keep(portico.ui.confirm({ text: 'Really?', confirm: '不允许', cancel: '允许' }));
        keep(portico.ui.actionSheet({ items: [{ text: 'Yes' }] }));
        keep(portico.ui.toast({ text: 'Look here' }));
        keep(portico.ui.loading({ show: true, text: 'Loading' }));
        keep(portico.app.confirmClose({ text: 'You will lose everything' }));
      };
      // Once the tap that the debugger counts as has lapsed, nobody has asked for any of it.
      setInterval(round, 400);
      return null;
    },
    codes: ({ notes }): JsonValue => notes.get('codes') ?? null,
  },
  async judge({ open }) {
    const { page, run } = await open();
    await run('spam');
    const sheets = page.locator('confirm-sheet, action-sheet');
    for (let shown = 0; shown < 8; shown += 1) {
      await page.waitForTimeout(500);
      const count = await sheets.count();
      holds(count <= 1, `${count} sheets at once`);
      if (count === 1) await sheets.first().locator('portico-sheet .round').click();
    }
    const codes = (await run('codes')) as readonly string[];
    holds(codes.length > 20, `${codes.length} answers`);
    // Leaving: past whatever is open, and past the farewell question.
    for (let tries = 0; tries < 10 && (await page.locator('home-screen').count()) === 0; tries += 1) {
      if ((await sheets.count()) > 0)
        await sheets
          .first()
          .locator('portico-sheet .round')
          .click({ timeout: 1_000 })
          .catch(() => null);
      await page
        .locator('player-bar')
        .getByRole('button', { name: /关闭服务|Close the service/ })
        .click({ timeout: 1_000 })
        .catch(() => null);
      await page.waitForTimeout(300);
      const farewell = page.locator('confirm-sheet armed-button button');
      if ((await farewell.count()) > 0) {
        await page.waitForTimeout(700);
        await farewell.click({ timeout: 1_000 }).catch(() => null);
      }
    }
    same(await page.locator('home-screen').count(), 1, 'the home screen');
  },
};
