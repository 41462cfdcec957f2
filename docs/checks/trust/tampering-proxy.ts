import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the network does to one answer. `undefined` leaves it alone. */
export type Tamper = (path: string, honest: Uint8Array) => Tampered | undefined;
export type Tampered = { readonly body: Uint8Array } | { readonly status: number } | { readonly endless: true };

export interface TamperingProxy {
  readonly origin: string;
  tamper: Tamper;
  /** Bytes written to the longest endless answer that a client with this `User-Agent` took. */
  poured(userAgent: RegExp): number;
  close(): Promise<void>;
}

const POUR = new Uint8Array(64 * 1024).fill(0x20);
/** Stops pouring here even if the client never hangs up, so that a test fails instead of filling memory. */
const POUR_AT_MOST = 32 * 1024 * 1024;

/** Also ends when nobody reads any more. */
async function untilDrained(response: ServerResponse): Promise<void> {
  const one = new AbortController();
  const { signal } = one;
  await Promise.race(['drain', 'close'].map((event) => once(response, event, { signal })));
  one.abort();
}

/** Stands between clients and the registry, over real HTTP, as a hostile network or a poisoned cache would. */
export async function createTamperingProxy(registry: string): Promise<TamperingProxy> {
  const poured: { userAgent: string; bytes: number }[] = [];
  async function answer(path: string, userAgent: string, response: ServerResponse): Promise<void> {
    const honest = await fetch(registry + path);
    const bytes = new Uint8Array(await honest.arrayBuffer());
    const tampered = proxy.tamper(path, bytes);
    if (tampered && 'endless' in tampered) return pour(response, userAgent);
    if (tampered && 'status' in tampered) return void response.writeHead(tampered.status).end();
    response.writeHead(tampered ? 200 : honest.status, { 'content-type': 'application/json' });
    response.end(tampered ? tampered.body : bytes);
  }
  async function pour(response: ServerResponse, userAgent: string): Promise<void> {
    const answer = { userAgent, bytes: 0 };
    poured.push(answer);
    response.writeHead(200, { 'content-type': 'application/json' });
    while (!response.destroyed && answer.bytes < POUR_AT_MOST) {
      answer.bytes += POUR.length;
      if (!response.write(POUR)) await untilDrained(response);
    }
    response.end();
  }
  const server = createServer((request, response) => {
    answer(request.url ?? '/', request.headers['user-agent'] ?? '', response).catch((error: unknown) =>
      response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy = {
    origin: `http://127.0.0.1:${port}`,
    tamper: (() => undefined) as Tamper,
    poured: (userAgent: RegExp) =>
      Math.max(0, ...poured.filter((answer) => userAgent.test(answer.userAgent)).map((answer) => answer.bytes)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
