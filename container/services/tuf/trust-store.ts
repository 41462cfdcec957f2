import type { Bytes } from './bytes.ts';

/** What is kept on this device between visits, by name. `IndexedDB` in the container; anything of this shape in tests. */
export interface TrustStore {
  get(name: string): Promise<Bytes | undefined>;
  names(): Promise<readonly string[]>;
  /** All of it or nothing. `undefined` deletes. */
  put(entries: ReadonlyMap<string, Bytes | undefined>): Promise<void>;
}

/** For browsers that refuse storage, and for tests: forgets at the end of the visit. */
export function createMemoryTrustStore(): TrustStore {
  const kept = new Map<string, Bytes>();
  return {
    get: async (name) => kept.get(name),
    names: async () => [...kept.keys()],
    async put(entries) {
      for (const [name, bytes] of entries) {
        if (bytes === undefined) kept.delete(name);
        else kept.set(name, bytes);
      }
    },
  };
}
