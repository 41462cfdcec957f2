import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { asCustomer } from '../stage/cashier.ts';

export const attack: Attack = {
  id: '72',
  group: 'money',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  queue: 'money',
  title: 'exchange a login code as another app, twice, or one that was never given',
  expected: 'refused each time; the rightful app gets its openid once',
  async judge({ world }) {
    const page = await world.payer();
    const app = await world.publish({ appId: 'com.attacklab.coded', name: 'Coded Lab' });
    const code = async (): Promise<string> => {
      const answer = await asCustomer(page, '/api/v1/identity/login-code', {
        appId: app.appId,
        releaseDigest: app.digest,
      });
      same(answer.status, 200, JSON.stringify(answer.body));
      return (answer.body as { code: string }).code;
    };
    const stolen = await code();
    const { appId: other } = await world.app('lab');
    holds((await world.exchange(other, stolen)).status >= 400, 'another app of the partner exchanged the code');
    holds((await world.exchange('com.cityparking.app', await code())).status >= 400, 'another app exchanged a code');
    const once = await code();
    same((await world.exchange(app.appId, once)).status, 200, 'the control');
    holds((await world.exchange(app.appId, once)).status >= 400, 'a code was exchanged twice');
    for (const guess of ['x'.repeat(32), once.slice(0, -1), '']) {
      holds((await world.exchange(app.appId, guess)).status >= 400, `the guess ${guess} was exchanged`);
    }
    const nobodys = await asCustomer(page, '/api/v1/identity/login-code', {
      appId: 'com.nobody.app',
      releaseDigest: app.digest,
    });
    holds(nobodys.status >= 400, 'a code was given for an app that nobody published');
  },
};
