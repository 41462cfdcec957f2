import { createHash } from 'node:crypto';
import {
  Metadata,
  MetadataKind,
  type Root,
  Signature,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import { BIN_PREFIX, BIT_LENGTH } from './bins.ts';
import type { RoleSigners, RootSigners, Signer } from './signer.ts';

/** TUF 1.0 documents, built as JSON, read back by @tufjs/models (which refuses what clients would) and signed. */

const SPEC_VERSION = '1.0.31';
const DAY = 24 * 60 * 60 * 1000;

/** How long each role's metadata is good for, in milliseconds. */
export const LIFETIME = {
  root: 730 * DAY,
  targets: 365 * DAY,
  bin: 90 * DAY,
  snapshot: 7 * DAY,
  timestamp: 10 * 60 * 1000,
} as const;

export interface SignedDocument {
  readonly role: string;
  readonly version: number;
  readonly expiresAt: Date;
  readonly bytes: Uint8Array;
}

export interface ListedTarget {
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
  readonly custom: Json | undefined;
}
type Json = { [key: string]: JsonValue };
type JsonValue = null | boolean | number | string | JsonValue[] | Json;

/** One of a snapshot's lines: which version of a role's metadata counts, and how long the file is. */
export interface MetaLine {
  readonly version: number;
  readonly length: number;
  readonly sha256?: string;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function signRoot(
  root: RootSigners,
  roles: RoleSigners,
  version: number,
  now: Date,
): Promise<SignedDocument> {
  const role = (signers: readonly Signer[], threshold: number) => ({ keyids: signers.map(keyIdOf), threshold });
  const top = { targets: roles.targets, snapshot: roles.snapshot, timestamp: roles.timestamp };
  const signers = [...root.keys, ...Object.values(top)];
  const fields = {
    keys: Object.fromEntries(signers.map((signer) => [keyIdOf(signer), keyOf(signer)])),
    roles: {
      root: role(root.keys, root.threshold),
      targets: role([top.targets], 1),
      snapshot: role([top.snapshot], 1),
      timestamp: role([top.timestamp], 1),
    },
    consistent_snapshot: true,
  };
  return sign('root', MetadataKind.Root, fields, version, new Date(now.getTime() + LIFETIME.root), root.keys);
}

/** The top-level targets role: its own few targets, and the delegation of everything else to the bins. */
export function signTargets(roles: RoleSigners, listed: readonly ListedTarget[], version: number, now: Date) {
  const keyid = keyIdOf(roles.releases);
  const delegations = {
    keys: { [keyid]: keyOf(roles.releases) },
    succinct_roles: { keyids: [keyid], threshold: 1, bit_length: BIT_LENGTH, name_prefix: BIN_PREFIX },
  };
  const fields = { targets: targetsOf(listed), delegations };
  const expires = new Date(now.getTime() + LIFETIME.targets);
  return sign('targets', MetadataKind.Targets, fields, version, expires, [roles.targets]);
}

export function signBin(roles: RoleSigners, bin: string, listed: readonly ListedTarget[], version: number, now: Date) {
  const expires = new Date(now.getTime() + LIFETIME.bin);
  return sign(bin, MetadataKind.Targets, { targets: targetsOf(listed) }, version, expires, [roles.releases]);
}

export function signSnapshot(roles: RoleSigners, lines: ReadonlyMap<string, MetaLine>, version: number, now: Date) {
  const meta = Object.fromEntries([...lines].map(([role, line]) => [`${role}.json`, metaOf(line)]));
  const expires = new Date(now.getTime() + LIFETIME.snapshot);
  return sign('snapshot', MetadataKind.Snapshot, { meta }, version, expires, [roles.snapshot]);
}

export function signTimestamp(roles: RoleSigners, snapshot: MetaLine, version: number, now: Date) {
  const meta = { 'snapshot.json': metaOf(snapshot) };
  const expires = new Date(now.getTime() + LIFETIME.timestamp);
  return sign('timestamp', MetadataKind.Timestamp, { meta }, version, expires, [roles.timestamp]);
}

/** A snapshot's lines, read back from the bytes we signed. */
export function linesOf(snapshot: Uint8Array): Map<string, MetaLine> {
  const { signed } = Metadata.fromJSON(MetadataKind.Snapshot, JSON.parse(Buffer.from(snapshot).toString('utf8')));
  return new Map(
    Object.entries(signed.meta).map(([file, { version, length, hashes }]) => [
      file.replace(/\.json$/, ''),
      { version, length: length ?? 0, ...(hashes?.sha256 === undefined ? {} : { sha256: hashes.sha256 }) },
    ]),
  );
}

const targetsOf = (listed: readonly ListedTarget[]): Json =>
  Object.fromEntries(
    listed.map(({ path, sha256, length, custom }) => [
      path,
      { length, hashes: { sha256 }, ...(custom === undefined ? {} : { custom }) },
    ]),
  );

const metaOf = ({ version, length, sha256 }: MetaLine): Json => ({
  version,
  length,
  ...(sha256 === undefined ? {} : { hashes: { sha256 } }),
});

const keyOf = (signer: Signer): Json => ({
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: Buffer.from(signer.publicKey).toString('hex') },
});

/** TUF's key id: the SHA-256 of the key's own canonical JSON, whose members are few enough to write out sorted. */
function keyIdOf(signer: Signer): string {
  const hex = Buffer.from(signer.publicKey).toString('hex');
  return sha256Of(Buffer.from(`{"keytype":"ed25519","keyval":{"public":"${hex}"},"scheme":"ed25519"}`));
}

type AnyMetadata = Metadata<Root> | Metadata<Timestamp> | Metadata<Snapshot> | Metadata<Targets>;

function read(kind: MetadataKind, json: Json): AnyMetadata {
  switch (kind) {
    case MetadataKind.Root:
      return Metadata.fromJSON(kind, json);
    case MetadataKind.Timestamp:
      return Metadata.fromJSON(kind, json);
    case MetadataKind.Snapshot:
      return Metadata.fromJSON(kind, json);
    case MetadataKind.Targets:
      return Metadata.fromJSON(kind, json);
  }
}

async function sign(
  role: string,
  kind: MetadataKind,
  fields: Json,
  version: number,
  expiresAt: Date,
  signers: readonly Signer[],
): Promise<SignedDocument> {
  // The specification's times have no fraction of a second.
  const expires = `${expiresAt.toISOString().slice(0, 19)}Z`;
  const signed = { _type: kind, spec_version: SPEC_VERSION, version, expires, ...fields };
  const metadata = read(kind, { signed, signatures: [] });
  const canonical = canonicalBytesOf(metadata);
  for (const signer of signers) {
    const sig = Buffer.from(await signer.sign(canonical)).toString('hex');
    const keyID = keyIdOf(signer);
    metadata.signatures[keyID] = new Signature({ keyID, sig });
  }
  return { role, version, expiresAt: new Date(expires), bytes: Buffer.from(JSON.stringify(metadata.toJSON())) };
}

/** The library signs synchronously, a KMS cannot: so it is asked only for the bytes, and the signature is put in later. */
function canonicalBytesOf(metadata: AnyMetadata): Uint8Array {
  let bytes: Uint8Array = new Uint8Array();
  metadata.sign((data) => {
    bytes = data;
    return new Signature({ keyID: '', sig: '' });
  });
  metadata.signatures = {};
  return bytes;
}
