import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '62',
  group: 'interface',
  title: 'open alert, confirm, prompt and print, and start downloads',
  expected: 'no dialog, no print, no download',
  parts: {
    async open({ pause }): Promise<JsonValue> {
      const answers: JsonValue = [String(alert('Your Bank')), confirm('Your Bank'), prompt('PIN') ?? null];
      print();
      const url = URL.createObjectURL(new Blob(['MZ'], { type: 'application/octet-stream' }));
      for (const href of [url, 'data:application/octet-stream,MZ']) {
        const link = document.createElement('a');
        Object.assign(link, { href, download: 'bank.exe' });
        document.body.append(link);
        link.click();
      }
      document.execCommand('SaveAs', false, 'bank.exe');
      for (const picker of ['showSaveFilePicker', 'showOpenFilePicker', 'showDirectoryPicker'])
        await Promise.resolve(Reflect.get(window, picker)?.call(window)).catch(() => null);
      await pause(500);
      return answers;
    },
  },
  async judge({ open }) {
    const { page, run } = await open();
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.type()}`);
      void dialog.dismiss();
    });
    page.on('download', (download) => seen.push(`download ${download.suggestedFilename()}`));
    page.on('filechooser', () => seen.push('file chooser'));
    await page.mouse.click(195, 500);
    same(await run('open'), ['undefined', false, null], 'answers');
    same(seen, []);
  },
};
