import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

export const attack: Attack = {
  id: '76',
  group: 'money',
  title: 'stay on the screen, in the foreground and in another tab, after an operator revoked the app',
  expected: 'gone within 5 s, with the operator’s reason',
  parts: {
    cling({ portico, pause }) {
      addEventListener('beforeunload', (event) => event.preventDefault());
      addEventListener('pagehide', () => {
        const until = performance.now() + 3_000;
        while (performance.now() < until);
      });
      void portico.storage.set({ key: 'cling', value: 1 });
      void pause(0);
      return null;
    },
  },
  async judge({ open, world }) {
    const app = await world.publish({ appId: 'com.attacklab.clinging', name: 'Clinging Lab' });
    const context = await world.context();
    const labs = [await open({ app, context }), await open({ app, context })];
    for (const lab of labs) await lab.run('cling');
    await world.revoke({ appId: app.appId }, 'Suspected of clinging.');
    const revokedAt = performance.now();
    for (const lab of labs) {
      await lab.page
        .locator('fault-page')
        .getByText(/Suspected of clinging/)
        .waitFor({ timeout: 5_000 });
    }
    holds(performance.now() - revokedAt < 5_000, 'it took more than 5 s');
    // What the app does on its way out takes the browser a while to cut short; it cannot be seen or heard any more.
    for (const lab of labs) {
      await lab.gone();
    }
  },
};
