/** Builds the service worker beside the container's other files, with the list of everything it keeps. */
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { getManifest } from 'workbox-build';

/** Names that hold a digest of their content need no revision in the list. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/**
 * @param root the repository
 * @param directory where vite has put the container; the worker is written there as `service-worker.js`
 * @returns how many files the worker keeps, and their bytes
 */
export async function buildServiceWorker({ root, directory }: { root: string; directory: string }) {
  const { manifestEntries, count, size, warnings } = await getManifest({
    globDirectory: directory,
    globPatterns: ['**/*.{html,js,css,svg,webmanifest,png,woff2}'],
    globIgnores: ['service-worker.js'],
    dontCacheBustURLsMatching: HASHED,
  });
  for (const warning of warnings) console.warn(warning);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['container/offline/service-worker.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', 'self.__WB_MANIFEST': JSON.stringify(manifestEntries) },
    logLevel: 'warning',
    write: false,
  });
  for (const { contents } of outputFiles) await writeFile(`${directory}/service-worker.js`, contents);
  return { count, size };
}
