// @ts-check
/**
 * `npm test`: installs what the tests need, builds, and runs every suite. Ends with `N passed, N failed`.
 * Plain JavaScript on Node's own modules, because on a fresh clone nothing else exists yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './start.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function installChromium() {
  if (process.env.PORTICO_CHROMIUM || existsSync('/usr/bin/chromium')) return;
  console.log('installing Chromium from Debian’s packages …');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  for (const command of [
    [...sudo, 'apt-get', 'update', '-qq'],
    [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const { status } = spawnSync(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
      console.error(
        'Chromium could not be installed. Install it, or set PORTICO_CHROMIUM to a Chromium of yours, and run npm test again.',
      );
      process.exit(2);
    }
  }
}

install();
installChromium();
build();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', join('docs', 'checks', 'suites.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
