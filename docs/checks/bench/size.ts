import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { peerSizes } from '../../../sandbox/bench/sizes.ts';
import { containerFirstLoad, guestSdk } from '../sizes.ts';
import type { Figure, PartResult } from './result.ts';

const loader = fileURLToPath(new URL('../../../dist/frame/loader.js', import.meta.url));
const inKilobytes = (bytes: number): number => bytes / 1024;

/** Of the build in `dist/`. */
export async function measureSize(): Promise<PartResult> {
  const frameLoader = gzipSync(readFileSync(loader), { level: 9 }).byteLength;
  const { libraries, engines } = await peerSizes();
  const beside = (
    ours: { readonly what: string; readonly bytes: number; readonly goal: string },
    peers: Readonly<Record<string, number>>,
  ): Figure[] =>
    Object.entries(peers).map(([name, bytes]) => ({
      what: ours.what,
      value: inKilobytes(ours.bytes),
      unit: 'kB',
      against: { what: name, value: inKilobytes(bytes) },
      ratio: ours.bytes / bytes,
      goal: ours.goal,
    }));
  return {
    title: 'Size',
    how: 'JavaScript as built, gzip level 9, 1 kB = 1,024 bytes. First load: what `index.html` names and what those files import statically, the whole home screen with all it needs to verify and open an app; held against an engine alone, bundled with what a host needs of it to open one app. The SDK is held against what a guest imports of each library, bundled the same way.',
    figures: [
      ...beside({ what: 'container, whole home screen', bytes: containerFirstLoad(), goal: '≤ 60 kB' }, engines),
      ...beside({ what: 'guest SDK', bytes: await guestSdk(), goal: '≤ 5 kB' }, libraries),
      { what: 'frame loader', value: inKilobytes(frameLoader), unit: 'kB', goal: '≤ 6 kB' },
    ],
  };
}
