import { type FileDigest, PorticoError } from '../../../sandbox/contract/index.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds without a single byte after which a download is given up. */
const STALL_MS = 20_000;

/**
 * Exactly `size` bytes of `/blobs/<digest>`, unverified. More than that is not read.
 * @throws PorticoError ERR_TRUST_BLOB_UNAVAILABLE, ERR_TRUST_BLOB_TAMPERED
 */
export async function fetchBlob(
  fetch: Fetch,
  origin: string,
  digest: FileDigest,
  size: number,
  onBytes: (count: number) => void,
): Promise<ArrayBuffer> {
  const controller = new AbortController();
  let stall = setTimeout(() => controller.abort(), STALL_MS);
  try {
    const init: RequestInit = { credentials: 'omit', redirect: 'error', signal: controller.signal };
    const response = await fetch(`${origin}/blobs/${digest}`, init);
    if (!response.ok || !response.body) {
      throw new PorticoError('ERR_TRUST_BLOB_UNAVAILABLE', { detail: `The answer was ${response.status}.` });
    }
    const bytes = new Uint8Array(size);
    let at = 0;
    const reader = response.body.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      clearTimeout(stall);
      stall = setTimeout(() => controller.abort(), STALL_MS);
      if (at + step.value.length > size) throw tampered(digest);
      bytes.set(step.value, at);
      at += step.value.length;
      onBytes(step.value.length);
    }
    if (at < size) throw tampered(digest);
    return bytes.buffer;
  } catch (cause) {
    if (cause instanceof PorticoError) throw cause;
    throw new PorticoError('ERR_TRUST_BLOB_UNAVAILABLE', { cause });
  } finally {
    clearTimeout(stall);
    controller.abort();
  }
}

export const tampered = (digest: FileDigest): PorticoError =>
  new PorticoError('ERR_TRUST_BLOB_TAMPERED', { data: { digest } });
