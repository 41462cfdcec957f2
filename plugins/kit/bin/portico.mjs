#!/usr/bin/env node
// The command line is TypeScript; `npm run build` bundles it into dist/.
import { existsSync } from 'node:fs';

const program = new URL('../../../dist/kit/cli.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('portico is not built yet. Run `npm run build` in the Portico repository, then try again.');
  process.exitCode = 2;
}
