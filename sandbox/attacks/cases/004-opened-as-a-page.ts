import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '4',
  group: 'escape',
  atOrigin: {
    because: 'its own origin is not opaque; outside of the container’s frame its worker shows the site to nobody',
    expected: 'no script of the site runs, at any address of its host',
    async judge({ open, page }) {
      const lab = await open();
      const { origin } = new URL(lab.frame()?.url() ?? '');
      const worker = await lab.run('worker');
      for (const address of ['/', '/index.html', '/quiet.html', '/lab.js', '/icons/icon.png', String(worker)]) {
        // The same browser context, so the site’s worker is in force.
        const tab = await lab.page.context().newPage();
        await tab.goto(new URL(address, origin).href).catch(() => null);
        same(await tab.evaluate(() => window.attackLab !== undefined), false, address);
        await tab.close();
      }
      await page.goto(`${origin}/`);
      same(await page.evaluate(() => window.attackLab !== undefined), false, 'without its worker');
    },
  },
  parts: { worker: async () => (await navigator.serviceWorker.getRegistration())?.active?.scriptURL ?? '' },
  title: 'open the frame page and files of the package as pages of their own',
  expected: 'opaque origin, no script of the app runs, no cookie is there',
  async judge({ open, page, world }) {
    const files: string[] = [];
    const lab = await open({
      // A device that has nothing yet, and no service worker that would fetch out of our sight.
      context: await world.context({ serviceWorkers: 'block' }),
      before: async (page) => {
        page.on('request', (request) => request.url().includes('/blobs/') && files.push(request.url()));
      },
    });
    const frameUrl = lab.frame()?.url() ?? '';
    holds(frameUrl.includes('/.portico/'), `the frame is at ${frameUrl}`);
    holds(files.length >= 2, 'no file of the package was fetched');
    for (const address of [frameUrl, ...new Set(files)]) {
      await page.goto(address);
      const seen = await page.evaluate(() => ({
        origin: self.origin,
        cookie: (() => {
          try {
            return document.cookie;
          } catch {
            return '';
          }
        })(),
        lab: window.attackLab !== undefined,
      }));
      same(seen, { origin: 'null', cookie: '', lab: false }, address);
    }
    // Framed by somebody else it does not appear at all.
    const framed = await page.goto(`${world.origin}/blobs/${'0'.repeat(64)}`);
    same(framed?.status(), 404);
  },
};
