import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The highest version ever published, in a file outside the database. A database behind it was restored from a backup:
 * containers have seen newer metadata than it holds, and would refuse all of it as a rollback.
 */
export interface HighWaterMark {
  /** 0 when nothing was published from here. */
  read(): Promise<number>;
  raise(version: number): Promise<void>;
}

export function createHighWaterMark(path: string): HighWaterMark {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '0';
        throw error;
      });
      const version = Number(text);
      return Number.isSafeInteger(version) ? version : 0;
    },
    async raise(version) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(String(version));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },
  };
}
