import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '61',
  group: 'interface',
  title: 'leave a select list, a date picker or a colour picker open over the container’s sheet',
  expected: 'whatever is open closes with the frame, before the sheet arms; none opens while it is shown',
  parts: {
    bait({ portico, notes }) {
      const body = document.body;
      body.innerHTML =
        '<select style="position:fixed;inset:0;width:100%;height:50%"><option>a<option>b</select><input type="date"><input type="color">';
      const select = body.querySelector('select') as HTMLSelectElement;
      const pickers = [select, ...body.querySelectorAll('input')];
      const opened: string[] = [];
      const show = (): void => {
        for (const picker of pickers) {
          try {
            picker.showPicker();
            opened.push(picker.localName);
          } catch (error) {
            opened.push(error instanceof DOMException ? error.name : 'threw');
          }
        }
      };
      select.addEventListener('pointerdown', () => {
        show();
        void portico.ui.confirm({ text: 'Confirm' });
        setTimeout(() => {
          notes.set(
            'laidOut',
            pickers.some((picker) => picker.getClientRects().length > 0),
          );
          notes.set('open', select.matches(':open'));
          opened.length = 0;
          show();
          notes.set('later', opened.join(' '));
        }, 450);
      });
      return null;
    },
    look: ({ notes }): JsonValue => Object.fromEntries(notes),
  },
  async judge({ open }) {
    const { page, run } = await open();
    await run('bait');
    await page.mouse.click(195, 250);
    await page.locator('confirm-sheet').waitFor({ state: 'attached' });
    await page.waitForTimeout(700);
    const { laidOut, open: isOpen } = membersOf(await run('look'));
    same([laidOut, isOpen], [false, false], 'pickers laid out, list open');
  },
};
