import { request as ask, createServer } from 'node:http';

/** Bytes of answers that have passed, without their headers; as they travel, so compressed where they were. */
export interface Passed {
  /** Files of apps, by digest. */
  readonly blobs: number;
  /** What says which release is the one, and that it is approved. */
  readonly metadata: number;
  readonly rest: number;
}

export interface CountingProxy {
  readonly port: number;
  passed(): Passed;
  /** Milliseconds since the last byte. */
  quietFor(): number;
  close(): Promise<void>;
}

/** Stands between a browser and the product and counts. The browser must be told that the product's hosts are here. */
export async function startCountingProxy(productPort: number): Promise<CountingProxy> {
  const counted = { blobs: 0, metadata: 0, rest: 0 };
  let lastAt = performance.now();
  const server = createServer((incoming, response) => {
    const { method, url: path = '/', headers } = incoming;
    const kind = path.startsWith('/blobs/') ? 'blobs' : path.startsWith('/tuf/') ? 'metadata' : 'rest';
    const outgoing = ask({ host: '127.0.0.1', port: productPort, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (chunk: Buffer) => {
        counted[kind] += chunk.byteLength;
        lastAt = performance.now();
      });
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    // A stream of notices has no end but this one.
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  return {
    port: address.port,
    passed: () => ({ ...counted }),
    quietFor: () => performance.now() - lastAt,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
