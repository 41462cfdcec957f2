import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { selfSigned } from './self-signed.ts';

/** The one origin that the lab's manifest declares; the browser of the corpus finds it on this machine. */
export const OPEN_HOST = 'open.attacklab.example';

/** A host that an app may talk to directly, which redirects wherever it is asked to. */
export interface OpenHost {
  readonly port: number;
  /** What was asked of it, oldest first. */
  requests(): readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

export async function startOpenHost(): Promise<OpenHost> {
  const heard: { path: string; headers: IncomingHttpHeaders }[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer(selfSigned(OPEN_HOST), (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', `https://${OPEN_HOST}`);
    heard.push({ path: request.url ?? '', headers: request.headers });
    const to = searchParams.get('to');
    response.writeHead(to === null ? 200 : 302, {
      'access-control-allow-origin': '*',
      'content-type': 'text/plain',
      ...(to !== null && { location: to }),
    });
    response.end('open');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests: () => [...heard],
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
