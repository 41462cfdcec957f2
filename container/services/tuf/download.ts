import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Bytes } from './bytes.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds until a download is given up: a slow registry must not hold up an app that could open without it. */
const DEADLINE_MS = 15_000;

/**
 * Reads at most `maxBytes` and then hangs up, whatever the server goes on sending (the endless-data attack).
 * `undefined` when there is no such file. Our registry says so with 204 if asked, any other server with 404; neither answer is
 * signed, so one is worth as much as the other, and 404 would be an error in the page's console.
 * @throws PorticoError ERR_TRUST_TOO_LARGE, ERR_TRUST_UNREACHABLE
 */
export async function download(fetch: Fetch, url: string, maxBytes: number): Promise<Bytes | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), DEADLINE_MS);
  try {
    const headers = { 'portico-absent': '204' };
    const response = await fetch(url, { headers, credentials: 'omit', redirect: 'error', signal: controller.signal });
    // 403 because some object stores answer so for what is absent.
    if ([204, 404, 403].includes(response.status)) return undefined;
    if (!response.ok || !response.body) {
      throw new PorticoError('ERR_TRUST_UNREACHABLE', { detail: `The answer was ${response.status}.` });
    }
    return await readAtMost(response.body, maxBytes);
  } catch (cause) {
    if (cause instanceof PorticoError) throw cause;
    throw new PorticoError('ERR_TRUST_UNREACHABLE', { cause });
  } finally {
    clearTimeout(timer);
    // Ends the transfer when it was given up; nothing to do when it was complete.
    controller.abort();
  }
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length;
    if (length > maxBytes) {
      throw new PorticoError('ERR_TRUST_TOO_LARGE', { detail: `It is over ${maxBytes} bytes.` });
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
