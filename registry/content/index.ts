/** Serves what the browser opens: frame pages at app hosts, blobs and the container itself at the container's host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Publishing } from '../publishing/index.ts';
import type { Trust } from '../trust/index.ts';
import { blobRoutes } from './blobs.ts';
import { containerFiles } from './container-files.ts';
import { framePage } from './frame-page.ts';
import { originPages, readOriginScripts } from './origin-pages.ts';

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
  const loader = readLoader(join(dist, 'frame', 'loader.js'));
  const parts = [
    framePage(platform, { publishing, trust, loader }),
    originPages(platform, { publishing, trust, scripts: readOriginScripts(join(dist, 'frame')) }),
    blobRoutes(platform, publishing),
    containerFiles(platform, join(dist, 'container')),
  ];
  return {
    routes: async (app) => {
      for (const part of parts) await app.register(part);
    },
  };
}

function readLoader(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new PorticoError('ERR_CONTENT_NOT_BUILT', { detail: file, cause });
  }
}
