import { join } from 'node:path';
import { build } from 'esbuild';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import { kindOf } from '../files.ts';
import { kitFolder } from '../kit-folder.ts';
import { firstFault } from './bundle-entry.ts';

/**
 * Bundles a home-page card into the one classic script that its worker runs: `cards/fee.js` of the package comes from
 * `cards/fee.ts`, or `cards/fee.js`, of the sources.
 */
export async function bundleCard(
  sources: string,
  path: string,
  { minify }: { readonly minify: boolean },
): Promise<Uint8Array> {
  const typed = path.replace(/\.js$/, '.ts');
  const source = (await kindOf(join(sources, typed))) === 'file' ? typed : path;
  try {
    const { outputFiles } = await build({
      absWorkingDir: sources,
      entryPoints: [`./${source}`],
      write: false,
      bundle: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      minify,
      charset: 'utf8',
      legalComments: 'eof',
      alias: { '@portico/sdk/card': join(kitFolder(), 'sdk', 'card.ts') },
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    });
    return outputFiles[0]?.contents ?? new Uint8Array();
  } catch (cause) {
    throw new PorticoError('ERR_CLI_BUNDLE', { detail: firstFault(cause), cause });
  }
}
