import type { Attack } from '../attack.ts';
import { matches, same } from '../expect.ts';
import { appFrames } from '../open-lab.ts';
import { codeOf } from '../outcome.ts';

export const attack: Attack = {
  id: '3',
  group: 'escape',
  atOrigin: {
    because: 'the frame has allow-same-origin, which gives a site its own origin and no other',
    expected:
      'the manifest is refused by name, and the frame’s sandbox stays as it is: allow-same-origin and nothing else more',
  },
  title: 'ask for more sandbox tokens in the manifest, in mixed case',
  expected: 'the manifest is refused by name, and the frame’s sandbox stays as it is',
  async judge({ open, world }) {
    for (const member of ['sandbox', 'Sandbox', 'iframeSandbox', 'allow']) {
      const portico = { [member]: 'Allow-Same-Origin ALLOW-TOP-NAVIGATION allow-popups' };
      const { status, body } = await world.submit({ appId: 'com.attacklab.tokens', portico });
      same(status, 422, member);
      same(codeOf(body), 'ERR_MANIFEST_INVALID', member);
      matches(JSON.stringify(body), new RegExp(member));
    }
    const { status } = await world.submit({ appId: 'com.attacklab.tokens', portico: { isolation: 'Origin' } });
    same(status, 422, 'an isolation level in another case');
    const { page, frame } = await open();
    const element = await frame()?.frameElement();
    const own = world.level === 'origin' ? ' allow-same-origin' : '';
    same(await element?.getAttribute('sandbox'), `allow-scripts${own} allow-forms`);
    same(await element?.getAttribute('allow'), '');
    same(appFrames(page), 1, 'frames of apps');
  },
};
