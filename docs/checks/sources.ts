import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const rooms = ['container', 'plugins', 'sandbox', 'registry', 'docs'];
const passedOver = new Set(['node_modules', 'dist', 'generated', 'template', 'fixtures']);

/** Source files of the rooms as paths from the root with forward slashes, sorted; generated and template files left out. */
export function sourceFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!passedOver.has(entry.name) && !entry.name.startsWith('.')) walk(path);
      } else if (/\.(ts|mjs|html|css|json)$/.test(entry.name)) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  for (const room of rooms) walk(join(root, room));
  return found.sort();
}
