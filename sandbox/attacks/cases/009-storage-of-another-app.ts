import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import type { Bench } from '../bench.ts';
import { same } from '../expect.ts';
import { nameOfThrown } from '../outcome.ts';

const CHANNEL = 'attack-9';

export const attack: Attack = {
  id: '9',
  group: 'escape',
  atOrigin: {
    because: 'a site has caches and a channel of its own origin',
    expected: 'nothing of another site is heard or found',
    judge: (bench) => exchange(bench, 'reached'),
  },
  title: 'read another app’s storage and listen on its BroadcastChannel',
  expected: 'nothing is heard and nothing is found: each app has its own shelf and its own opaque origin',
  parts: {
    async keep({ portico }) {
      await portico.storage.set({ key: 'secret', value: 'of the lab' });
      return null;
    },
    listen({ notes }) {
      const heard: JsonValue[] = [];
      notes.set('heard', heard);
      new BroadcastChannel(CHANNEL).onmessage = ({ data }) => heard.push(data);
      return null;
    },
    speak: () => nameOfThrown(() => new BroadcastChannel(CHANNEL).postMessage('secret')) ?? 'spoke',
    async read({ portico, notes }) {
      return {
        secret: (await portico.storage.get({ key: 'secret' })).value,
        keys: (await portico.storage.keys()).keys.length,
        heard: notes.get('heard') ?? null,
        caches: nameOfThrown(() => caches.keys) ?? 'reached',
      };
    },
  },
  judge: (bench) => exchange(bench, 'SecurityError'),
};

async function exchange({ open, world }: Bench, ownCaches: string): Promise<void> {
  const context = await world.context();
  const lab = await open({ context });
  const other = await open({ context, app: await world.app('other') });
  await lab.run('keep');
  await other.run('listen');
  await lab.run('speak');
  await other.page.waitForTimeout(200);
  same(await other.run('read'), { secret: null, keys: 0, heard: [], caches: ownCaches });
  same((await lab.run('read')) !== undefined, true);
}
