import { createPublicKey, verify } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { sha256 } from '../../../registry/publishing/engine/index.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { parseStrictJson } from '../../../sandbox/contract/json/index.ts';
import { parseReleaseManifest, type ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';
import { kindOf, readBytes, writeBytes } from './files.ts';
import { isObject } from './registry-api.ts';

export interface Verified {
  readonly manifest: ReleaseManifest;
  readonly digest: string;
  readonly percent: number;
  readonly partnerName: string;
  readonly audience: string;
  readonly approvedBy: readonly string[];
  /** True when this run pinned the root it trusts, because none was there. */
  readonly firstUse: boolean;
}

interface Place {
  /** Origin of the registry. */
  readonly registry: string;
  /** Keeps the trusted root and the last metadata of this registry, which is what makes a rollback visible. */
  readonly folder: string;
  /** A root obtained on another way; otherwise the first one seen is pinned. */
  readonly rootFile: string | undefined;
}

/** Two different people must have approved; their keys are listed in a target that the offline targets key signs. */
const APPROVALS_NEEDED = 2;

/**
 * Follows the TUF metadata from the pinned root to the app's pointer and each release it names, and checks what the
 * container would: digest, both reviewers' signatures, the signature of the partner that owns the app, revocations. Throws ERR_CLI_VERIFY or ERR_CLI_UNREACHABLE.
 */
export async function verifyApp(appId: string, { registry, folder, rootFile }: Place): Promise<readonly Verified[]> {
  const { metadataDir, firstUse } = await pinnedRoot({ registry, folder, rootFile });
  const targetDir = join(folder, 'targets');
  await mkdir(targetDir, { recursive: true });
  const tuf = new Updater({
    metadataDir,
    metadataBaseUrl: `${registry}/tuf`,
    targetDir,
    targetBaseUrl: `${registry}/tuf/targets`,
  });
  try {
    await tuf.refresh();
    const people = { tuf, targetDir, topLevel: await topLevelPaths(metadataDir) };
    const reviewers = reviewerKeys(await offlineTarget(people, 'reviewers.json'));
    const revocations = await target(tuf, targetDir, 'revocations.json');
    const pointer = await target(tuf, targetDir, `apps/${appId}.json`);
    const verified: Verified[] = [];
    for (const { digest, percent } of releasesOf(pointer, appId)) {
      assertNotRevoked(revocations, appId, digest);
      verified.push({ ...(await verifyRelease(people, appId, digest, reviewers)), percent, firstUse });
    }
    return verified;
  } catch (cause) {
    if (cause instanceof PorticoError) throw cause;
    throw fromTuf(cause, registry);
  } finally {
    await rm(targetDir, { recursive: true, force: true });
  }
}

async function pinnedRoot({ registry, folder, rootFile }: Place): Promise<{ metadataDir: string; firstUse: boolean }> {
  const metadataDir = join(folder, 'metadata');
  const pinned = join(metadataDir, 'root.json');
  if (rootFile !== undefined) {
    await writeBytes(pinned, await readBytes(rootFile), 0o600);
    return { metadataDir, firstUse: false };
  }
  if ((await kindOf(pinned)) === 'file') return { metadataDir, firstUse: false };
  await writeBytes(pinned, await fetchRoot(registry), 0o600);
  return { metadataDir, firstUse: true };
}

async function fetchRoot(registry: string): Promise<Uint8Array> {
  try {
    const response = await fetch(`${registry}/tuf/1.root.json`, {
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new PorticoError('ERR_CLI_ANSWER', { detail: `There is no /tuf/1.root.json (status ${response.status}).` });
  } catch (cause) {
    if (cause instanceof PorticoError) throw cause;
    throw new PorticoError('ERR_CLI_UNREACHABLE', { detail: `There is no answer from ${registry}.`, cause });
  }
}

/** A target of the metadata, length and hashes checked by tuf-js. */
async function target(
  tuf: Updater,
  targetDir: string,
  path: string,
): Promise<{ value: unknown; bytes: Uint8Array; custom: unknown }> {
  const info = await tuf.getTargetInfo(path);
  if (!info) throw refuse(`The metadata lists no ${path}.`);
  const file = await tuf.downloadTarget(info, join(targetDir, path.replaceAll('/', '_')));
  const bytes = await readBytes(file);
  return { value: parseStrictJson(bytes), bytes, custom: info.custom };
}

interface People {
  readonly tuf: Updater;
  readonly targetDir: string;
  /** What the top-level targets role lists itself. */
  readonly topLevel: ReadonlySet<string>;
}

/** tuf-js keeps what it verified in its folder; asking it for a target would not tell which role had listed it. */
async function topLevelPaths(metadataDir: string): Promise<ReadonlySet<string>> {
  const targets = parseStrictJson(await readBytes(join(metadataDir, 'targets.json')));
  const signed = isObject(targets) ? targets.signed : undefined;
  const listed = isObject(signed) ? signed.targets : undefined;
  return new Set(isObject(listed) ? Object.keys(listed) : []);
}

/** Who approves and who signs is said by the offline key alone, never by the online key of the bins. */
function offlineTarget({ tuf, targetDir, topLevel }: People, path: string) {
  if (!topLevel.has(path)) throw refuse(`The top-level metadata lists no ${path}.`);
  return target(tuf, targetDir, path);
}

async function verifyRelease(
  people: People,
  appId: string,
  digest: string,
  reviewers: ReadonlyMap<string, { staffId: string; publicKey: string }>,
): Promise<Omit<Verified, 'percent' | 'firstUse'>> {
  const { bytes, custom } = await target(people.tuf, people.targetDir, `releases/${appId}/${digest}.json`);
  if (sha256(bytes) !== digest) throw refuse(`The release manifest is not ${digest}.`);
  const manifest = parseReleaseManifest(bytes);
  if (manifest.appId !== appId) throw refuse(`The release belongs to ${manifest.appId}.`);
  if (
    !isObject(custom) ||
    custom.appId !== appId ||
    typeof custom.partnerId !== 'string' ||
    typeof custom.audience !== 'string'
  ) {
    throw refuse('The release says nothing readable about its partner and audience.');
  }
  const shard = await offlineTarget(people, partnersPath(custom.partnerId));
  const { partnerId, partnerSignature } = custom;
  const partnerName = partnerWhoSigned(shard, { appId, digest, partnerId, partnerSignature });
  const approvals = Array.isArray(custom.approvals) ? custom.approvals.filter(isObject) : [];
  const approvedBy = new Map<string, string>();
  for (const { keyId, signature } of approvals) {
    const reviewer = reviewers.get(String(keyId));
    if (!reviewer || !isSignedBy(reviewer.publicKey, `portico-approval-v1\n${appId}\n${digest}`, String(signature))) {
      throw refuse('An approval is not signed by a reviewer of this registry.');
    }
    approvedBy.set(reviewer.staffId, String(keyId));
  }
  if (approvedBy.size < APPROVALS_NEEDED || new Set(approvedBy.values()).size < APPROVALS_NEEDED) {
    throw refuse(`${approvedBy.size} people approved it; ${APPROVALS_NEEDED} are needed.`);
  }
  return {
    manifest,
    digest,
    partnerName,
    audience: custom.audience,
    approvedBy: [...approvedBy.keys()],
  };
}

/** A sixteenth of all partners a file, by the first digit of the id's SHA-256. */
const partnersPath = (partnerId: string): string =>
  `partners/${sha256(Buffer.from(partnerId, 'utf8')).slice(0, 1)}.json`;

/** The verified name of the partner, from the same list as its keys: the online key must not be able to write another. */
function partnerWhoSigned(
  { value }: { value: unknown },
  release: { appId: string; digest: string; partnerId: string; partnerSignature: unknown },
): string {
  const { appId, digest, partnerId, partnerSignature } = release;
  const partners = isObject(value) && Array.isArray(value.partners) ? value.partners.filter(isObject) : [];
  const partner = partners.find((listed) => listed.partnerId === partnerId);
  if (!Array.isArray(partner?.appIds) || !partner.appIds.includes(appId)) {
    throw refuse(`The registry does not list ${appId} as an app of ${partnerId}.`);
  }
  const { keyId, signature } = isObject(partnerSignature) ? partnerSignature : {};
  const keys = Array.isArray(partner.keys) ? partner.keys.filter(isObject) : [];
  const key = keys.find((listed) => listed.keyId === keyId);
  if (!key) throw refuse(`The release is not signed with a key of ${partnerId}.`);
  if (!isSignedBy(String(key.publicKey), `portico-release-v1\n${appId}\n${digest}`, String(signature))) {
    throw refuse(`The signature of ${partnerId} does not match the release.`);
  }
  if (typeof partner.name !== 'string' || partner.name === '') throw refuse(`The registry does not name ${partnerId}.`);
  return partner.name;
}

function reviewerKeys({ value }: { value: unknown }): ReadonlyMap<string, { staffId: string; publicKey: string }> {
  const keys = isObject(value) && Array.isArray(value.keys) ? value.keys.filter(isObject) : [];
  return new Map(
    keys.map(({ keyId, staffId, publicKey }) => [
      String(keyId),
      { staffId: String(staffId), publicKey: String(publicKey) },
    ]),
  );
}

function releasesOf({ value }: { value: unknown }, appId: string): { digest: string; percent: number }[] {
  const releases =
    isObject(value) && value.appId === appId && Array.isArray(value.releases) ? value.releases.filter(isObject) : [];
  if (releases.length === 0) throw refuse(`${appId} has no release.`);
  return releases.map(({ digest, percent }) => ({ digest: String(digest), percent: Number(percent) }));
}

function assertNotRevoked({ value }: { value: unknown }, appId: string, digest: string): void {
  const listed = (list: unknown) => (Array.isArray(list) ? list.filter(isObject) : []);
  const { apps, digests } = isObject(value) ? value : {};
  const found =
    listed(apps).find((entry) => entry.appId === appId) ?? listed(digests).find((entry) => entry.digest === digest);
  if (found) throw refuse(`It was revoked at ${String(found.at)}: ${String(found.reason)}`);
}

/** Ed25519 (RFC 8032); key and signature are base64url. Anything malformed is no signature. */
function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  if (!/^[A-Za-z0-9_-]{43}$/.test(publicKey) || !/^[A-Za-z0-9_-]{86}$/.test(signature)) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
}

function refuse(detail: string): PorticoError {
  return new PorticoError('ERR_CLI_VERIFY', { detail });
}

/** tuf-js names its errors; a network that fails is no forgery. */
function fromTuf(cause: unknown, registry: string): PorticoError {
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) };
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (/^E[A-Z]+$/.test(code) || name === 'FetchError') {
    return new PorticoError('ERR_CLI_UNREACHABLE', { detail: `There is no answer from ${registry}.`, cause });
  }
  return new PorticoError('ERR_CLI_VERIFY', { detail: `${name}: ${message}.`, cause });
}
