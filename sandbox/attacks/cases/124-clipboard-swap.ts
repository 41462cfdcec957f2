import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

export const attack: Attack = {
  id: '124',
  group: 'interface',
  title: 'read the clipboard, and swap what the customer has copied for something else',
  expected: 'neither by the API nor by execCommand, even after a tap',
  parts: {
    async swap(): Promise<JsonValue> {
      const field = document.createElement('textarea');
      field.value = 'swapped';
      document.body.append(field);
      field.select();
      return {
        write: (await codeOfRejected(() => navigator.clipboard.writeText('swapped'))) ?? 'granted',
        read: (await codeOfRejected(() => navigator.clipboard.readText())) ?? 'granted',
        copied: document.execCommand('copy'),
        cut: document.execCommand('cut'),
        pasted: document.execCommand('paste'),
      };
    },
  },
  async judge({ open, world }) {
    const context = await world.context({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, run } = await open({ context });
    await page.mouse.click(195, 500);
    const { write, read, pasted } = (await run('swap')) as Record<string, JsonValue>;
    same([write, read, pasted], ['NotAllowedError', 'NotAllowedError', false]);
  },
};
