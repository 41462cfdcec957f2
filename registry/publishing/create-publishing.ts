import { type FileDigest, PorticoError, type ReleaseDigest } from '../../sandbox/contract/index.ts';
import { parseReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Database, Platform, Tx } from '../platform/platform.ts';
import { examine, overdue, SWEEP_SECONDS } from './examine.ts';
import type { Publishing } from './publishing.ts';
import { publishingRoutes } from './routes.ts';
import type { ScanOptions } from './scanner/child.ts';
import { createPageReader } from './scanner/read-pages.ts';
import { isStep } from './states.ts';
import {
  findLive,
  findServableFile,
  findSubmissions,
  findSubmittedFile,
  insertChange,
  lockApp,
  lockSubmission,
  tablesOf,
} from './store.ts';

export function createPublishing(
  platform: Platform,
  { identity, scanner = {} }: { readonly identity: Identity; readonly scanner?: ScanOptions },
): Publishing {
  const publishing: Omit<Publishing, 'routes'> = {
    async submission(id, tx = platform.db) {
      const [found] = await findSubmissions(tablesOf(tx), { id });
      return found;
    },

    submissionsIn: (states) => findSubmissions(tablesOf(platform.db), { states }),

    async release(digest, tx = platform.db) {
      const [found] = await findSubmissions(tablesOf(tx), { digest });
      if (!found) return undefined;
      const manifestBytes = await platform.blobs.read(blobOf(digest));
      if (!manifestBytes) throw new PorticoError('ERR_PLATFORM_INTERNAL', { detail: 'A release manifest is missing.' });
      const { id, appId, partnerId, version, state, partnerSignature } = found;
      const manifest = parseReleaseManifest(manifestBytes);
      return { submissionId: id, appId, partnerId, version, digest, state, manifest, manifestBytes, partnerSignature };
    },

    async transition(tx, submissionId, from, to, by, reason) {
      const db = tablesOf(tx);
      const { appId } = await mustExist(tx, submissionId);
      // The app before the submission, in every transaction, so that two releases of one app cannot block each other.
      if (to === 'LIVE') await lockApp(db, appId);
      const now = await lockSubmission(db, submissionId);
      if (now?.state === to) return 'already';
      if (now?.state !== from || !isStep(from, to)) {
        throw new PorticoError('ERR_PUBLISHING_STATE', {
          detail: `It is ${now?.state}; ${from} to ${to} was asked for.`,
        });
      }
      const at = platform.clock.now();
      if (to === 'LIVE') {
        const former = await findLive(db, appId, submissionId);
        if (former) await insertChange(db, former, { from: 'LIVE', state: 'SUPERSEDED', by, at });
      }
      await insertChange(db, submissionId, { from, state: to, by, at, ...(reason !== undefined && { reason }) });
      return 'moved';
    },

    submittedFile: (id, path) => findSubmittedFile(tablesOf(platform.db), id, path),
    isServable: async (file) => (await findServableFile(tablesOf(platform.db), file)) !== undefined,
    servableFile: (file) => findServableFile(tablesOf(platform.db), file),
  };

  const mustExist = async (tx: Tx | Database, id: Parameters<Publishing['submission']>[0]) => {
    const found = await publishing.submission(id, tx);
    if (!found) throw new PorticoError('ERR_PUBLISHING_UNKNOWN');
    return found;
  };

  const queue = platform.jobs.queue<{ id: string }>(
    'publishing-scan',
    { retries: 5, retryDelaySeconds: 10, backoff: true },
    (data) => examine(platform, publishing, data, scanner),
  );
  const enqueue = (id: string, tx?: Tx) => queue.send({ id }, { singletonKey: id, ...(tx ? { tx } : {}) });
  platform.jobs.every('publishing-sweep', SWEEP_SECONDS, async () => {
    for (const id of await overdue(platform)) await enqueue(id);
  });

  const reception = { inlineScripts: createPageReader(scanner), enqueue };
  return { ...publishing, routes: publishingRoutes(platform, { identity, publishing, reception }) };
}

/** A release manifest is stored under its digest like any other file. */
function blobOf(digest: ReleaseDigest): FileDigest {
  return digest as string as FileDigest;
}
