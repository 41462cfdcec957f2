/** Writes `docs/reference` from the code, or with `--check` says which page is out of step. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pages } from './pages.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}docs/reference/`;
const checking = process.argv.includes('--check');

function stored(name: string): string | undefined {
  try {
    return readFileSync(`${folder}${name}`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

mkdirSync(folder, { recursive: true });
for (const page of pages) {
  const text = await page.render(root);
  if (!checking) writeFileSync(`${folder}${page.file}`, text);
  else if (stored(page.file) !== text) {
    console.log(`docs/reference/${page.file} is out of step: run node --import tsx docs/checks/reference/write.ts`);
    process.exitCode = 1;
  }
}
