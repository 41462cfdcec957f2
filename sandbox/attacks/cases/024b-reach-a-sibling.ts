import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { addSibling } from '../sibling.ts';

export const attack: Attack = {
  id: '24b',
  group: 'bridge',
  title: 'find another app’s frame: by number, by name, by opener, by what a message’s source gives away',
  expected: 'no reference to it can be had',
  parts: {
    async search({ pause }): Promise<JsonValue> {
      const found: string[] = [];
      const candidates: Readonly<Record<string, () => unknown>> = {
        number: () => top?.[0] ?? parent[0] ?? parent.frames[0],
        lastNumber: () => top?.[1] ?? parent[1],
        name: () => Reflect.get(parent, 'sibling') ?? Reflect.get(parent.frames, 'sibling'),
        opened: () => window.open('', 'sibling'),
        opener: () => window.opener,
        parentOpener: () => parent.opener,
      };
      for (const [how, find] of Object.entries(candidates)) {
        try {
          const target = find();
          if (target !== null && target !== undefined && target !== window) found.push(how);
        } catch {
          // The browser refused even to look.
        }
      }
      addEventListener('message', ({ source }) => {
        if (source !== null && source !== window && source !== parent) found.push('source of a message');
      });
      const link = document.createElement('a');
      Object.assign(link, { href: '#stolen', target: 'sibling' });
      document.body.append(link);
      link.click();
      await pause(300);
      return { found, frames: top?.length ?? -1, parentFrames: parent.length };
    },
  },
  async judge({ open, world }) {
    const lab = await open();
    const sibling = await addSibling(lab, world);
    await sibling.evaluate(() => {
      window.name = 'sibling';
      Object.assign(window, { heard: 0 });
      addEventListener('message', () => Object.assign(window, { heard: 1 }));
    });
    same(await lab.run('search'), { found: [], frames: 0, parentFrames: 0 });
    same(await sibling.evaluate(() => Reflect.get(window, 'heard')), 0, 'messages the sibling heard');
    same(new URL(sibling.url()).hash === '#stolen', false, 'the sibling was navigated');
  },
};
