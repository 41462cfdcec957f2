import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '66',
  group: 'interface',
  title: 'ask for consent again and again, many times at once and after each refusal',
  expected: 'one sheet at a time, and none at all for a while after a no',
  parts: {
    spam({ portico, notes }) {
      const answers: string[] = [];
      notes.set('answers', answers);
      const ask = (): void => {
        portico.identity.login().then(
          () => answers.push('granted'),
          (error) => answers.push(String(error.code)),
        );
      };
      for (let call = 0; call < 20; call += 1) ask();
      setInterval(ask, 100);
      return null;
    },
    answers: ({ notes }): JsonValue => notes.get('answers') ?? null,
  },
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const app = await world.publish({ appId: 'com.attacklab.spam', name: 'Spam Lab' });
    const { page, run } = await open({ app, context });
    await run('spam');
    const sheet = page.locator('consent-sheet');
    await sheet.waitFor({ state: 'attached' });
    same(await sheet.count(), 1, 'sheets at once');
    await sheet
      .getByRole('button', { name: /^(不允许|Don’t allow)$/ })
      .last()
      .click();
    await sheet.waitFor({ state: 'detached' });
    let seen = 0;
    for (let look = 0; look < 30; look += 1) {
      seen += await sheet.count();
      await page.waitForTimeout(50);
    }
    same(seen, 0, 'sheets after the refusal');
    const answers = (await run('answers')) as readonly string[];
    holds(answers.length > 20, `${answers.length} answers`);
    holds(!answers.includes('granted'), 'a call was granted');
    // Coming back does not start over.
    const again = await open({ app, context });
    await again.run('spam');
    await again.page.waitForTimeout(800);
    same(await again.page.locator('consent-sheet').count(), 0, 'sheets after opening again');
  },
};
