import { fileURLToPath } from 'node:url';

/** `plugins/kit/` of the installation that runs: this file is in it, or bundled into `dist/kit/`. */
export function kitFolder(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(isSource ? '../' : '../../plugins/kit/', import.meta.url));
}
