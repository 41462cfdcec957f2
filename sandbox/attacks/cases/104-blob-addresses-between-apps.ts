import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { addSibling } from '../sibling.ts';

/** Runs in a frame that has no code of ours. Returns how the blob could be had. */
const stealing = `async (url) => {
  const found = [];
  await fetch(url).then(() => found.push('fetch'), () => null);
  for (const [name, attribute] of [['script', 'src'], ['img', 'src'], ['iframe', 'src']]) {
    const made = document.createElement(name);
    made.setAttribute(attribute, url);
    document.body.append(made);
    await new Promise((resolve) => {
      made.onload = () => { if (name !== 'iframe') found.push(name); resolve(); };
      made.onerror = resolve;
      setTimeout(resolve, 400);
    });
  }
  await import(url).then(() => found.push('import'), () => null);
  try { new Worker(url).onmessage = () => found.push('worker'); } catch {}
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (document.body.dataset.stolen) found.push('ran');
  return found;
}`;

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
    holds(/^blob:(?:null|http:\/\/a-[a-z2-7]{20}\.[^/]+)\//.test(address), `the blob is at ${address}`);
    const other = await open({ app: await world.app('other') });
    const sibling = await addSibling(lab, world);
    for (const frame of [sibling, other.frame()]) {
      const loaded = await frame?.evaluate(`(${stealing})(${JSON.stringify(address)})`);
      same(loaded, [], 'what another app loaded');
    }
  },
};
