import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import {
  type OriginPage,
  originClearedHeaders,
  originDocumentHeaders,
  originFileHeaders,
  originWorkerHeaders,
  PorticoError,
  parseReleaseDigest,
  renderOriginClear,
  renderOriginEnter,
  renderOriginNews,
  renderOriginWorker,
} from '../../sandbox/contract/index.ts';
import { CLEARING_HEADER } from '../../sandbox/contract/origin-handshake.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing, ReleaseRecord } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import { appHostLabel } from './app-host.ts';
import { FOREVER } from './host-page.ts';
import { keptAs, type OriginScripts } from './wall.ts';

interface OriginParts {
  readonly publishing: Pick<Publishing, 'release'>;
  readonly trust: Pick<Trust, 'isApproved' | 'isRevoked'>;
  readonly scripts: OriginScripts;
  readonly version: string;
}

const digest = { type: 'string', maxLength: 64 } as const;
const params = { type: 'object', properties: { digest }, required: ['digest'] } as const;
const fileParams = { type: 'object', properties: { digest, file: digest }, required: ['digest', 'file'] } as const;
const tags = ['content'];

/**
 * An `origin` app's own host. The site's pages are not here: its service worker serves them. The server gives out that
 * worker, the page that registers it, the release's files as inert bytes, and what wipes the origin.
 */
export function originPages(
  platform: Platform,
  { publishing, trust, scripts, version }: OriginParts,
): FastifyPluginAsync {
  const { contentDomain, publicOrigin: containerOrigin } = platform.config;
  const news = (state: Parameters<typeof renderOriginNews>[0]['state']) =>
    renderOriginNews({ code: scripts.news, containerOrigin, state });
  const stray = news('stray');

  return async (app) => {
    app.addHook('onRequest', async (request) => {
      const wanted = request.routeOptions.url === '/.portico/:digest/sw.js';
      const asked = request.headers['service-worker'] === 'script';
      if (asked && !wanted) throw new PorticoError('ERR_CONTENT_SERVICE_WORKER');
      if (wanted && !asked) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
    });

    app.get<{ Params: { digest: string } }>(
      '/.portico/:digest/enter.html',
      { config: { caller: 'content' }, schema: { summary: 'The way into an origin app', tags, params } },
      async (request, reply) => {
        const { html, headers } = enterOf(await servable(request));
        return send(reply, { html, headers: { ...headers, ...keptAs(version, request.url) } });
      },
    );

    app.get<{ Params: { digest: string } }>(
      '/.portico/:digest/sw.js',
      { config: { caller: 'content' }, schema: { summary: 'The service worker of an origin app', tags, params } },
      async (request, reply) => {
        const release = await servable(request);
        reply.headers({ ...originWorkerHeaders, 'Cache-Control': FOREVER });
        return reply.send(workerOf(release));
      },
    );

    app.get<{ Params: { digest: string; file: string } }>(
      '/.portico/:digest/files/:file',
      {
        config: { caller: 'content' },
        schema: { summary: 'A file of an origin app, as bytes', tags, params: fileParams },
      },
      async (request, reply) => {
        const { manifest } = await servable(request);
        const file = manifest.files.find((listed) => listed.digest === request.params.file);
        const blob = file && (await platform.blobs.open(file.digest));
        if (!blob) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        reply.headers({ ...originFileHeaders, 'Cache-Control': FOREVER, 'Content-Length': blob.size });
        return reply.type('application/octet-stream').send(blob.stream);
      },
    );

    app.get<{ Params: { digest: string } }>(
      '/.portico/:digest/clear.html',
      { config: { caller: 'content' }, schema: { summary: 'The page that has an origin app wiped', tags, params } },
      async (request, reply) => {
        // Whatever became of the release: what it left on the device must go all the same.
        const { digest: parsed, manifest } = await own(request);
        const folders = new Set(manifest.files.map(({ path }) => `/${path.slice(0, path.lastIndexOf('/') + 1)}`));
        return send(
          reply,
          renderOriginClear({
            code: scripts.clear,
            digest: parsed,
            containerOrigin,
            folders: [...folders.add('/'), '/.portico/'],
          }),
        );
      },
    );

    app.get<{ Params: { digest: string } }>(
      '/.portico/:digest/cleared',
      { config: { caller: 'content' }, schema: { summary: 'Wipes the storage of an origin app', tags, params } },
      async (request, reply) => {
        // Other pages can make a customer's browser ask for this, but not with the header.
        if (request.headers[CLEARING_HEADER] !== '1') throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        await own(request);
        return reply.headers(originClearedHeaders).type('text/plain').send('');
      },
    );

    // A frame that left its worker's reach says so to the container; everything else is simply not here.
    app.get('/*', { config: { caller: 'content' }, schema: { summary: 'Nothing', tags } }, async (request, reply) => {
      if (request.headers['sec-fetch-dest'] !== 'iframe') throw new PorticoError('ERR_CONTENT_NOT_SERVED');
      return send(reply.code(404), stray);
    });
  };

  function send(reply: FastifyReply, { html, headers }: OriginPage): FastifyReply {
    return reply.headers(headers).send(html);
  }

  function enterOf({ digest: release, manifest }: ReleaseRecord) {
    return renderOriginEnter({ code: scripts.enter, digest: release, entry: manifest.entry, containerOrigin });
  }

  function workerOf(release: ReleaseRecord): string {
    const { entry, files, domains, inlineScripts = [] } = release.manifest;
    return renderOriginWorker(scripts.worker, {
      digest: release.digest,
      entry,
      files: Object.fromEntries(files.map((file) => [file.path, { digest: file.digest, type: file.type }])),
      documentHeaders: originDocumentHeaders({ containerOrigin, domains, inlineScripts }),
      fileHeaders: originFileHeaders,
      enter: enterOf(release),
      stray,
      replaced: news('replaced'),
      present: news('present'),
      absent: news('absent'),
    });
  }

  /** The release of the address, if it is an `origin` release whose host this is. */
  async function own(request: FastifyRequest<{ Params: { digest: string } }>): Promise<ReleaseRecord> {
    const parsed = parseReleaseDigest(request.params.digest);
    const release = parsed && (await publishing.release(parsed));
    if (release?.manifest.isolation !== 'origin') throw new PorticoError('ERR_CONTENT_NOT_SERVED');
    const ownHost = `${appHostLabel(release.manifest.appId, 'origin')}.${contentDomain}`;
    if (request.headers.host?.toLowerCase() !== ownHost) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
    return release;
  }

  async function servable(request: FastifyRequest<{ Params: { digest: string } }>): Promise<ReleaseRecord> {
    const release = await own(request);
    const { appId } = release.manifest;
    if (!(await trust.isApproved(release.digest)) || (await trust.isRevoked(appId, release.digest))) {
      throw new PorticoError('ERR_CONTENT_NOT_SERVED');
    }
    return release;
  }
}
