import type { Readable } from 'node:stream';
import { type PartnerId, PorticoError, parseSubmissionId, type SubmissionId } from '../../sandbox/contract/index.ts';
import { packageQuotas } from '../../sandbox/contract/quotas.ts';
import type { Identity } from '../identity/index.ts';
import type { Platform, Tx } from '../platform/platform.ts';
import { type InlineScriptsOf, type Package, readPackage } from './engine/index.ts';
import { releaseText, verifyText } from './signatures.ts';
import { assertNewest, findSubmissions, insertSubmission, lockApp, type StoredSubmission, tablesOf } from './store.ts';

export interface Upload {
  readonly partnerId: PartnerId;
  readonly keyId: string;
  readonly signature: string;
  readonly archive: Uint8Array;
}

export interface Reception {
  readonly inlineScripts: InlineScriptsOf;
  readonly enqueue: (id: SubmissionId, tx: Tx) => Promise<void>;
}

/** Reads a body piece by piece and stops at the limit, before anything else is done with it. */
export async function readBody(body: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > packageQuotas.packed) throw new PorticoError('ERR_PACKAGE_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Takes a package in: reads it to its last byte, checks that the partner signed this very release with a key of theirs,
 * stores every file, and opens a submission. The same release sent again is the same submission, whatever became of it.
 */
export async function receive(
  platform: Platform,
  identity: Identity,
  { partnerId, keyId, signature, archive }: Upload,
  { inlineScripts, enqueue }: Reception,
): Promise<StoredSubmission> {
  const pkg = await readPackage(archive, inlineScripts);
  await assertSigned(identity, pkg, { partnerId, keyId, signature });
  const owner = await identity.partners.ownerOf(pkg.release.appId);
  if (owner !== undefined && owner !== partnerId) throw new PorticoError('ERR_IDENTITY_APP_TAKEN');
  const packageDigest = await storeBlobs(platform, pkg, archive);

  const id = parseSubmissionId(platform.random.uuid());
  if (!id) throw new PorticoError('ERR_PLATFORM_INTERNAL');
  const { appId, version, files } = pkg.release;
  const stored = await platform.db.transaction().execute(async (tx) => {
    const db = tablesOf(tx);
    await identity.partners.claimApp(tx, partnerId, appId);
    await lockApp(db, appId);
    const [before] = await findSubmissions(db, { digest: pkg.digest });
    if (before) return before;
    await assertNewest(db, appId, version);
    const at = platform.clock.now();
    await insertSubmission(db, {
      id,
      appId,
      partnerId,
      version,
      digest: pkg.digest,
      packageDigest,
      keyId,
      signature,
      files,
      at,
    });
    // With the submission or not at all: one whose message got lost would wait for the sweep.
    await enqueue(id, tx);
    const [inserted] = await findSubmissions(db, { id });
    return inserted;
  });
  if (!stored) throw new PorticoError('ERR_PLATFORM_INTERNAL');
  return stored;
}

async function assertSigned(
  identity: Identity,
  { release: { appId }, digest }: Package,
  { partnerId, keyId, signature }: Omit<Upload, 'archive'>,
): Promise<void> {
  const key = await identity.partners.key(keyId);
  if (key?.partnerId !== partnerId || !key.uses.includes('release'))
    throw new PorticoError('ERR_PUBLISHING_RELEASE_KEY');
  if (!verifyText(key.publicKey, releaseText(appId, digest), signature)) {
    throw new PorticoError('ERR_PUBLISHING_SIGNATURE', {
      detail: `The registry read ${appId} as ${digest}.`,
      data: { digest },
    });
  }
}

/** The archive, the release manifest and every file, each by its digest. */
async function storeBlobs(platform: Platform, pkg: Package, archive: Uint8Array) {
  for (const { path } of pkg.release.files) await platform.blobs.put(await pkg.content(path));
  await platform.blobs.put(pkg.releaseBytes);
  return (await platform.blobs.put(archive)).digest;
}
