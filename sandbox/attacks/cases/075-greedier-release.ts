import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import type { OpenLab } from '../bench.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '75',
  group: 'money',
  title: 'use the consent for one release in the next, which asks for more',
  expected: 'the customer is asked again, before anything is given',
  parts: {
    ask({ portico, notes }) {
      notes.set('answer', 'none yet');
      portico.identity.login().then(
        ({ code }) => notes.set('answer', code.length > 0 ? 'code' : 'empty'),
        (error) => notes.set('answer', String(error.code)),
      );
      return null;
    },
    answer: ({ notes }): JsonValue => notes.get('answer') ?? null,
  },
  async judge({ open, world }) {
    /** What the app has got, once it has got anything. */
    const answer = async ({ run, page }: OpenLab): Promise<JsonValue | undefined> => {
      for (let tries = 0; tries < 100 && (await run('answer')) === 'none yet'; tries += 1)
        await page.waitForTimeout(100);
      return run('answer');
    };
    const first = await world.app('greedy');
    const context = await world.context({ signedIn: true });
    const before = await open({ app: first, context });
    await before.run('ask');
    const allow = before.page.locator('consent-sheet').getByRole('button', { name: /^(允许|Allow)$/ });
    await allow.waitFor();
    await before.page.waitForTimeout(700);
    await allow.click();
    await before.page.locator('consent-sheet').waitFor({ state: 'detached' });
    same(await answer(before), 'code', 'the first release, after the customer agreed');
    same(await before.run('ask'), null, 'asking again');
    same(await answer(before), 'code', 'the first release again, without a question');
    await before.page.close();

    const reason = { 'zh-Hans': '再要一点', en: 'A little more' };
    const second = await world.publish({
      appId: first.appId,
      version: '1.0.1',
      name: 'Greedy Lab',
      portico: { capabilities: ['identity.login', 'net', 'payment', 'storage'].map((name) => ({ name, reason })) },
    });
    // The device learns of a new release in the background; an opening or two may still be the old one.
    for (let tries = 0; tries < 15; tries += 1) {
      const after = await open({ app: first, context });
      if (!(await after.runs(second.digest))) {
        await after.page.waitForTimeout(1_000);
        await after.page.close();
        continue;
      }
      same(await after.run('ask'), null, 'asking for more');
      const sheet = after.page.locator('consent-sheet');
      for (let waited = 0; waited < 15_000 && (await sheet.count()) === 0; waited += 100)
        await after.page.waitForTimeout(100);
      same(
        [await sheet.count(), await after.run('answer')],
        [1, 'none yet'],
        'sheets and what the greedier release got',
      );
      return;
    }
    holds(false, 'the second release was not opened in 15 tries');
  },
};
