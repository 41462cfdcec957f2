import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Bytes, utf8 } from './bytes.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

/** TUF 1.0 §4 documents, parsed from bytes. Members that we do not use are kept in what was signed and otherwise ignored. */
export type Kind = 'root' | 'timestamp' | 'snapshot' | 'targets';

export interface PublicKey {
  readonly keytype: string;
  readonly scheme: string;
  /** Hexadecimal for Ed25519, the only kind our registry issues and this verifier accepts. */
  readonly value: string;
}
export interface RoleKeys {
  readonly keyIds: readonly string[];
  readonly threshold: number;
}
/** Which version of a file counts; length and hash where the signer gave them. */
export interface FileLine {
  readonly version: number;
  readonly length: number | undefined;
  readonly sha256: string | undefined;
}
export interface TargetLine {
  readonly length: number;
  readonly sha256: string;
  readonly custom: Json;
}
/** TAP 15: one line delegates to `2 ** bitLength` bins named `<prefix>-<hex>`. */
export interface SuccinctRoles extends RoleKeys {
  readonly bitLength: number;
  readonly namePrefix: string;
}
export interface Delegations {
  readonly keys: ReadonlyMap<string, PublicKey>;
  readonly succinct: SuccinctRoles | undefined;
}

interface Common {
  readonly version: number;
  readonly expires: Date;
}
export interface Documents {
  root: Common & {
    readonly keys: ReadonlyMap<string, PublicKey>;
    readonly roles: Readonly<Record<Kind, RoleKeys>>;
  };
  timestamp: Common & { readonly snapshot: FileLine };
  snapshot: Common & { readonly files: ReadonlyMap<string, FileLine> };
  targets: Common & {
    readonly targets: ReadonlyMap<string, TargetLine>;
    readonly delegations: Delegations | undefined;
  };
}

export interface Signed<K extends Kind> {
  readonly kind: K;
  readonly document: Documents[K];
  /** What the signatures are over. */
  readonly canonical: Bytes;
  /** Key id → signature in hexadecimal. */
  readonly signatures: ReadonlyMap<string, string>;
  /** As received, for keeping. */
  readonly bytes: Bytes;
}

type Members = { readonly [key: string]: Json };

/** @throws PorticoError ERR_TRUST_MALFORMED */
export function parseMetadata<K extends Kind>(kind: K, bytes: Bytes): Signed<K> {
  const whole = members(parseJson(bytes), 'the file');
  const signed = members(whole.signed, 'signed');
  if (signed._type !== kind) malformed(`It is not ${kind} metadata.`);
  const canonical = canonicalJson(signed);
  if (canonical === undefined) malformed('It holds a number that is not an integer, or is nested too deeply.');
  const signatures = new Map<string, string>();
  for (const entry of list(whole.signatures, 'signatures')) {
    const { keyid, sig } = members(entry, 'a signature');
    const id = text(keyid, 'keyid');
    if (signatures.has(id)) malformed(`Key ${id} signed twice.`);
    signatures.set(id, text(sig, 'sig'));
  }
  const document: Documents[K] = readers[kind](signed, common(signed));
  return { kind, document, canonical: utf8(canonical), signatures, bytes };
}

const readers: { readonly [K in Kind]: (signed: Members, common: Common) => Documents[K] } = {
  root(signed, common) {
    if (signed.consistent_snapshot !== true) malformed('The repository does not use consistent snapshots.');
    const roles = members(signed.roles, 'roles');
    return {
      ...common,
      keys: keys(signed.keys),
      roles: {
        root: roleKeys(roles.root, 'root'),
        timestamp: roleKeys(roles.timestamp, 'timestamp'),
        snapshot: roleKeys(roles.snapshot, 'snapshot'),
        targets: roleKeys(roles.targets, 'targets'),
      },
    };
  },
  timestamp(signed, common) {
    return { ...common, snapshot: fileLine(members(signed.meta, 'meta')['snapshot.json'], 'snapshot.json') };
  },
  snapshot(signed, common) {
    const files = new Map<string, FileLine>();
    for (const [name, line] of Object.entries(members(signed.meta, 'meta'))) files.set(name, fileLine(line, name));
    return { ...common, files };
  },
  targets(signed, common) {
    const targets = new Map<string, TargetLine>();
    for (const [path, line] of Object.entries(members(signed.targets, 'targets'))) {
      const { length, hashes, custom } = members(line, path);
      const sha256 = text(members(hashes, `hashes of ${path}`).sha256, `sha256 of ${path}`);
      targets.set(path, { length: integer(length, `length of ${path}`, 0), sha256, custom: custom ?? null });
    }
    return { ...common, targets, delegations: delegations(signed.delegations) };
  },
};

function delegations(value: Json | undefined): Delegations | undefined {
  if (value === undefined) return undefined;
  const { keys: keysValue, succinct_roles } = members(value, 'delegations');
  if (succinct_roles === undefined) return { keys: keys(keysValue), succinct: undefined };
  const { bit_length, name_prefix } = members(succinct_roles, 'succinct_roles');
  const bitLength = integer(bit_length, 'bit_length', 1);
  if (bitLength > 32) malformed('bit_length is over 32.');
  const namePrefix = text(name_prefix, 'name_prefix');
  return { keys: keys(keysValue), succinct: { ...roleKeys(succinct_roles, 'succinct_roles'), bitLength, namePrefix } };
}

function common(signed: Members): Common {
  const spec = text(signed.spec_version, 'spec_version');
  if (!/^1\.[0-9]+(?:\.[0-9]+)?$/.test(spec)) malformed(`It follows TUF ${spec}, not 1.x.`);
  const expires = new Date(text(signed.expires, 'expires'));
  if (Number.isNaN(expires.getTime())) malformed('expires is no time.');
  return { version: integer(signed.version, 'version', 1), expires };
}

function keys(value: Json | undefined): ReadonlyMap<string, PublicKey> {
  const all = new Map<string, PublicKey>();
  for (const [id, entry] of Object.entries(members(value, 'keys'))) {
    const { keytype, scheme, keyval } = members(entry, `key ${id}`);
    const material = text(members(keyval, `keyval of ${id}`).public, `public key ${id}`);
    all.set(id, { keytype: text(keytype, 'keytype'), scheme: text(scheme, 'scheme'), value: material });
  }
  return all;
}

function roleKeys(value: Json | undefined, name: string): RoleKeys {
  const { keyids, threshold } = members(value, name);
  const keyIds = list(keyids, `keyids of ${name}`).map((id) => text(id, 'keyid'));
  if (new Set(keyIds).size !== keyIds.length) malformed(`${name} names a key twice.`);
  return { keyIds, threshold: integer(threshold, `threshold of ${name}`, 1) };
}

function fileLine(value: Json | undefined, name: string): FileLine {
  const { version, length, hashes } = members(value, name);
  const sha256 = hashes === undefined ? undefined : text(members(hashes, name).sha256, `sha256 of ${name}`);
  return {
    version: integer(version, `version of ${name}`, 1),
    length: length === undefined ? undefined : integer(length, `length of ${name}`, 0),
    sha256,
  };
}

function parseJson(bytes: Bytes): Json {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw new PorticoError('ERR_TRUST_MALFORMED', { detail: 'It is not JSON.', cause });
  }
}

function members(value: Json | undefined, what: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) malformed(`${what} is not an object.`);
  return value as Members;
}
function list(value: Json | undefined, what: string): readonly Json[] {
  return Array.isArray(value) ? value : malformed(`${what} is not a list.`);
}
function text(value: Json | undefined, what: string): string {
  return typeof value === 'string' ? value : malformed(`${what} is not text.`);
}
function integer(value: Json | undefined, what: string, least: number): number {
  const isFit = typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
  return isFit ? value : malformed(`${what} is not an integer from ${least}.`);
}
function malformed(detail: string): never {
  throw new PorticoError('ERR_TRUST_MALFORMED', { detail });
}
