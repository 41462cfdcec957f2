import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '57',
  group: 'interface',
  title: 'pull the focus away from a sheet, and have the customer press Enter and Space over and over',
  expected: 'no key confirms, and the sheet has nothing to type into',
  parts: {
    ask({ portico, notes }) {
      const field = document.createElement('input');
      document.body.append(field);
      setInterval(() => {
        window.focus();
        field.focus();
      }, 5);
      notes.set('answer', 'none yet');
      portico.ui.confirm({ text: 'Press Enter quickly' }).then(
        ({ confirmed }) => notes.set('answer', confirmed),
        (error) => notes.set('answer', String(error.code)),
      );
      return null;
    },
    answer: ({ notes }): JsonValue => notes.get('answer') ?? null,
  },
  async judge({ open }) {
    const { page, run } = await open();
    await page.keyboard.down('Enter');
    await run('ask');
    const sheet = page.locator('confirm-sheet');
    await sheet.waitFor({ state: 'attached' });
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press(press % 2 === 0 ? 'Enter' : 'Space');
      await page.waitForTimeout(40);
    }
    await page.keyboard.up('Enter');
    same(await sheet.count(), 1, 'the sheet');
    same(await run('answer'), 'none yet');
    same(await sheet.locator('input, textarea, [contenteditable]').count(), 0, 'fields in the sheet');
    await sheet
      .getByRole('button', { name: /取消|Cancel/ })
      .first()
      .click();
    await sheet.waitFor({ state: 'detached' });
    same(await run('answer'), false);
  },
};
