import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { renderFramePage } from '../../contract/frame-page.ts';

const room = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One script from an entry of the bench, bundled and minified as what customers and partners get is. */
export async function bundle(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry.startsWith('sandbox/') ? entry : `${room}${entry}`],
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

export interface BenchServer {
  readonly port: number;
  readonly hostPage: string;
  /** Address of the frame page on a contender's own host. */
  frameUrl(name: string): string;
  close(): Promise<void>;
}

/** The host page on `bank.…`, the product's frame page with its real headers on every `a-….` host. */
export async function serveBridgeBench(): Promise<BenchServer> {
  const [page, loader] = await Promise.all([bundle('page.ts', 'iife'), bundle('sandbox/frame/loader.ts', 'iife')]);
  let port = 0;
  const hostOrigin = (): string => `http://bank.portico.localhost:${port}`;
  const server = createServer((request, response) => {
    if (request.headers.host?.startsWith('a-')) {
      const frame = renderFramePage({
        loader,
        nonce: 'bench-nonce-00000',
        containerOrigin: hostOrigin(),
        domains: { connect: [], image: [], media: [] },
      });
      response.writeHead(200, frame.headers).end(frame.html);
    } else if (request.url === '/page.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(page);
    } else {
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Origin-Agent-Cluster': '?1' };
      response.writeHead(200, headers).end('<!doctype html><title>Bench</title><body><script src="/page.js"></script>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  port = address.port;
  return {
    port,
    hostPage: `${hostOrigin()}/`,
    frameUrl: (name) => `http://a-${name}.portico.localhost:${port}/.portico/bench/frame.html`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
