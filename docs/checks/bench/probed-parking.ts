/** The parking app with a probe in its entry: as the product publishes it, and as micro-frontend engines take it. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleEntry } from '../../../plugins/kit/cli/packing/bundle-entry.ts';
import { appProbe } from '../../../sandbox/bench/opening/index.ts';
import { publishApp } from '../demo/seed.ts';
import type { Product } from '../product/product.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const parking = join(root, 'plugins/parking');

/**
 * The parking app as it is, with an entry that first starts the probe, as a later version of the same app.
 * @param major of its version; the entry's script names it, so that each version differs in that file
 */
export function writeProbedParking(folder: string, major = 99): void {
  // Without its cards: nothing of them is opened here.
  const { widgets: _cards, ...manifest } = JSON.parse(readFileSync(join(parking, 'manifest.json'), 'utf8'));
  manifest.version = { name: `${major}.0.0`, code: major };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  cpSync(join(parking, 'icons'), join(folder, 'icons'), { recursive: true });
  mkdirSync(join(folder, 'src'));
  cpSync(join(parking, 'src/index.html'), join(folder, 'src/index.html'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'src/probe.ts'),
    `${appProbe('parking-app')}\nObject.assign(window, { probed: ${major} });\n`,
  );
  writeFileSync(join(folder, 'src/main.ts'), `import './probe.ts';\nimport '${join(parking, 'src/main.ts')}';\n`);
}

/**
 * The app of the same folder as the engines take it: an entry page with one classic script, which has no `await` of its own and, as qiankun
 * asks, says how the app is mounted. Everything else is the sources as they are.
 */
export async function classicParking(folder: string): Promise<Map<string, Uint8Array>> {
  const sources = join(folder, 'src');
  const started = 'await model.start();';
  const main = readFileSync(join(parking, 'src/main.ts'), 'utf8');
  const page = readFileSync(join(sources, 'index.html'), 'utf8');
  if (!main.includes(started)) throw new Error(`the parking app’s entry has no line ${started}`);
  const lines = main.split('\n');
  const imports = lines
    .filter((line) => line.startsWith('import '))
    .map((line) => line.replace(/'\.(.*)'/, `'${parking}/src/.$1'`));
  const body = lines
    .filter((line) => !line.startsWith('import '))
    .join('\n')
    .replace(started, 'void model.start();');
  writeFileSync(
    join(sources, 'classic.ts'),
    [
      `import './probe.ts';`,
      ...imports,
      `const mount = async () => {${body}};`,
      `if ('__POWERED_BY_QIANKUN__' in window) Object.assign(window, { parking: { bootstrap: async () => {}, mount, unmount: async () => {} } });`,
      `else void mount();`,
    ].join('\n'),
  );
  const { outputFiles } = await build({
    absWorkingDir: sources,
    entryPoints: ['./classic.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'eof',
    write: false,
  });
  const html = page.replace(/<script type="module" src="[^"]*">/, '<script src="/main.js">');
  return new Map([
    ['index.html', Buffer.from(html)],
    ['main.js', outputFiles[0]?.contents ?? Buffer.of()],
  ]);
}

/** In the packed form, of the folder that `writeProbedParking` wrote. */
export const packProbedParking = (folder: string): Promise<Map<string, Uint8Array>> =>
  bundleEntry(join(folder, 'src'), 'index.html', { minify: true });

/** Publishes the app of a folder that was written here, and waits until it is live. */
export const publishProbedParking = (product: Product, folder: string): Promise<unknown> =>
  publishApp({
    root,
    people: product.people,
    partnerId: 'cityparking',
    folder,
    file: join(product.dataDir, `${basename(folder)}.zip`),
    say: () => undefined,
  });

/**
 * The same as one of several apps: an id of its own, a script that differs from the others', no capabilities, open to
 * everybody, and the answers to what it asks in its own script, so that it draws the same in the container and out of it.
 * @returns its id
 */
export function writeParkingAlone(folder: string, copy: number): string {
  writeProbedParking(folder, copy);
  const appId = `com.cityparking.copy${copy}`;
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  Object.assign(manifest, { app_id: appId, name: `停车 ${copy}`, short_name: `停车 ${copy}` });
  Object.assign(manifest.portico, { capabilities: [], backends: {}, level: 0 });
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'src/main.ts'),
    [
      `import './probe.ts';`,
      `import '${join(parking, 'src/parking-app.ts')}';`,
      `import { startAlone } from '${join(root, 'docs/checks/bench/self-answering.ts')}';`,
      `await startAlone(document.querySelector('parking-app'));`,
    ].join('\n'),
  );
  return appId;
}
