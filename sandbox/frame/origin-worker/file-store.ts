/** Verified bytes by their SHA-256: from Cache Storage when what lies there is still right, otherwise from the server. */
import { type OriginWorkerConfig, originPaths } from '../../contract/origin-pages.ts';

export interface FileStore {
  /** `undefined` when nobody has the right bytes now. */
  bytes(digest: string): Promise<ArrayBuffer | undefined>;
  /** Brings what is missing, one file after the other, so that the site also opens without a network. */
  fill(): Promise<void>;
  /** Deletes what the release does not refer to. */
  purge(): Promise<void>;
}

export interface FileStoreParts {
  open(): Promise<Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>>;
  fetch(path: string): Promise<Response>;
}

export function createFileStore({ digest: release, files }: OriginWorkerConfig, parts: FileStoreParts): FileStore {
  const digests = new Set(Object.values(files).map(({ digest }) => digest));
  const addressOf = (digest: string): string => originPaths.file(release, digest);
  /** The key leaves the release out: a file that two releases share is fetched once. */
  const keyOf = (digest: string): string => `/.portico/files/${digest}`;
  let filling: Promise<void> | undefined;

  const bytes = async (digest: string): Promise<ArrayBuffer | undefined> => {
    const cache = await parts.open();
    const kept = await cache.match(keyOf(digest));
    const known = kept && (await matching(kept, digest));
    if (known) return known;
    const fetched = await fetchOrNothing(addressOf(digest));
    const fresh = fetched?.ok ? await matching(fetched, digest) : undefined;
    if (fresh) await cache.put(keyOf(digest), new Response(fresh.slice(0))).catch(() => undefined);
    return fresh;
  };

  const fetchOrNothing = async (path: string): Promise<Response | undefined> => {
    try {
      return await parts.fetch(path);
    } catch {
      // Offline; the page sees its request fail, as on any site.
      return undefined;
    }
  };

  return {
    bytes,
    fill() {
      filling ??= (async () => {
        const cache = await parts.open();
        for (const digest of digests) if (!(await cache.match(keyOf(digest)))) await bytes(digest);
      })().finally(() => {
        filling = undefined;
      });
      return filling;
    },
    async purge() {
      const cache = await parts.open();
      for (const request of await cache.keys()) {
        if (!digests.has(request.url.slice(request.url.lastIndexOf('/') + 1))) await cache.delete(request);
      }
    },
  };
}

/** The body, if it is what the digest says. */
async function matching(response: Response, digest: string): Promise<ArrayBuffer | undefined> {
  const body = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === digest ? body : undefined;
}
