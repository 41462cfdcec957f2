import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the command line keeps what belongs to the person: release key, pinned roots. */
export function configFolder(env: NodeJS.ProcessEnv): string {
  const base = env.XDG_CONFIG_HOME || (process.platform === 'win32' && env.APPDATA) || join(homedir(), '.config');
  return join(base, 'portico');
}
