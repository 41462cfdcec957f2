import { createHash } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { PorticoError, parseReleaseDigest, type ReleaseDigest, renderFramePage } from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import { appHostLabel } from './app-host.ts';
import { keptAs } from './wall.ts';

interface FrameParts {
  readonly publishing: Pick<Publishing, 'release'>;
  readonly trust: Pick<Trust, 'isApproved' | 'isRevoked'>;
  /** Text of the built loader. */
  readonly loader: string;
  readonly version: string;
}

const params = {
  type: 'object',
  properties: { digest: { type: 'string', maxLength: 64 } },
  required: ['digest'],
} as const;

/**
 * The one page of an app's own host. It is answered only where the release is signed, not revoked, and the host is the
 * one that belongs to its app and isolation level: another app's release can never run on this origin.
 */
export function framePage(platform: Platform, { publishing, trust, loader, version }: FrameParts): FastifyPluginAsync {
  const { config } = platform;

  return async (app) => {
    app.addHook('onRequest', async (request) => {
      if (request.headers['service-worker'] === 'script') throw new PorticoError('ERR_CONTENT_SERVICE_WORKER');
    });
    app.get<{ Params: { digest: string } }>(
      '/.portico/:digest/frame.html',
      {
        config: { caller: 'content' },
        schema: { summary: 'The sealed frame of a release', tags: ['content'], params },
      },
      async (request, reply) => {
        const digest = parseReleaseDigest(request.params.digest);
        const release = digest && (await publishing.release(digest));
        if (!release) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        const { appId, isolation, domains } = release.manifest;
        const ownHost = `${appHostLabel(appId, isolation)}.${config.contentDomain}`;
        if (request.headers.host?.toLowerCase() !== ownHost) throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        // Only sealed apps live in this page; the other levels have pages of their own.
        if (isolation !== 'sealed') throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        if (!(await trust.isApproved(release.digest)) || (await trust.isRevoked(appId, release.digest))) {
          throw new PorticoError('ERR_CONTENT_NOT_SERVED');
        }
        const page = renderFramePage({
          loader,
          nonce: nonceOf(release.digest),
          containerOrigin: config.publicOrigin,
          domains,
        });
        return reply.headers({ ...page.headers, ...keptAs(version, request.url) }).send(page.html);
      },
    );
  };
}

/** The page is immutable, so its nonce is a function of the release; no text of the app is ever in the page. */
function nonceOf(digest: ReleaseDigest): string {
  return createHash('sha256').update(`portico-frame-nonce-v1\n${digest}`).digest('base64url').slice(0, 32);
}
