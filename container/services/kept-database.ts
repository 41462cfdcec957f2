import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { type ErrorCode, PorticoError } from '../../sandbox/contract/index.ts';

export interface KeptDatabase<S extends DBSchema> {
  /**
   * Does one piece of work on the database, opened when it is first needed and again after it was lost. PorticoErrors of the
   * work itself stay as they are. @throws PorticoError the codes of the options
   */
  use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T>;
  /** Lets go of it until it is needed again. */
  close(): void;
}

interface KeptDatabaseOptions<S extends DBSchema> {
  readonly name: string;
  readonly version: number;
  upgrade(
    fresh: IDBPDatabase<S>,
    from: number,
    transaction: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>,
  ): void | Promise<void>;
  /** `full`: the device has no room left. `failed`: anything else, such as a private window that keeps nothing. */
  readonly codes: { readonly full: ErrorCode; readonly failed: ErrorCode };
}

/** What belongs to the container itself, rather than to what it verifies. */
export const CONTAINER_CODES = {
  full: 'ERR_CONTAINER_DEVICE_FULL',
  failed: 'ERR_CONTAINER_STORAGE_BLOCKED',
} as const satisfies KeptDatabaseOptions<DBSchema>['codes'];

/** Something on this device, in IndexedDB. */
export function createKeptDatabase<S extends DBSchema>(options: KeptDatabaseOptions<S>): KeptDatabase<S> {
  const { name, version, upgrade, codes } = options;
  let opening: Promise<IDBPDatabase<S>> | undefined;
  let opened: IDBPDatabase<S> | undefined;

  function close(): void {
    opened?.close();
    opening = undefined;
    opened = undefined;
  }
  async function open(): Promise<IDBPDatabase<S>> {
    opened = await openDB<S>(name, version, {
      upgrade: (fresh, from, _to, transaction) => upgrade(fresh, from, transaction),
      // Another tab runs a newer build: let it upgrade, and open again when asked.
      blocking: close,
      terminated: close,
    });
    return opened;
  }

  return {
    async use(work) {
      try {
        opening ??= open();
        return await work(await opening);
      } catch (cause) {
        if (cause instanceof PorticoError) throw cause;
        const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
        if (!isFull) close();
        throw new PorticoError(isFull ? codes.full : codes.failed, { cause });
      }
    },
    close,
  };
}
