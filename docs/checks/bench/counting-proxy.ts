import { request as ask, createServer } from 'node:http';
import { type Listening, listenOnLoopback } from '../product/loopback.ts';

/** What an answer is, by the beginning of its path; the first that fits. */
const kinds = {
  files: /^\/blobs\//,
  snapshot: /^\/tuf\/\d+\.snapshot\.json/,
  bins: /^\/tuf\/\d+\.bin/,
  targets: /^\/tuf\/targets\//,
  'other metadata': /^\/tuf\//,
  rest: /^/,
} as const;
type Kind = keyof typeof kinds;

/** Bytes of answers that have passed, without their headers; as they travel, so compressed where they were. */
export type Passed = Readonly<Record<Kind, number>>;

export interface CountingProxy extends Listening {
  passed(): Passed;
  /** Milliseconds since the last byte. */
  quietFor(): number;
}

/** Stands between a browser and the product and counts. The browser must be told that the product's hosts are here. */
export async function startCountingProxy(productPort: number): Promise<CountingProxy> {
  const counted = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0])) as Record<Kind, number>;
  let lastAt = performance.now();
  const server = createServer((incoming, response) => {
    const { method, url: path = '/', headers } = incoming;
    const [kind] = (Object.entries(kinds) as [Kind, RegExp][]).find(([, pattern]) => pattern.test(path)) ?? ['rest'];
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
  return {
    ...(await listenOnLoopback(server)),
    passed: () => ({ ...counted }),
    quietFor: () => performance.now() - lastAt,
  };
}
