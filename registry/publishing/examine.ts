import { PorticoError, parseSubmissionId, type SubmissionId } from '../../sandbox/contract/index.ts';
import type { ReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import { parseReleaseManifest } from '../../sandbox/contract/manifest/index.ts';
import type { Config } from '../platform/config.ts';
import type { Platform } from '../platform/platform.ts';
import type { Finding } from './engine/index.ts';
import type { Publishing } from './publishing.ts';
import type { ScanOptions } from './scanner/child.ts';
import { scan } from './scanner/scan.ts';
import { findSubmissions, tablesOf, writeFindings } from './store.ts';

const BY = 'publishing';
/** Submissions that wait longer than this for their scan are enqueued again. */
export const SWEEP_SECONDS = 60;

/**
 * Scans a submission: RECEIVED → VALIDATING → SCANNING → IN_REVIEW, or REJECTED where a finding is an error. Runs again
 * from wherever an earlier run stopped; a scanner that cannot start leaves the submission held in SCANNING.
 */
export async function examine(
  platform: Platform,
  publishing: Pick<Publishing, 'transition'>,
  data: unknown,
  options: ScanOptions,
): Promise<void> {
  const id = typeof data === 'object' && data !== null && 'id' in data ? parseSubmissionId(data.id) : undefined;
  const [submission] = id ? await findSubmissions(tablesOf(platform.db), { id }) : [];
  if (!submission || !['RECEIVED', 'VALIDATING', 'SCANNING'].includes(submission.state)) return;

  const step = (from: 'RECEIVED' | 'VALIDATING', to: 'VALIDATING' | 'SCANNING') =>
    platform.db.transaction().execute((tx) => publishing.transition(tx, submission.id, from, to, BY));
  if (submission.state === 'RECEIVED') await step('RECEIVED', 'VALIDATING');
  if (submission.state !== 'SCANNING') await step('VALIDATING', 'SCANNING');

  const [archive, manifest] = await Promise.all([
    platform.blobs.read(submission.packageDigest),
    platform.blobs.read(submission.digest as string as typeof submission.packageDigest),
  ]);
  if (!archive || !manifest)
    throw new PorticoError('ERR_PLATFORM_INTERNAL', { detail: 'A stored package is missing.' });
  const findings = [
    ...(await scan(archive, options)),
    ...bankAddresses(parseReleaseManifest(manifest), platform.config),
  ];
  const outcome = findings.some(({ severity }) => severity === 'error') ? 'REJECTED' : 'IN_REVIEW';
  await platform.db.transaction().execute(async (tx) => {
    await writeFindings(tablesOf(tx), submission.id, findings);
    await publishing.transition(tx, submission.id, 'SCANNING', outcome, BY);
  });
}

/** Ids of submissions that should have been scanned by now. */
export async function overdue(platform: Platform): Promise<readonly SubmissionId[]> {
  const waiting = await findSubmissions(tablesOf(platform.db), { states: ['RECEIVED', 'VALIDATING', 'SCANNING'] });
  const before = platform.clock.now().getTime() - SWEEP_SECONDS * 1000;
  return waiting.filter(({ history }) => (history.at(-1)?.at.getTime() ?? 0) < before).map(({ id }) => id);
}

/** An app that could load from the bank's own hosts could play tricks between its frame and the bank's cookies. */
function bankAddresses({ domains, backends }: ReleaseManifest, config: Config): Finding[] {
  const own = [
    config.publicOrigin,
    config.consoleOrigin,
    config.issuerOrigin,
    `${config.contentScheme}://${config.contentDomain}`,
  ];
  const hosts = own.map((origin) => new URL(origin).hostname);
  const declared = [...domains.connect, ...domains.image, ...domains.media, ...Object.values(backends)];
  return declared
    .filter((origin) => {
      const { hostname } = new URL(origin);
      return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    })
    .map((origin) => ({
      rule: 'network/bank-hosts',
      severity: 'error' as const,
      message: `${origin} belongs to the bank. Apps reach the bank through the bridge only; remove it.`,
    }));
}
