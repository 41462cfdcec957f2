import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/platform.ts';
import { FOREVER, hostFileHeaders, hostPageHeaders, isScanningWorker, scanningWorkerHeaders } from './host-page.ts';

const INDEX = 'index.html';
/** Addresses that are never a screen of the container. */
const NOT_A_SCREEN = /^\/(?:\/|(?:api|tuf|blobs|assets|\.portico|\.well-known)(?:\/|$))/;

/** The built container at its own host. A navigation to a screen's address (`/orders/…`) gets the page as well. */
export function containerFiles(platform: Platform, folder: string): FastifyPluginAsync {
  if (!existsSync(join(folder, INDEX))) throw new PorticoError('ERR_CONTENT_NOT_BUILT', { detail: folder });
  const pageHeaders = hostPageHeaders(platform.config);

  return async (app) => {
    await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, preCompressed: true });
    app.get(
      '/*',
      { config: { caller: 'asset' }, schema: { summary: 'The container’s own files', tags: ['container'] } },
      (request, reply) => {
        // Not by URL: an address that begins with two slashes would be read as a host.
        const [path = '/'] = request.url.split('?');
        const file = path === '/' ? INDEX : path.slice(1);
        if (file !== INDEX && isFile(folder, file)) {
          reply.headers(isScanningWorker(path) ? scanningWorkerHeaders : hostFileHeaders);
          reply.header('Vary', 'Accept-Encoding');
          if (path.startsWith('/assets/')) reply.header('Cache-Control', FOREVER);
          return reply.sendFile(file);
        }
        if (file !== INDEX && (NOT_A_SCREEN.test(path) || !wantsPage(request))) {
          throw new PorticoError('ERR_PLATFORM_NOT_FOUND');
        }
        return sendPage(reply);
      },
    );
  };

  function sendPage(reply: FastifyReply): FastifyReply {
    return reply.headers(pageHeaders).header('Vary', 'Accept-Encoding').sendFile(INDEX);
  }
}

function isFile(folder: string, file: string): boolean {
  // Names only: `sendFile` does the strict resolution, so nothing outside the folder can be reached.
  return (
    /^[A-Za-z0-9._/-]+$/.test(file) &&
    !file.includes('..') &&
    /\.[a-z0-9]+$/i.test(file) &&
    existsSync(join(folder, file))
  );
}

function wantsPage(request: FastifyRequest): boolean {
  const mode = request.headers['sec-fetch-mode'];
  return mode === undefined ? (request.headers.accept ?? '').includes('text/html') : mode === 'navigate';
}
