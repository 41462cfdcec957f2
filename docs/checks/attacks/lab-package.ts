import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { writeArchive } from '../../../plugins/kit/cli/packing/archive.ts';
import { bundleCard } from '../../../plugins/kit/cli/packing/bundle-card.ts';
import { bundleEntry } from '../../../plugins/kit/cli/packing/bundle-entry.ts';
import type { ManifestChange } from '../../../sandbox/attacks/bench.ts';

const CARD = 'cards/lab.js';

/** Makes packages of the lab app, sealed or as a site, that differ in their manifests only; its code is bundled once. */
export async function createLabPackages(root: string): Promise<{
  readonly packageOf: (change: ManifestChange) => Promise<Uint8Array>;
  /** The card's script by itself, for a worker of an ordinary page. */
  readonly cardScript: string;
}> {
  const folder = join(root, 'sandbox/attacks/lab');
  const [icon, sealed, site, card] = await Promise.all([
    readFile(join(folder, 'icons/icon.png')),
    bundleEntry(folder, 'index.html', { minify: false }),
    siteFiles(root),
    bundleCard(folder, 'card.js', { minify: false }),
  ]);
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return {
    cardScript: Buffer.from(card).toString(),
    packageOf({ appId, version, name, level = 'sealed', card: hasCard = false, portico }) {
      const changed = {
        ...manifest,
        ...(appId !== undefined && { app_id: appId }),
        ...(name !== undefined && { name, short_name: name }),
        ...(version !== undefined && { version: { name: version } }),
        ...(hasCard && { widgets: [{ name: 'lab', path: CARD }] }),
        portico: { ...manifest.portico, isolation: level, ...portico },
      };
      const files = new Map(level === 'origin' ? site : sealed).set('icons/icon.png', icon);
      if (hasCard) files.set(CARD, card);
      return writeArchive(files.set('manifest.json', Buffer.from(JSON.stringify(changed))));
    },
  };
}

/** The lab as a site: its pages as they are, and the same code as their one script. */
async function siteFiles(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const pages = join(root, 'sandbox/attacks/lab-origin');
  const { outputFiles } = await build({
    entryPoints: [join(root, 'sandbox/attacks/lab/main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const files = new Map<string, Uint8Array>([['lab.js', outputFiles[0]?.contents ?? new Uint8Array()]]);
  for (const page of ['index.html', 'quiet.html']) files.set(page, await readFile(join(pages, page)));
  return files;
}
