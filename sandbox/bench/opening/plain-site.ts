/** The same packed files as an ordinary web site, and an ordinary page that opens it in an ordinary iframe. */
import { createServer } from 'node:http';

export interface PlainSite {
  /** The page with the tile. */
  readonly page: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** @param files package path → bytes, in the packed form */
export async function servePlainSite(files: ReadonlyMap<string, Uint8Array>, label: string): Promise<PlainSite> {
  // On a site of its own, what the frame's loader turns into blob addresses is an ordinary path.
  const site = new Map(
    [...files].map(([path, bytes]) => {
      const isText = /\.(?:html|js|css)$/.test(path);
      return [`/${path}`, isText ? Buffer.from(Buffer.from(bytes).toString().replaceAll('portico:/', '/')) : bytes];
    }),
  );
  let port = 0;
  const server = createServer((request, response) => {
    // A process of its own, as every app of the container has.
    const headers = { 'Origin-Agent-Cluster': '?1', 'Cache-Control': 'public, max-age=31536000, immutable' };
    const path = request.url ?? '/';
    const file = request.headers.host?.startsWith('a-') ? site.get(path) : undefined;
    if (file) {
      response.writeHead(200, { ...headers, 'Content-Type': types[path.split('.').pop() ?? ''] ?? '' }).end(file);
    } else if (path === '/') {
      response.writeHead(200, { ...headers, 'Content-Type': types.html }).end(pageWithTile(port, label));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  port = address.port;
  return {
    page: `http://bank.portico.localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pageWithTile = (port: number, label: string): string => `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plain</title>
<style>body { margin: 0 } button { width: 100%; height: 76px } iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0 }</style>
<button type="button">${label}</button>
<script>
  document.querySelector('button').addEventListener('click', () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    frame.src = 'http://a-plain.portico.localhost:${port}/index.html';
    document.body.append(frame);
  });
</script>
</html>`;
