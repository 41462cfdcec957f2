import { join } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import type { Clock, Platform } from '../platform/index.ts';
import type { PrivateJwk } from './keys/ed25519.ts';
import { type KeyFileOptions, readOrCreatePrivateKey } from './keys/key-files.ts';
import { createSecrets, type Secrets } from './keys/secrets.ts';
import type { IdentityTables } from './tables.ts';

export type IdentityDb = Kysely<IdentityTables>;
export type IdentityTx = Transaction<IdentityTables>;

/** What every part of this module is handed: the platform, its own tables, and its key files, read on first use. */
export interface Context {
  readonly platform: Platform;
  readonly db: IdentityDb;
  readonly clock: Clock;
  readonly secrets: () => Promise<Secrets>;
  readonly serviceKey: () => Promise<PrivateJwk>;
  readonly issuerKey: () => Promise<PrivateJwk>;
  readonly keyFiles: KeyFileOptions;
}

export function createContext(platform: Platform): Context {
  const folder = join(platform.config.dataDir, 'keys', 'identity');
  const keyFiles = { random: platform.random, create: platform.config.demo };
  return {
    platform,
    db: platform.db.withTables<IdentityTables>(),
    clock: platform.clock,
    secrets: once(() => createSecrets(join(folder, 'secrets.key'), keyFiles)),
    serviceKey: once(() => readOrCreatePrivateKey(join(folder, 'service.json'), keyFiles)),
    issuerKey: once(() => readOrCreatePrivateKey(join(folder, 'issuer.json'), keyFiles)),
    keyFiles,
  };
}

/** Runs `make` at the first call; a failed try is forgotten, so that the next call tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

export function secondsAfter(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
