/**
 * Builds everything into `dist/`: the container, the frame's loader, the registry, the command line, the partners' servers.
 * Usage: npm run build
 * PORTICO_TRUST_ROOT=<path of a root.json> makes a container that trusts this root only, as every build for customers must.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as bundle } from 'esbuild';
import { build as buildWithVite } from 'vite';
import { buildServiceWorker } from '../../container/offline/build.ts';
import { shippedRootDefine } from '../../container/trust-root.ts';
import { readWall } from '../../registry/content/wall.ts';
import { explainFault } from '../../registry/platform/run-process.ts';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { compressFiles } from './compress.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const node: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  absWorkingDir: root,
};

interface Settings {
  /** Replaced in the container's source. */
  readonly define: Record<string, string>;
}

const steps: readonly { readonly name: string; run(settings: Settings): Promise<unknown> }[] = [
  {
    name: 'frame loader',
    run: () =>
      bundle({
        entryPoints: ['sandbox/frame/loader.ts'],
        outfile: 'dist/frame/loader.js',
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2022',
        logLevel: 'warning',
        absWorkingDir: root,
      }),
  },
  {
    name: 'origin level',
    run: () =>
      bundle({
        entryPoints: {
          'origin-enter': 'sandbox/frame/origin-enter.ts',
          'origin-news': 'sandbox/frame/origin-news.ts',
          'origin-clear': 'sandbox/frame/origin-clear.ts',
          'origin-worker': 'sandbox/frame/origin-worker/main.ts',
        },
        outdir: 'dist/frame',
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2022',
        logLevel: 'warning',
        absWorkingDir: root,
      }),
  },
  {
    name: 'container',
    run: ({ define }) => {
      const { version } = readWall(`${root}dist/frame`);
      return buildWithVite({
        configFile: `${root}container/vite.config.ts`,
        logLevel: 'warn',
        define: { ...define, PORTICO_WALL: JSON.stringify(version) },
      });
    },
  },
  { name: 'service worker', run: () => buildServiceWorker({ root, directory: `${root}dist/container` }) },
  { name: 'compressed copies', run: async () => compressFiles(`${root}dist/container`) },
  {
    name: 'registry',
    run: () => bundle({ ...node, entryPoints: ['registry/server.ts'], outfile: 'dist/registry/server.js' }),
  },
  {
    name: 'people command',
    run: () => bundle({ ...node, entryPoints: ['registry/people.ts'], outfile: 'dist/registry/people.js' }),
  },
  {
    name: 'package scanner',
    run: () =>
      bundle({ ...node, entryPoints: ['registry/publishing/scanner/main.ts'], outfile: 'dist/registry/scanner.js' }),
  },
  {
    name: 'command line',
    run: () => bundle({ ...node, entryPoints: ['plugins/kit/cli/main.ts'], outfile: 'dist/kit/cli.js' }),
  },
  {
    name: 'parking server',
    run: () => bundle({ ...node, entryPoints: ['plugins/parking/server/main.ts'], outfile: 'dist/parking/server.js' }),
  },
  {
    name: 'demo',
    run: () => bundle({ ...node, entryPoints: ['docs/checks/demo/main.ts'], outfile: 'dist/demo/main.js' }),
  },
];

export async function buildAll(say: (line: string) => void): Promise<void> {
  // Before the last build is gone: a wrong root must not leave the server without its files.
  const define = await shippedRootDefine(process.env, process.cwd());
  if (existsSync(`${root}dist`)) rmSync(`${root}dist`, { recursive: true });
  mkdirSync(`${root}dist`);
  for (const step of steps) {
    const started = performance.now();
    await step.run({ define });
    say(`  ${step.name.padEnd(16)} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log('building into dist/');
  try {
    await buildAll(console.log);
  } catch (error) {
    if (!(error instanceof PorticoError)) throw error;
    explainFault(error);
    process.exitCode = 2;
  }
}
