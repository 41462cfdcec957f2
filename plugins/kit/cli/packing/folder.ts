import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of all files under a folder, with forward slashes, in a fixed order. Links are not followed. */
export async function filesUnder(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  const paths: string[] = [];
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await filesUnder(folder, path)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths;
}
