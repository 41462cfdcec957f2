/** The same app as an ordinary web site, and ordinary pages that open it: in an iframe, and by each engine. */
import { createServer } from 'node:http';
import { bundle } from '../bundle.ts';
import { contentType, plainTexts, type SiteFiles } from '../site-files.ts';

/** Ways to open an app that are not ours. Each has a page in `hosts/`. */
export const plainSides = ['iframe', 'qiankun', 'wujie', 'micro-app'] as const;
export type PlainSide = (typeof plainSides)[number];

export interface PlainSites {
  /** The page with the tile. */
  page(side: PlainSide): string;
  close(): Promise<void>;
}

/** A process of its own for every app, as in the container; kept for ever; and engines fetch from another origin. */
const headers = {
  'Origin-Agent-Cluster': '?1',
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Access-Control-Allow-Origin': '*',
};

/**
 * @param packed the app in the packed form, for the iframe
 * @param classic the app as one classic script, for the engines
 */
export async function servePlainSites(packed: SiteFiles, classic: SiteFiles, label: string): Promise<PlainSites> {
  const unpacked = plainTexts(packed);
  const scripts = new Map<string, string>();
  for (const side of plainSides) scripts.set(`/${side}.js`, await bundle(`opening/hosts/${side}.ts`, 'iife'));

  let port = 0;
  const appHost = (side: PlainSide): string => `a-plain-${side}.portico.localhost:${port}`;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (body: string | Uint8Array, type = contentType(path)): void => {
      response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
    };
    const { host = '' } = request.headers;
    const file = host.startsWith('a-') && (host === appHost('iframe') ? unpacked : classic).get(path.slice(1));
    const side = plainSides.find((name) => path === `/${name}`);
    const script = scripts.get(path);
    if (file) send(file);
    else if (script) send(script);
    else if (side) send(pageWithTile(side, `http://${appHost(side)}/index.html`, label), contentType('.html'));
    else if (path === '/empty') send('<!doctype html><title>Empty</title>', contentType('.html'));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  port = address.port;
  return {
    page: (side) => `http://bank.portico.localhost:${port}/${side}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pageWithTile = (side: PlainSide, entry: string, label: string): string => `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plain</title>
<style>html, body { margin: 0; height: 100% } button { width: 100%; height: 76px } .place, .place > * { position: fixed; inset: 0; width: 100%; height: 100%; border: 0 }</style>
<body><script src="/${side}.js" data-entry="${entry}" data-label="${label}"></script></body>
</html>`;
