import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

const AUDIENCE = 'https://api.attacklab.example';

export const attack: Attack = {
  id: '69',
  group: 'money',
  title: 'play what the gateway told one back end against another one, later, changed or twice',
  expected: 'audience, app, expiry and signature refuse it; an honest token passes once',
  signedIn: true,
  parts: {
    call: async ({ portico }) => (await portico.net.request({ backend: 'lab', method: 'GET', path: '/69' })).status,
  },
  async judge({ open, world, appId }) {
    const { run } = await open();
    same(await run('call'), 200);
    const request = world.backend.requests().find(({ path }) => path === '/69');
    const token = String(request?.headers['portico-identity']);
    holds(token.split('.').length === 3, `the back end got ${token}`);
    same(request?.headers.cookie, undefined, 'cookies at the partner’s');
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forge = (change: object): string =>
      `${header}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${signature}`;
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const mine = { audience: AUDIENCE, appId };
    const tries: readonly (readonly [string, string, Parameters<typeof world.acceptsIdentity>[1]])[] = [
      ['another audience', token, { ...mine, audience: 'https://parking.example' }],
      ['another app', token, { ...mine, appId: 'com.cityparking.app' }],
      ['too late', token, { ...mine, at: new Date(Date.now() + 10 * 60_000) }],
      ['changed subject', forge({ sub: 'o-other' }), mine],
      ['prolonged', forge({ exp: claims.exp + 3_600 }), mine],
      ['unsigned', none, mine],
    ];
    for (const [what, text, as] of tries) same(await world.acceptsIdentity(text, as), 'ERR_KIT_IDENTITY', what);
    same(await world.acceptsIdentity(token, mine), 'accepted', 'the control');
  },
};
