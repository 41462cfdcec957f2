import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { addSibling } from '../sibling.ts';

export const attack: Attack = {
  id: '104',
  group: 'escape',
  title: 'read another app’s blob by its address: fetch, image, style, script, worker, frame',
  expected: 'nothing loads, in the same page and in another tab',
  parts: {
    make: () => URL.createObjectURL(new Blob(['document.body.dataset.stolen="yes"'], { type: 'text/javascript' })),
  },
  async judge({ open, world }) {
    const lab = await open();
    const address = String(await lab.run('make'));
    holds(address.startsWith('blob:null/'), `the blob is at ${address}`);
    const other = await open({ app: await world.app('other') });
    const sibling = await addSibling(lab, world);
    for (const frame of [sibling, other.frame()]) {
      const loaded = await frame?.evaluate(async (url) => {
        const found: string[] = [];
        await fetch(url).then(
          () => found.push('fetch'),
          () => null,
        );
        const element = (name: string, attribute: string) =>
          new Promise<void>((resolve) => {
            const made = document.createElement(name);
            made.onload = () => {
              found.push(name);
              resolve();
            };
            made.onerror = () => resolve();
            setTimeout(resolve, 400);
            made.setAttribute(attribute, url);
            document.body.append(made);
          });
        await element('script', 'src');
        await element('img', 'src');
        await import(/* @vite-ignore */ url).then(
          () => found.push('import'),
          () => null,
        );
        const worker = new Worker(url);
        await new Promise<void>((resolve) => {
          worker.onerror = () => resolve();
          setTimeout(resolve, 300);
        });
        if (document.body.dataset.stolen) found.push('ran');
        return found;
      }, address);
      same(loaded, [], 'what another app loaded');
    }
  },
};
