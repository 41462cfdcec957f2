import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleEntry } from '../../../plugins/kit/cli/packing/bundle-entry.ts';
import { appProbe, benchOpening, type OpeningBench } from '../../../sandbox/bench/opening/index.ts';
import { signIn } from '../../../sandbox/bench/opening/sign-in.ts';
import { publishApp } from '../demo/seed.ts';
import { startProduct } from '../product/product.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const parking = join(root, 'plugins/parking');

/** Publishes the parking app with a probe in its entry, and measures how it opens. */
export async function benchOpeningOfParking(options: { readonly short: boolean }): Promise<OpeningBench> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-app-'));
  const product = await startProduct();
  try {
    writeProbedParking(folder);
    const files = await bundleEntry(join(folder, 'src'), 'index.html', { minify: true });
    await publishApp({
      root,
      people: product.people,
      partnerId: 'cityparking',
      folder,
      file: join(product.dataDir, 'probed-parking.zip'),
      say: () => undefined,
    });
    const cookies = await signIn(product);
    return await benchOpening({ container: product.origin, label: '城市停车', files, cookies }, options);
  } finally {
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parking app as it is, with an entry that first starts the probe, as a later version of the same app. */
function writeProbedParking(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(parking, 'manifest.json'), 'utf8'));
  manifest.version = { name: '99.0.0', code: 99 };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  cpSync(join(parking, 'icons'), join(folder, 'icons'), { recursive: true });
  mkdirSync(join(folder, 'src'));
  cpSync(join(parking, 'src/index.html'), join(folder, 'src/index.html'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'src/probe.ts'), appProbe('parking-app'));
  writeFileSync(join(folder, 'src/main.ts'), `import './probe.ts';\nimport '${join(parking, 'src/main.ts')}';\n`);
}
