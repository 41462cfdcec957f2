import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseAppId, parseReleaseDigest } from '../../sandbox/contract/index.ts';
import type { Revocation } from './trust.ts';

/**
 * A second copy of every revocation, in a file outside the database: restoring a backup must not bring a revoked app
 * back to life. Written and flushed before the transaction commits, read again at every start.
 */
export interface RevocationJournal {
  append(revocation: Revocation): Promise<void>;
  read(): Promise<readonly Revocation[]>;
}

export function createRevocationJournal(path: string): RevocationJournal {
  return {
    async append({ appId, digest, reason, at }) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, 'a', 0o600);
      try {
        // A crash may have left half a line; a new one must not be glued to it.
        await file.writeFile(`\n${JSON.stringify({ appId, digest, reason, at: at.toISOString() })}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap((line) => parseLine(line) ?? []);
    },
  };
}

/** `undefined` for empty lines, and for the half of one whose revocation was never confirmed to anybody. */
function parseLine(line: string): Revocation | undefined {
  let entry: Readonly<Record<string, unknown>>;
  try {
    entry = JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  const appId = parseAppId(entry.appId);
  const digest = parseReleaseDigest(entry.digest);
  if ((appId === undefined) === (digest === undefined)) return undefined;
  return { appId, digest, reason: String(entry.reason), at: new Date(String(entry.at)) };
}
