import { join, resolve } from 'node:path';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import { DEFAULTS, parseManifest } from '../../../../sandbox/contract/manifest/index.ts';
import { kindOf, readBytes } from '../files.ts';
import { writeArchive } from './archive.ts';
import { bundleCard } from './bundle-card.ts';
import { bundleEntry } from './bundle-entry.ts';
import { filesUnder } from './folder.ts';

export interface PackOptions {
  /** `false` keeps names and line breaks, for reading the result. */
  readonly minify: boolean;
}

/** Where an app's sources stand in its folder, beside `manifest.json`. */
const SOURCES = 'src';
/** Files copied as they are. */
const PUBLIC = 'public';
const MANIFEST = 'manifest.json';

/**
 * Packs an app's folder: `manifest.json`, the entry page in `src/` (or beside the manifest) with everything it imports,
 * what `public/` holds, and the pictures the manifest names; of a site with isolation `origin`, `public/` and pictures
 * alone, unchanged. The same sources give the same bytes, wherever the folder is.
 */
export async function packFolder(directory: string, { minify }: PackOptions): Promise<Uint8Array> {
  const folder = resolve(directory);
  const manifestBytes = await readBytes(join(folder, MANIFEST));
  const manifest = parseManifest(manifestBytes);
  if ((manifest.portico.kind ?? DEFAULTS.kind) === 'miniprogram') {
    throw new PorticoError('ERR_CLI_BUNDLE', { detail: 'Mini-programs cannot be packed by this version of the kit.' });
  }

  const files = new Map<string, Uint8Array>();
  const publicFolder = join(folder, PUBLIC);
  if ((await kindOf(publicFolder)) === 'folder') {
    for (const path of await filesUnder(publicFolder)) files.set(path, await readBytes(join(publicFolder, path)));
  }
  for (const path of [...manifest.icons.map(({ src }) => src), ...(manifest.portico.listing.screenshots ?? [])]) {
    if (!files.has(path)) files.set(path, await readBytes(join(folder, path)));
  }
  // A site of level `origin` is published as it was built; its files are those of `public/`.
  if (manifest.portico.isolation === 'origin') return await writeArchive(files.set(MANIFEST, manifestBytes));
  const entry = manifest.portico.entry ?? DEFAULTS.entry;
  const sources = (await kindOf(join(folder, SOURCES, entry))) === 'file' ? join(folder, SOURCES) : folder;
  for (const [path, bytes] of await bundleEntry(sources, entry, { minify })) files.set(path, bytes);
  for (const { path } of manifest.widgets ?? []) files.set(path, await bundleCard(sources, path, { minify }));
  files.set(MANIFEST, manifestBytes);
  return await writeArchive(files);
}
