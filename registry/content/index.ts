/** Serves what the browser opens: frame pages at app hosts, blobs and the container itself at the container's host. */
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import { blobRoutes } from './blobs.ts';
import { containerFiles } from './container-files.ts';
import { framePage } from './frame-page.ts';
import { originPages } from './origin-pages.ts';
import { readWall } from './wall.ts';

export { appHostLabel } from './app-host.ts';

export interface Content {
  readonly routes: FastifyPluginAsync;
}

interface ContentParts {
  readonly publishing: Pick<Publishing, 'release' | 'servableFile'>;
  readonly trust: Pick<Trust, 'isApproved' | 'isRevoked'>;
  /** Folder of the build, with `container/` and `frame/loader.js` in it. */
  readonly dist: string;
}

/** @throws PorticoError ERR_CONTENT_NOT_BUILT when the build is not there */
export function createContent(platform: Platform, { publishing, trust, dist }: ContentParts): Content {
  const { loader, scripts, version } = readWall(join(dist, 'frame'));
  const parts = [
    framePage(platform, { publishing, trust, loader, version }),
    originPages(platform, { publishing, trust, scripts, version }),
    blobRoutes(platform, publishing),
    containerFiles(platform, join(dist, 'container')),
  ];
  return {
    routes: async (app) => {
      for (const part of parts) await app.register(part);
    },
  };
}
