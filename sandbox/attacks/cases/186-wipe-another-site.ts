import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '186',
  group: 'escape',
  only: 'origin',
  title:
    'wipe the storage of another site: by a link from any page, a picture, a frame, and a site that leads its own frame there',
  expected: 'only the container wipes a site',
  parts: {
    keep() {
      localStorage.setItem('kept', 'yes');
      return localStorage.getItem('kept');
    },
    look: () => localStorage.getItem('kept'),
  },
  async judge({ open, world }) {
    const context = await world.context();
    const victim = await world.app('other');
    const first = await open({ app: victim, context });
    same(await first.run('keep'), 'yes', 'what the site kept');
    await first.leave();
    const clear = (await world.frameUrl(victim)).replace(/enter\.html$/, 'clear.html');

    const stranger = await context.newPage();
    await stranger.route('http://stranger.localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>' }),
    );
    await stranger.goto('http://stranger.localhost/');
    await stranger.evaluate((url) => {
      for (const name of ['img', 'iframe', 'script'] as const) {
        const element = document.createElement(name);
        element.src = url;
        document.body.append(element);
      }
      void fetch(url, { mode: 'no-cors', credentials: 'include' }).catch(() => undefined);
    }, clear);
    await stranger.waitForTimeout(1_000);
    await stranger.evaluate((url) => location.assign(url), clear);
    await stranger.waitForTimeout(1_000);
    await stranger.close();

    const site = await open({ context });
    await site
      .frame()
      ?.evaluate((url) => location.assign(url), clear)
      .catch(() => null);
    await site.page.waitForTimeout(1_000);
    await site.page.close();

    const again = await open({ app: victim, context });
    same(await again.run('look'), 'yes', 'what the site finds');
    holds(await again.runs(victim.digest), 'another release runs');
    await again.leave();
  },
};
