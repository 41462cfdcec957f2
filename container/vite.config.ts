/**
 * Builds the container into `dist/container`. Nothing is inlined and nothing is evaluated, so the page runs under the
 * host page's CSP (`script-src 'self'; style-src 'self'`) as it is.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: fileURLToPath(new URL('../dist/container', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    rolldownOptions: {
      // The contract is tables and pure functions: home carries of it what home uses.
      treeshake: { moduleSideEffects: (id) => !id.includes('/sandbox/contract/') },
      // A file each for home and for opening apps, instead of fifty small ones: a request costs more than a few kB.
      output: {
        codeSplitting: {
          groups: [
            { name: 'home', tags: ['$initial'], priority: 2 },
            { name: 'trust', test: /\/container\/shell\/trust-parts\.ts$/, priority: 1 },
            { name: 'player', test: /\/container\/shell\/player-parts\.ts$/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
