import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { type ErrorCode, PorticoError } from '../../sandbox/contract/index.ts';

export interface KeptDatabase<S extends DBSchema> {
  /**
   * Does one piece of work on the database, opened when it is first needed and again after it was lost. Errors of the work
   * itself stay as they are. @throws PorticoError the codes of the options
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

  /** Lets go of one connection, which may not be the latest: what is under way on it ends first. */
  function drop(connection: Promise<IDBPDatabase<S>> | undefined): void {
    if (opening === connection) opening = undefined;
    connection?.then(
      (database) => database.close(),
      () => undefined,
    );
  }
  function open(): Promise<IDBPDatabase<S>> {
    const connection: Promise<IDBPDatabase<S>> = openDB<S>(name, version, {
      upgrade: (fresh, from, _to, transaction) => upgrade(fresh, from, transaction),
      // Another tab runs a newer build: let it upgrade, and open again when asked.
      blocking: () => drop(connection),
      terminated: () => drop(connection),
    });
    return connection;
  }
  function failed(connection: Promise<IDBPDatabase<S>>, cause: unknown): PorticoError {
    drop(connection);
    console.warn(`portico: ${name} does not work and is opened again when it is needed`, cause);
    return new PorticoError(codes.failed, { cause });
  }

  return {
    async use(work) {
      opening ??= open();
      const connection = opening;
      let database: IDBPDatabase<S>;
      try {
        database = await connection;
      } catch (cause) {
        throw failed(connection, cause);
      }
      try {
        return await work(database);
      } catch (cause) {
        if (!(cause instanceof DOMException)) throw cause;
        if (cause.name === 'QuotaExceededError') throw new PorticoError(codes.full, { cause });
        throw failed(connection, cause);
      }
    },
    close: () => drop(opening),
  };
}

/**
 * One transaction with what it is to do, over when the transaction is. It takes nothing back: whoever may refuse does so before
 * the first write. What the transaction says of a fault is left unheard where a step has said it already.
 */
export async function inTransaction<T>(
  transaction: { readonly done: Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  const { done } = transaction;
  done.catch(() => undefined);
  const result = await work();
  await done;
  return result;
}
