import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Within the folder of the dependencies, so that Node finds them from there; no package.json above says what `.js` is. */
const builds = fileURLToPath(new URL('../../../node_modules/.cache/portico-test', import.meta.url));

/**
 * A program of ours as one file of JavaScript, as `npm run build` makes it: for tests that start it over and over, since
 * reading it as TypeScript takes three times as long as all the rest of a start. It is gone when the test file is done.
 */
export async function builtProgram(source: URL): Promise<string> {
  mkdirSync(builds, { recursive: true });
  const folder = mkdtempSync(`${builds}/`);
  after(() => rmSync(folder, { recursive: true }));
  const outfile = join(folder, `${basename(source.pathname, '.ts')}.mjs`);
  await build({
    entryPoints: [fileURLToPath(source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
