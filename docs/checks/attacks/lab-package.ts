import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArchive } from '../../../plugins/kit/cli/packing/archive.ts';
import { bundleEntry } from '../../../plugins/kit/cli/packing/bundle-entry.ts';
import type { ManifestChange } from '../../../sandbox/attacks/bench.ts';

/** Makes packages of the lab app that differ in their manifests only; its code is bundled once. */
export async function createLabPackages(root: string): Promise<(change: ManifestChange) => Promise<Uint8Array>> {
  const folder = join(root, 'sandbox/attacks/lab');
  const files = await bundleEntry(folder, 'index.html', { minify: false });
  files.set('icons/icon.png', await readFile(join(folder, 'icons/icon.png')));
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return ({ appId, version, name, portico }) => {
    const changed = {
      ...manifest,
      ...(appId !== undefined && { app_id: appId }),
      ...(name !== undefined && { name, short_name: name }),
      ...(version !== undefined && { version: { name: version } }),
      portico: { ...manifest.portico, ...portico },
    };
    return writeArchive(new Map([...files, ['manifest.json', Buffer.from(JSON.stringify(changed))]]));
  };
}
