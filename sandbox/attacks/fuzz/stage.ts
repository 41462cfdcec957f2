/** The hosts that the fuzzers in a browser need: the container's page, frame pages, a stranger, and a witness. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { renderFramePage } from '../../contract/frame-page.ts';
import type { LoaderPage } from './loader.ts';
import type { FuzzPage } from './realm.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function bundle(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`sandbox/${entry}`],
    bundle: true,
    format,
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

export interface FuzzStage {
  readonly hostPage: string;
  readonly page: FuzzPage & LoaderPage;
  /** Requests that no honest page would have made, since the last look. */
  leaks(): readonly string[];
  close(): Promise<void>;
}

export async function startFuzzStage(): Promise<FuzzStage> {
  const [script, sender, loader, attacker] = await Promise.all([
    bundle('attacks/fuzz/page.ts', 'iife'),
    bundle('attacks/fuzz/sender.ts', 'iife'),
    bundle('frame/loader.ts', 'iife'),
    bundle('attacks/fuzz/attacker.ts', 'esm'),
  ]);
  let origin = '';
  const leaked: string[] = [];
  const asScript = (body: string) => ({ headers: { 'Content-Type': 'text/javascript' }, body });
  const pageOf = (source: string, policy = 'frame-src *') => ({
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Origin-Agent-Cluster': '?1',
      'Content-Security-Policy': policy,
    },
    body: `<!doctype html><meta charset="utf-8"><title>Fuzz</title><link rel="icon" href="data:,"><body><script src="${source}"></script>`,
  });
  const answer = (host: string, path: string) => {
    const port = origin.split(':')[2] ?? '';
    if (host === `bank.portico.localhost:${port}`) {
      if (path === '/page.js') return asScript(script);
      return path === '/' ? pageOf('/page.js', `frame-src http://*.portico.localhost:${port}`) : undefined;
    }
    if (host === `other.portico.localhost:${port}`) {
      if (path === '/sender.js') return asScript(sender);
      return path === '/sender.html' ? pageOf('/sender.js') : undefined;
    }
    if (host === `a-fuzz.portico.localhost:${port}` && path === '/frame.html') {
      const domains = { connect: [], image: [], media: [] };
      const page = renderFramePage({ loader, nonce: 'fuzz-nonce-000000', containerOrigin: origin, domains });
      return { headers: page.headers, body: page.html };
    }
    return undefined;
  };
  const server = createServer((request, response) => {
    const { host = '', 'sec-fetch-dest': destination } = request.headers;
    const found = answer(host, request.url ?? '');
    if (found !== undefined) {
      response.writeHead(200, found.headers).end(found.body);
      return;
    }
    leaked.push(`${destination} http://${host}${request.url}`);
    response.writeHead(404).end();
  });
  const port = await listening(server);
  origin = `http://bank.portico.localhost:${port}`;
  return {
    hostPage: `${origin}/`,
    page: {
      frameUrl: `http://a-fuzz.portico.localhost:${port}/frame.html`,
      senderUrl: `http://other.portico.localhost:${port}/sender.html`,
      evil: `http://evil.localhost:${port}`,
      attacker,
    },
    leaks: () => leaked.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
