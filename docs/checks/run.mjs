// @ts-check
/**
 * `npm test`, `npm run attacks`, `bench`, `chaos` and `fuzz`: installs what they need, builds what changed, and runs the
 * script of this folder that is named first, with the arguments after it.
 * Plain JavaScript on Node's own modules, because on a fresh clone nothing else exists yet.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alone, build, ended, INTERRUPTED, install, start, stopWhenAsked } from './start.mjs';

async function installChromium() {
  if (process.env.PORTICO_CHROMIUM || existsSync('/usr/bin/chromium')) return;
  console.log('installing Chromium from Debian’s packages …');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  for (const command of [
    [...sudo, 'apt-get', 'update', '-qq'],
    [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const code = await ended(start(command[0] ?? '', command.slice(1), ['ignore', 'ignore', 'inherit']));
    if (code !== 0) {
      console.error(
        'Chromium could not be installed. Install it, or set PORTICO_CHROMIUM to a Chromium of yours, and run the command again.',
      );
      process.exit(2);
    }
  }
}

const [script = '', ...args] = process.argv.slice(2);

stopWhenAsked(INTERRUPTED);
await alone(async () => {
  await install();
  // The one that looks at no page.
  if (script !== 'chaos') await installChromium();
  await build();
});
process.exit(
  await ended(start(process.execPath, ['--import', 'tsx', join('docs', 'checks', `${script}.ts`), ...args])),
);
