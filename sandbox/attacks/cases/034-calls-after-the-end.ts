import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { fallsSilent } from '../falls-silent.ts';

export const attack: Attack = {
  id: '34',
  group: 'bridge',
  title: 'go on calling after another release took over, or after the app was revoked',
  expected:
    'the old release’s realm is closed with its port; a revoked app is gone and its calls are refused at the gateway',
  signedIn: true,
  parts: {
    call({ portico }) {
      let id = 0;
      const call = (): void => {
        id += 1;
        portico.net.request({ backend: 'lab', method: 'GET', path: `/34/${id}` }).catch(() => null);
      };
      setInterval(call, 100);
      return null;
    },
  },
  async judge({ open, world }) {
    const swapped = await world.app('swapped');
    const before = await open({ app: swapped });
    await before.run('call');
    const next = await world.publish({ appId: swapped.appId, name: 'Swapped Lab', version: '1.0.1' });
    await before.page.close();
    // The device learns of a new release in the background; an opening or two may still be the old one.
    let after = await open({ app: swapped });
    for (let tries = 0; tries < 15 && !(await after.runs(next.digest)); tries += 1) {
      await after.page.waitForTimeout(1_000);
      await after.page.close();
      after = await open({ app: swapped });
    }
    holds(await after.runs(next.digest), `the new opening runs ${after.frame()?.url()}`);
    const heard = (): number => world.backend.requests().filter(({ path }) => path.startsWith('/34/')).length;
    await fallsSilent(after.page, heard, 'calls of the old release');

    const app = await world.app('doomed');
    const lab = await open({ app });
    await lab.run('call');
    const calls = (): number => world.backend.requests().filter(({ path }) => path.startsWith('/34/')).length;
    for (let tries = 0; tries < 100 && calls() === 0; tries += 1) await lab.page.waitForTimeout(100);
    holds(calls() > 0, 'no call got through before, so nothing was tried');
    await world.revoke({ appId: app.appId }, 'It goes on calling.');
    const revokedAt = performance.now();
    await lab.ended(5_000);
    holds(performance.now() - revokedAt < 5_000, 'the app was still there after 5 s');
    await fallsSilent(lab.page, calls, 'calls of the revoked app');
    // The same words as the container would use, in case an app found a way to keep its frame.
    const answer = await lab.page.evaluate(
      async ({ appId, digest }) => {
        const response = await fetch(`/api/v1/gateway/${appId}/lab`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ release: digest, method: 'GET', path: '/34/late', headers: {} }),
        });
        return response.status;
      },
      { appId: app.appId, digest: app.digest },
    );
    holds(answer >= 400, `the gateway answered ${answer} for the revoked release`);
    const again = await open({ app, starts: false });
    await again.ended();
    await again.gone();
  },
};
