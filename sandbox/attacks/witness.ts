import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One sign that something got out. */
export interface Hit {
  readonly via: 'connect' | 'http' | 'websocket' | 'udp';
  /** What was asked for, e.g. `GET /15/open`; the datagram's length for UDP; empty for a bare connection. */
  readonly what: string;
}

/** A server that listens for what a hostile app sends out: TCP connections, HTTP, WebSocket upgrades, UDP datagrams. */
export interface Witness {
  /** `http://evil.localhost:<port>`: another site than everything of the bank’s. */
  readonly origin: string;
  readonly udpPort: number;
  /** What has been heard since the last `forget()`. */
  hits(): readonly Hit[];
  forget(): void;
  /** Address of an ordinary page with the lab's code on it, of another site, with these response headers. */
  controlPage(headers?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

/**
 * @param controlScript the lab's code, as the script of the ordinary page
 * @param cardScript the code of the lab's card, for a worker of that page
 */
export async function startWitness(controlScript: string, cardScript = ''): Promise<Witness> {
  const heard: Hit[] = [];
  const sockets = new Set<Socket>();
  let controlHeaders: Readonly<Record<string, string>> = {};
  const page = `<!doctype html><meta charset="utf-8"><body><script>${controlScript.replaceAll('</script', '<\\/script')}</script>`;
  const asked = (request: IncomingMessage): string => `${request.method} ${request.url}`;

  const http = createServer((request, response) => {
    heard.push({ via: 'http', what: asked(request) });
    const isControl = request.url === '/control';
    const isCard = request.url === '/control-card.js';
    response.writeHead(200, {
      'content-type': isControl ? 'text/html' : isCard ? 'text/javascript' : 'text/plain',
      'access-control-allow-origin': '*',
      ...(isControl && controlHeaders),
    });
    response.end(isControl ? page : isCard ? cardScript : 'heard');
  });
  http.on('upgrade', (request, socket) => {
    heard.push({ via: 'websocket', what: asked(request) });
    socket.destroy();
  });
  http.on('connection', (socket) => {
    heard.push({ via: 'connect', what: '' });
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const udp = createSocket('udp4');
  udp.on('message', (datagram) => heard.push({ via: 'udp', what: `${datagram.byteLength} bytes` }));

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', resolve);
  });
  const port = (http.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://evil.localhost:${port}`,
    udpPort: udp.address().port,
    hits: () => [...heard],
    forget: () => {
      heard.length = 0;
    },
    controlPage(headers = {}) {
      controlHeaders = headers;
      return `http://control.localhost:${port}/control`;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise((resolve) => http.close(resolve)),
        new Promise<void>((resolve) => udp.close(() => resolve())),
      ]);
    },
  };
}
