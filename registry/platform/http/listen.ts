import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Config } from '../config.ts';

/** Addresses that this machine does not have (IPv6 turned off) are left out, as long as one remains. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

const QUIET_MS = 30;
const QUIET_PATIENCE_MS = 1_000;

/** A port that was free a moment ago on the first loopback address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await bind(server, 0, '127.0.0.1');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  return address.port;
}

/** Tries the port without serving, so that a taken one is named before PostgreSQL is started. */
export async function assertPortFree(config: Config): Promise<void> {
  for (const address of config.listen) {
    const server = createServer();
    if (await bind(server, config.port, address)) await new Promise((resolve) => server.close(resolve));
  }
}

export interface Listening {
  readonly port: number;
  /** Stops accepting; open connections are the HTTP server's to close. */
  close(): Promise<void>;
}

/**
 * Listens on every configured address. There is one HTTP server; sockets of the other listeners are handed to it, so
 * that draining sees all connections.
 */
export async function listen(app: FastifyInstance, config: Config, log: Logger): Promise<Listening> {
  const listeners: Server[] = [];
  let acceptedAt = 0;
  for (const address of config.listen) {
    const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
      acceptedAt = performance.now();
      app.server.emit('connection', socket);
    });
    if (await bind(server, config.port, address)) listeners.push(server);
    else log.warn({ address }, 'this machine does not have the address; it is left out');
  }
  const bound = listeners[0]?.address();
  if (!bound || typeof bound === 'string') {
    throw new PorticoError('ERR_PLATFORM_CONFIG_VALUE', { detail: 'No address of PORTICO_LISTEN exists here.' });
  }
  return {
    port: bound.port,
    async close() {
      // The kernel resets connections that it has made and we have not yet accepted, so a moment without any is best.
      const deadline = performance.now() + QUIET_PATIENCE_MS;
      while (performance.now() - acceptedAt < QUIET_MS && performance.now() < deadline) await sleep(5);
      for (const server of listeners) server.close();
    },
  };
}

function bind(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (NO_SUCH_ADDRESS.has(error.code ?? '')) resolve(false);
      else if (error.code === 'EADDRINUSE') {
        reject(new PorticoError('ERR_PLATFORM_CONFIG_PORT_IN_USE', { detail: `${host} port ${port}.`, cause: error }));
      } else {
        const detail = `PORTICO_PORT ${port} on ${host}: ${error.code}.`;
        reject(new PorticoError('ERR_PLATFORM_CONFIG_VALUE', { detail, cause: error }));
      }
    });
    server.listen({ port, host, exclusive: true, ipv6Only: host.includes(':') }, () => resolve(true));
  });
}
