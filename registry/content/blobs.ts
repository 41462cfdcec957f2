import type { FastifyPluginAsync } from 'fastify';
import { PorticoError, parseFileDigest } from '../../sandbox/contract/index.ts';
import { takesGzip } from '../platform/http/compression.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import { compressedBlobs } from './compressed-blobs.ts';
import { FOREVER } from './host-page.ts';

/** Pictures are shown by the container itself (icons, screenshots); everything else it reads as bytes. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif']);

const params = {
  type: 'object',
  properties: { digest: { type: 'string', maxLength: 64 } },
  required: ['digest'],
} as const;

/**
 * Files of signed releases by their SHA-256, at the container's host. They are partner bytes on the bank's origin, so
 * they must never act as a page, a script or a style of it: text goes out as `text/plain` with `nosniff`, and opened as a
 * page it is an opaque origin that may load nothing.
 */
export function blobRoutes(platform: Platform, publishing: Pick<Publishing, 'servableFile'>): FastifyPluginAsync {
  const compressed = compressedBlobs(platform);
  return async (app) => {
    app.get<{ Params: { digest: string } }>(
      '/blobs/:digest',
      { config: { caller: 'public' }, schema: { summary: 'A file of a signed release', tags: ['content'], params } },
      async (request, reply) => {
        const digest = parseFileDigest(request.params.digest);
        const known = digest && (await publishing.servableFile(digest));
        if (!known) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        const etag = `"${digest}"`;
        reply.headers({
          'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
          'Cache-Control': FOREVER,
          ETag: etag,
          Vary: 'Accept-Encoding',
        });
        if (request.headers['if-none-match'] === etag) return reply.code(304).send();
        reply.type(PICTURES.has(known.type) ? known.type : 'text/plain; charset=utf-8');
        const zipped = takesGzip(request) ? await compressed.read(digest, known) : undefined;
        if (zipped) return reply.header('Content-Encoding', 'gzip').send(zipped);
        const blob = await platform.blobs.open(digest);
        if (!blob) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        reply.header('Content-Length', blob.size);
        return reply.send(blob.stream);
      },
    );
  };
}
