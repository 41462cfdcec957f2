import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundle } from './bundle.ts';

/** What a guest imports of each library to make calls, as the guests of the bridge bench do. */
const guestImports = {
  comlink: `export { wrap } from 'comlink';`,
  penpal: `export { connect, PortMessenger } from 'penpal';`,
  'post-me': `export { ChildHandshake, PortMessenger } from 'post-me';`,
} as const;
/** Each host page of the opening bench is little more than its engine. */
const engines = ['qiankun', 'wujie', 'micro-app'] as const;

/** Gzipped bytes (level 9) of the libraries that the bridge, and of the engines that the container is held against. */
export async function peerSizes(): Promise<{
  readonly libraries: Readonly<Record<string, number>>;
  readonly engines: Readonly<Record<string, number>>;
}> {
  const libraries = Object.entries(guestImports).map(async ([name, text]) => [name, gz(await bundleText(text))]);
  const hosts = engines.map(async (name) => [name, gz(await bundle(`opening/hosts/${name}.ts`, 'iife'))]);
  return {
    libraries: Object.fromEntries(await Promise.all(libraries)),
    engines: Object.fromEntries(await Promise.all(hosts)),
  };
}

async function bundleText(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

const gz = (text: string): number => gzipSync(text, { level: 9 }).byteLength;
