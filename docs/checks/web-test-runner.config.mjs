/**
 * Browser unit tests: every `*.browser.test.ts`, in the system's Chromium.
 * Usage: npx wtr --config docs/checks/web-test-runner.config.mjs [--files path]
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner';
import { frameFixtures } from './frame-fixtures.mjs';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

export default {
  rootDir,
  files: ['{container,plugins,registry,sandbox}/**/*.browser.test.ts'],
  nodeResolve: true,
  concurrency: 1,
  testsFinishTimeout: 120_000,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.PORTICO_CHROMIUM ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-sync',
          // As in `product/browser.ts`.
          '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
        ],
      },
    }),
  ],
  middleware: [frameFixtures(rootDir)],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}container/tsconfig.json` })],
};
