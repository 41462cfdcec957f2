import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '139',
  group: 'escape',
  title:
    'leave a message for the next app in window.name, history.state, the clipboard of the frame or the navigation API',
  expected: 'the next app, in the same tab, finds nothing',
  parts: {
    leave() {
      window.name = 'secret';
      history.replaceState({ secret: true }, '', '#secret');
      document.title = 'secret';
      Object.assign(globalThis, { secret: true });
      return null;
    },
    find() {
      const { navigation } = window as { navigation?: { entries(): readonly { readonly url: string | null }[] } };
      const addresses = navigation?.entries().map(({ url }) => url ?? '') ?? [];
      return {
        name: window.name,
        state: JSON.stringify(history.state),
        secret: Reflect.get(globalThis, 'secret') ?? null,
        others: addresses.filter((address) => !address.includes(location.host)).length,
      };
    },
  },
  async judge({ open, world }) {
    const other = await world.app('other');
    // Once, so that this device knows of it.
    await (await open({ app: other })).page.close();
    const lab = await open();
    await lab.run('leave');
    await lab.page.goto(`${world.origin}/app/${other.appId}/`);
    await lab.page.locator('player-splash[gone]').waitFor({ state: 'attached' });
    for (let tries = 0; tries < 100 && !(await lab.runs(other.digest)); tries += 1) await lab.page.waitForTimeout(100);
    same(await lab.run('find'), { name: '', state: 'null', secret: null, others: 0 });
  },
};
