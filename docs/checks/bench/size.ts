import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { containerFirstLoad, guestSdk } from '../sizes.ts';
import type { PartResult } from './result.ts';

const loader = fileURLToPath(new URL('../../../dist/frame/loader.js', import.meta.url));
const inKilobytes = (bytes: number): number => bytes / 1024;

/** Of the build in `dist/`. */
export async function measureSize(): Promise<PartResult> {
  const frameLoader = gzipSync(readFileSync(loader), { level: 9 }).byteLength;
  return {
    title: 'Size',
    how: 'JavaScript as built, gzip level 9, 1 kB = 1,024 bytes. First load: what `index.html` names and what those files import statically.',
    figures: [
      { what: 'container, whole home screen', value: inKilobytes(containerFirstLoad()), unit: 'kB', goal: '≤ 60 kB' },
      { what: 'guest SDK', value: inKilobytes(await guestSdk()), unit: 'kB', goal: '≤ 5 kB' },
      { what: 'frame loader', value: inKilobytes(frameLoader), unit: 'kB', goal: '≤ 6 kB' },
    ],
  };
}
