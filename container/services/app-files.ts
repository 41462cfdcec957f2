/**
 * Pictures and files that the container holds for one open app: the app knows them by an id, and their bytes need not
 * cross the bridge. They live as long as the visit; the oldest go first when there are too many.
 */
import { PorticoError } from '../../sandbox/contract/index.ts';

/** Bytes of all files of one visit, and of one of them. */
export const FILE_LIMITS = { total: 48 * 1024 * 1024, one: 8 * 1024 * 1024 } as const;

export interface AppFiles {
  /** ERR_CAPABILITY_FILE_TOO_LARGE. */
  keep(file: Blob): string;
  /** ERR_CAPABILITY_NO_FILE. */
  get(fileId: string): Blob;
}

export function createAppFiles(): AppFiles {
  const files = new Map<string, Blob>();
  let bytes = 0;
  return {
    keep(file) {
      if (file.size > FILE_LIMITS.one) throw new PorticoError('ERR_CAPABILITY_FILE_TOO_LARGE');
      for (const [id, oldest] of files) {
        if (bytes + file.size <= FILE_LIMITS.total) break;
        files.delete(id);
        bytes -= oldest.size;
      }
      const id = `file-${crypto.randomUUID().slice(0, 23)}`;
      files.set(id, file);
      bytes += file.size;
      return id;
    },
    get(fileId) {
      const file = files.get(fileId);
      if (!file) throw new PorticoError('ERR_CAPABILITY_NO_FILE');
      return file;
    },
  };
}
