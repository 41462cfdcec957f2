import { createHash } from 'node:crypto';
import type { AppId, PartnerId } from '../../sandbox/contract/index.ts';
import { canonicalJson } from '../../sandbox/contract/json/index.ts';
import type { StaffKey } from '../identity/index.ts';
import type { Pointer, Revocation } from './trust.ts';

/** The contents of the targets that trust writes itself, as JCS (RFC 8785), so that equal contents are equal bytes. */

export const REVIEWERS_PATH = 'reviewers.json';
export const REVOCATIONS_PATH = 'revocations.json';
export const pointerPath = (appId: AppId): string => `apps/${appId}.json`;
export const releasePath = (appId: AppId, digest: string): string => `releases/${appId}/${digest}.json`;

/** A sixteenth of all partners a file, so that a new key costs containers one small file and not everybody's. */
export const PARTNER_SHARDS = '0123456789abcdef';
export const shardPath = (shard: string): string => `partners/${shard}.json`;
export const partnersPath = (partnerId: PartnerId): string =>
  shardPath(createHash('sha256').update(partnerId, 'utf8').digest('hex').slice(0, 1));

/** A partner as containers know it: its verified legal name, and whose signature under which apps' releases they accept. */
export interface ListedPartner {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly appIds: readonly AppId[];
  readonly keys: readonly { readonly keyId: string; readonly publicKey: string }[];
}

export function partnersDocument(partners: readonly ListedPartner[]): Uint8Array {
  const sorted = [...partners].sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
  return bytesOf({
    partners: sorted.map(({ partnerId, name, appIds, keys }) => ({
      partnerId,
      name,
      appIds: [...appIds].sort(),
      keys: [...keys]
        .sort((a, b) => (a.keyId < b.keyId ? -1 : 1))
        .map(({ keyId, publicKey }) => ({ keyId, publicKey })),
    })),
  });
}

export function reviewersDocument(keys: readonly StaffKey[]): Uint8Array {
  const sorted = [...keys].sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
  return bytesOf({ keys: sorted.map(({ keyId, staffId, publicKey }) => ({ keyId, staffId, publicKey })) });
}

export const pointerDocument = (pointer: Pointer): Uint8Array => bytesOf(pointer);

export function revocationsDocument(epoch: number, revocations: readonly Revocation[]): Uint8Array {
  const line = ({ reason, at }: Revocation) => ({ reason, at: at.toISOString() });
  return bytesOf({
    epoch,
    apps: revocations.flatMap((entry) => (entry.appId ? [{ appId: entry.appId, ...line(entry) }] : [])),
    digests: revocations.flatMap((entry) => (entry.digest ? [{ digest: entry.digest, ...line(entry) }] : [])),
  });
}

/** Reads back what this module wrote and stored; anything else means the table was changed by hand. */
export function parsePointer(bytes: Uint8Array): Pointer {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Pointer;
}
export function parseReviewers(bytes: Uint8Array): StaffKey[] {
  return (JSON.parse(Buffer.from(bytes).toString('utf8')) as { keys: StaffKey[] }).keys;
}
/** Lists of before held no names; the next start puts them in. */
type Unnamed = Omit<ListedPartner, 'name'>;
export function parsePartners(bytes: Uint8Array): ListedPartner[] {
  const { partners } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { partners: (ListedPartner | Unnamed)[] };
  return partners.map((partner) => ({ name: '', ...partner }));
}

const bytesOf = (value: unknown): Uint8Array => Buffer.from(canonicalJson(value), 'utf8');
