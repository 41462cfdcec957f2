/** What the corpus sends out of a sealed app, sent from a site on an origin of its own: the witness must hear nothing. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { attacks } from '../../../sandbox/attacks/cases/index.ts';
import { startWitness } from '../../../sandbox/attacks/witness.ts';
import { journey, until } from './journey.ts';
import { publish } from './origin/sites.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** How long the witness listens on after an attack, in ms. */
const LISTEN_ON_MS = 700;

journey('nothing that the corpus sends out gets out of a site on its own origin', async ({ page, product }) => {
  const witness = await startWitness('');
  try {
    const folder = join(product.dataDir, 'lab-origin');
    cpSync(join(root, 'sandbox/attacks/lab-origin'), folder, { recursive: true });
    await build({
      entryPoints: [join(root, 'sandbox/attacks/lab/main.ts')],
      outfile: join(folder, 'public/lab.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
    });
    const { appId } = await publish(product, folder);
    const sending = attacks.filter(({ guest, heardOnAnOrdinaryPage }) => guest && heardOnAnOrdinaryPage);
    assert.ok(sending.length >= 3, `${sending.length} cases send something`);
    for (const { id, title } of sending) {
      await page.goto(`${product.origin}/app/${appId}/`);
      const lab = await until(
        async () => {
          for (const frame of page.frames().slice(1)) {
            if (await frame.evaluate(() => window.attackLab !== undefined).catch(() => false)) return frame;
          }
          return undefined;
        },
        (found) => found !== undefined,
      );
      assert.ok(lab, 'the lab opened');
      witness.forget();
      const run = lab.evaluate(([attack, evil, udpPort]) => window.attackLab?.run(attack, 'guest', evil, udpPort), [
        id,
        witness.origin,
        witness.udpPort,
      ] as const);
      // A guest that navigates itself away never reports; what counts is what was heard.
      await Promise.race([run.catch(() => undefined), page.waitForTimeout(10_000)]);
      await page.waitForTimeout(LISTEN_ON_MS);
      const heard = witness.hits().map(({ via, what }) => `${via} ${what}`);
      assert.deepEqual(heard, [], `${id} ${title}`);
    }
  } finally {
    await witness.close();
  }
});
