import { request as ask, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listenOnLoopback } from '../product/loopback.ts';

/** What comes instead of a text answer, such as that of a registry with another build; `undefined` leaves it alone. */
export type Change = (path: string, honest: string) => string | undefined;

export interface ChangingProxy extends Listening {
  /** Which answers are read whole at all. */
  change: { readonly paths: RegExp; readonly to: Change };
}

/** Stands between a browser and the product. The browser must be told that the product's hosts are here. */
export async function startChangingProxy(productPort: number, change: ChangingProxy['change']): Promise<ChangingProxy> {
  const server = createServer((incoming, response) => {
    const { method, url: path = '/' } = incoming;
    const { paths, to } = proxy.change;
    const isRead = paths.test(path);
    const headers = isRead ? { ...incoming.headers, 'accept-encoding': 'identity' } : incoming.headers;
    const outgoing = ask({ host: '127.0.0.1', port: productPort, method, path, headers }, (answer) => {
      if (!isRead) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      text(answer).then(
        (honest) => {
          const { 'content-length': _length, ...kept } = answer.headers;
          response.writeHead(answer.statusCode ?? 502, { ...kept, 'cache-control': 'no-store' });
          response.end(to(path, honest) ?? honest);
        },
        () => response.destroy(),
      );
    });
    outgoing.on('error', () => response.destroy());
    // A stream of notices has no end but this one.
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  const proxy: ChangingProxy = { ...(await listenOnLoopback(server)), change };
  return proxy;
}
