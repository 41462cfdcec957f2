import { type AppId, PorticoError, parseReleaseDigest, type ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { parseStrictJson } from '../../../sandbox/contract/json/index.ts';
import { parseReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';
import type { VerifiedRelease } from './app-trust.ts';
import { type Bytes, bytesOfBase64url, sha256Of, utf8 } from './bytes.ts';
import type { VerifyEd25519 } from './ed25519.ts';
import type { TrustedTarget } from './tuf-client.ts';

/** What the container asks of a release beyond TUF: so that not even the bank's own online keys suffice to ship code. */
export interface ReleaseChecks {
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  /** Public origin of this container: a release signed for another bank is refused. */
  readonly audience: string;
  readonly reviewers: readonly ReviewerKey[];
  /** Contents of the shard of the partner the release names. */
  readonly partners: readonly ListedPartner[];
  readonly verify: VerifyEd25519;
}

export interface ReviewerKey {
  readonly keyId: string;
  readonly staffId: string;
  /** base64url, 32 bytes. */
  readonly publicKey: string;
}

/** A partner as the top-level targets role vouches for it. */
export interface ListedPartner {
  readonly partnerId: string;
  /** Verified legal name. */
  readonly name: string;
  readonly appIds: readonly string[];
  readonly keys: readonly { readonly keyId: string; readonly publicKey: string }[];
}

export interface RevocationNotice {
  readonly reason: string;
  readonly at: Date;
}

const APPROVALS_NEEDED = 2;

/** @throws PorticoError ERR_TRUST_RELEASE_INVALID naming what is wrong */
export async function verifyRelease(target: TrustedTarget, checks: ReleaseChecks): Promise<VerifiedRelease> {
  const { appId, digest, audience } = checks;
  // The release *is* its manifest's digest; TUF vouched for these bytes, and here for their name.
  if (target.sha256 !== digest) invalid('The manifest has another digest than the release.');
  const manifest = readManifest(target.bytes);
  if (manifest.appId !== appId) invalid('The manifest is another app’s.');
  const custom = record(target.custom);
  if (custom.appId !== appId) invalid('It was signed for another app.');
  if (custom.audience !== audience) invalid('It was signed for another bank.');
  const partnerId = partnerNamedBy(custom);
  // Its name too comes from the list: the online key must not be able to call a partner something else.
  const { name: partnerName } = await partnerWhoSigned(partnerId, record(custom.partnerSignature), checks);
  if (!partnerName) invalid('The partner is not named.');
  const approvers = await countApprovers(custom.approvals, checks);
  if (approvers < APPROVALS_NEEDED) invalid(`${approvers} reviewers approved it, not ${APPROVALS_NEEDED}.`);
  return { appId, digest, manifest, partnerId, partnerName };
}

/** The partner a release says it is of; whether it is, only that partner's signature tells. @throws PorticoError ERR_TRUST_RELEASE_INVALID */
export function partnerNamedBy(custom: unknown): string {
  return text(record(custom).partnerId) || invalid('The partner is not named.');
}

/** The owner of the app, by a key of theirs, over this digest: the online key can forge none of the three. */
async function partnerWhoSigned(
  partnerId: string,
  { keyId, signature }: Readonly<Record<string, unknown>>,
  { appId, digest, partners, verify }: ReleaseChecks,
): Promise<ListedPartner> {
  const signed = bytesOfBase64url(text(signature));
  if (!text(keyId) || signed?.length !== 64) invalid('The partner’s signature is missing.');
  const partner = partners.find((listed) => listed.partnerId === partnerId);
  if (!partner?.appIds.includes(appId)) invalid('The app is not this partner’s.');
  const key = partner.keys.find((listed) => listed.keyId === keyId);
  const publicKey = key && bytesOfBase64url(key.publicKey);
  if (!publicKey) invalid('It is signed with a key that is not this partner’s.');
  const statement = utf8(`portico-release-v1\n${appId}\n${digest}`);
  if (!(await verify(publicKey, statement, signed))) invalid('The partner’s signature is wrong.');
  return partner;
}

/** People with different keys: one person twice, or one key under two names, is one. */
async function countApprovers(value: unknown, checks: ReleaseChecks): Promise<number> {
  const statement = utf8(`portico-approval-v1\n${checks.appId}\n${checks.digest}`);
  const approvals = Array.isArray(value) ? value.map(record) : [];
  const people = new Set<string>();
  const keys = new Set<string>();
  for (const { staffId, keyId, signature } of approvals) {
    const reviewer = checks.reviewers.find((key) => key.keyId === keyId && key.staffId === staffId);
    const publicKey = reviewer && bytesOfBase64url(reviewer.publicKey);
    const signed = bytesOfBase64url(text(signature));
    if (reviewer && publicKey && signed && (await checks.verify(publicKey, statement, signed))) {
      people.add(reviewer.staffId);
      keys.add(reviewer.publicKey);
    }
  }
  return Math.min(people.size, keys.size);
}

/** Contents of `reviewers.json`. @throws PorticoError ERR_TRUST_RELEASE_INVALID */
export function readReviewers(bytes: Bytes): readonly ReviewerKey[] {
  const { keys } = record(readJson(bytes));
  if (!Array.isArray(keys)) invalid('The list of reviewers is malformed.');
  return keys.map(record).map(({ keyId, staffId, publicKey }) => ({
    keyId: text(keyId),
    staffId: text(staffId),
    publicKey: text(publicKey),
  }));
}

/** Where the top-level role lists a partner: a sixteenth of them a file, by the first digit of the id's SHA-256. */
export async function partnersPath(partnerId: string): Promise<string> {
  return `partners/${(await sha256Of(utf8(partnerId))).slice(0, 1)}.json`;
}

/** Contents of a shard of partners. @throws PorticoError ERR_TRUST_RELEASE_INVALID */
export function readPartners(bytes: Bytes): readonly ListedPartner[] {
  const { partners } = record(readJson(bytes));
  if (!Array.isArray(partners)) invalid('The list of partners is malformed.');
  return partners.map(record).map(({ partnerId, name, appIds, keys }) => ({
    partnerId: text(partnerId),
    name: text(name),
    appIds: Array.isArray(appIds) ? appIds.map(text) : [],
    keys: (Array.isArray(keys) ? keys : [])
      .map(record)
      .map((key) => ({ keyId: text(key.keyId), publicKey: text(key.publicKey) })),
  }));
}

/** The digest that `apps/<appId>.json` points everybody at. @throws PorticoError ERR_TRUST_RELEASE_INVALID */
export function readPointer(bytes: Bytes, appId: AppId): ReleaseDigest {
  const pointer = record(readJson(bytes));
  if (pointer.appId !== appId) invalid('The pointer is another app’s.');
  const [first] = Array.isArray(pointer.releases) ? pointer.releases.map(record) : [];
  const digest = parseReleaseDigest(first?.digest);
  if (!digest || first?.percent !== 100) invalid('The pointer names no release for everybody.');
  return digest;
}

/** The revocation of the app, or of the digest when one is given. @throws PorticoError ERR_TRUST_RELEASE_INVALID */
export function readRevocation(bytes: Bytes, appId: AppId, digest?: ReleaseDigest): RevocationNotice | undefined {
  const { apps, digests } = record(readJson(bytes));
  if (!Array.isArray(apps) || !Array.isArray(digests)) invalid('The list of revocations is malformed.');
  const notice =
    apps.map(record).find((entry) => entry.appId === appId) ??
    digests.map(record).find((entry) => digest !== undefined && entry.digest === digest);
  return notice && { reason: text(notice.reason), at: new Date(text(notice.at)) };
}

function readManifest(bytes: Bytes) {
  try {
    return parseReleaseManifest(bytes);
  } catch (cause) {
    throw new PorticoError('ERR_TRUST_RELEASE_INVALID', { detail: 'The manifest is malformed.', cause });
  }
}

function readJson(bytes: Bytes): unknown {
  try {
    return parseStrictJson(bytes);
  } catch (cause) {
    throw new PorticoError('ERR_TRUST_RELEASE_INVALID', { detail: 'A target is malformed.', cause });
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function invalid(detail: string): never {
  throw new PorticoError('ERR_TRUST_RELEASE_INVALID', { detail });
}
