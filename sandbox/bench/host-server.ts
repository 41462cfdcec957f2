import { createServer } from 'node:http';
import { renderFramePage } from '../contract/frame-page.ts';
import { bundle } from './bundle.ts';
import { contentType, plainTexts, type SiteFiles } from './site-files.ts';

export interface HostServerOptions {
  /** The host page's script, a path within this folder. */
  readonly page: string;
  /** Host → what is served there as an ordinary site, and to the host page under `/files/<host>/` as packed. */
  readonly apps?: ReadonlyMap<string, SiteFiles>;
  /** False: without the header that gives each origin a process of its own. The frame page always has its own headers. */
  readonly ownProcesses?: boolean;
}

export interface HostServer {
  readonly hostPage: string;
  /** Address of the frame page on a guest's own host. */
  frameUrl(name: string): string;
  /** Address of the same app as an ordinary site. */
  siteUrl(name: string): string;
  close(): Promise<void>;
}

/** The host page on `bank.…`; on every `a-….` host the product's frame page with its real headers, and the plain app. */
export async function serveHostPage(options: HostServerOptions): Promise<HostServer> {
  const { apps = new Map<string, SiteFiles>(), ownProcesses = true } = options;
  const [page, loader] = await Promise.all([bundle(options.page, 'iife'), bundle('sandbox/frame/loader.ts', 'iife')]);
  const plain = new Map([...apps].map(([name, files]) => [name, plainTexts(files)]));
  const agentCluster = ownProcesses ? { 'Origin-Agent-Cluster': '?1' } : undefined;

  let port = 0;
  const hostOrigin = (): string => `http://bank.portico.localhost:${port}`;
  const appOrigin = (name: string): string => `http://a-${name}.portico.localhost:${port}`;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (body: string | Uint8Array, type = contentType(path)): void => {
      response.writeHead(200, { ...agentCluster, 'Content-Type': type }).end(body);
    };
    const guest = /^a-([a-z0-9-]+)\./.exec(request.headers.host ?? '')?.[1];
    const [, name = '', packed = ''] = /^\/files\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const file = guest === undefined ? apps.get(name)?.get(packed) : plain.get(guest)?.get(path.slice(1));
    if (file) send(file);
    else if (guest !== undefined && path === FRAME_PAGE) {
      const frame = renderFramePage({
        loader,
        nonce: 'bench-nonce-00000',
        containerOrigin: hostOrigin(),
        domains: { connect: [], image: [], media: [] },
      });
      response.writeHead(200, frame.headers).end(frame.html);
    } else if (guest === undefined && path === '/page.js') send(page);
    else if (guest === undefined && path === '/') {
      send(HOST_PAGE, contentType('.html'));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  port = address.port;
  return {
    hostPage: `${hostOrigin()}/`,
    frameUrl: (name) => `${appOrigin(name)}${FRAME_PAGE}`,
    siteUrl: (name) => `${appOrigin(name)}/index.html`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As wide as the device, like the container's. */
const HOST_PAGE =
  '<!doctype html><meta name="viewport" content="width=device-width"><title>Bench</title><body><script src="/page.js"></script>';
const FRAME_PAGE = '/.portico/bench/frame.html';
