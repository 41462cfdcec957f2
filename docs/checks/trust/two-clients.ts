import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { Updater } from 'tuf-js';
import { createMemoryTrustStore, type TrustStore } from '../../../container/services/tuf/trust-store.ts';
import { createTufClient } from '../../../container/services/tuf/tuf-client.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** What a client makes of a repository: the target's bytes, that there is none, or why it refused. */
export type Verdict =
  | { readonly accepts: true; readonly bytes: string | undefined }
  | { readonly accepts: false; readonly why: string };

export interface Verdicts {
  readonly tufJs: Verdict;
  readonly container: Verdict;
}

/** Two clients of one repository that have seen the same things: tuf-js, and the container's own verifier. */
export interface TwoClients {
  /** Refreshes both and fetches one target with each. */
  ask(targetPath: string, now?: Date): Promise<Verdicts>;
  /** A second pair with the same memory. */
  copy(): Promise<TwoClients>;
  dispose(): Promise<void>;
}

export async function createTwoClients(origin: string, root: Uint8Array<ArrayBuffer>): Promise<TwoClients> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-tuf-'));
  await writeFile(join(folder, 'root.json'), root);
  return clientsWith(origin, root, folder, createMemoryTrustStore());
}

function clientsWith(origin: string, root: Uint8Array<ArrayBuffer>, folder: string, store: TrustStore): TwoClients {
  return {
    async ask(path, now) {
      // tuf-js reads the clock itself; ours is told the time.
      if (now) mock.timers.enable({ apis: ['Date'], now });
      try {
        return {
          tufJs: await verdictOf(() => askTufJs(origin, folder, path)),
          container: await verdictOf(() => askContainer(origin, root, store, path, now ?? new Date())),
        };
      } finally {
        mock.timers.reset();
      }
    },
    async copy() {
      const otherFolder = await mkdtemp(join(tmpdir(), 'portico-tuf-'));
      await cp(folder, otherFolder, { recursive: true });
      const otherStore = createMemoryTrustStore();
      const names = await store.names();
      await otherStore.put(
        new Map(await Promise.all(names.map(async (name) => [name, await store.get(name)] as const))),
      );
      return clientsWith(origin, root, otherFolder, otherStore);
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function verdictOf(ask: () => Promise<string | undefined>): Promise<Verdict> {
  try {
    return { accepts: true, bytes: await ask() };
  } catch (error) {
    if (error instanceof PorticoError) return { accepts: false, why: error.code };
    return { accepts: false, why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

async function askTufJs(origin: string, folder: string, path: string): Promise<string | undefined> {
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl: `${origin}/tuf`,
    targetDir: folder,
    targetBaseUrl: `${origin}/tuf/targets`,
    config: { fetchRetries: 0 },
  });
  await updater.refresh();
  const info = await updater.getTargetInfo(path);
  return info && readFile(await updater.downloadTarget(info, join(folder, 'target')), 'utf8');
}

async function askContainer(
  origin: string,
  shippedRoot: Uint8Array<ArrayBuffer>,
  store: TrustStore,
  path: string,
  now: Date,
): Promise<string | undefined> {
  const client = createTufClient({
    baseUrl: `${origin}/tuf`,
    store,
    shippedRoot,
    fetch: (url, init) => fetch(url, init),
  });
  await client.load();
  await client.refresh(now);
  const line = await client.find(path, now);
  return line && new TextDecoder().decode((await client.read(path, line)).bytes);
}
