/** Size budgets of what customers and partners download. Usage: node --import tsx docs/checks/sizes.ts (after a build) */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const gz = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).byteLength;

/** JavaScript the home screen loads: what `index.html` names, and what those import statically (vite lists them as modulepreload). */
export function containerFirstLoad(dist = `${root}dist/container`): number {
  const html = readFileSync(`${dist}/index.html`, 'utf8');
  const scripts = new Set([...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].flatMap((match) => match[1] ?? []));
  const pending = [...scripts];
  for (let path = pending.pop(); path; path = pending.pop()) {
    const text = readFileSync(`${dist}${path}`, 'utf8');
    for (const match of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)) {
      const next = new URL(match[1] ?? '', `http://x${path}`).pathname;
      if (!scripts.has(next)) {
        scripts.add(next);
        pending.push(next);
      }
    }
  }
  return [...scripts].reduce((sum, path) => sum + gz(readFileSync(`${dist}${path}`)), 0);
}

export async function guestSdk(entry = 'index.ts'): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [`${root}plugins/kit/sdk/${entry}`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles.reduce((sum, file) => sum + gz(file.contents), 0);
}

const budgets: readonly {
  readonly name: string;
  readonly limit: number;
  readonly needsBuild: boolean;
  size(): number | Promise<number>;
}[] = [
  { name: 'guest SDK', limit: 5 * 1024, needsBuild: false, size: () => guestSdk() },
  { name: 'card runtime', limit: 16 * 1024, needsBuild: false, size: () => guestSdk('card.ts') },
  {
    name: 'frame loader',
    limit: 6 * 1024,
    needsBuild: true,
    size: () => gz(readFileSync(`${root}dist/frame/loader.js`)),
  },
  { name: 'container first load', limit: 80 * 1024, needsBuild: true, size: () => containerFirstLoad() },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = existsSync(`${root}dist/container/index.html`) && readdirSync(`${root}dist`).includes('frame');
  for (const { name, limit, needsBuild, size } of budgets) {
    if (needsBuild && !built) {
      console.log(`${name}: not built yet, run npm run build first`);
      process.exitCode = 1;
      continue;
    }
    const bytes = await size();
    console.log(`${name}: ${(bytes / 1024).toFixed(1)} kB of ${limit / 1024} kB gz`);
    if (bytes > limit) process.exitCode = 1;
  }
}
