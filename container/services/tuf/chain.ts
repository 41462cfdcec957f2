import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Bytes } from './bytes.ts';
import type { VerifyEd25519 } from './ed25519.ts';
import { type FileLine, type Kind, parseMetadata, type Signed } from './metadata.ts';
import { assertIsFile, assertSigned } from './verification.ts';

/** Metadata that belongs together: each link was verified against the one before it. Expiry is the caller's question. */
export interface Chain {
  readonly root: Signed<'root'>;
  readonly timestamp: Signed<'timestamp'>;
  readonly snapshot: Signed<'snapshot'>;
  readonly targets: Signed<'targets'>;
}

/** The links of the TUF client workflow (§5.3–5.6), each without I/O. All throw PorticoErrors of the ERR_TRUST_ family. */
export interface Links {
  /** A root that the device was born with, or pinned: it must at least sign itself. */
  firstRoot(bytes: Bytes): Promise<Signed<'root'>>;
  /** §5.3: the next version, signed by the keys of the last one *and* by its own. */
  nextRoot(last: Signed<'root'>, bytes: Bytes): Promise<Signed<'root'>>;
  timestamp(root: Signed<'root'>, bytes: Bytes): Promise<Signed<'timestamp'>>;
  /** Signature only: an older snapshot is kept to tell a rollback by. */
  anySnapshot(root: Signed<'root'>, bytes: Bytes): Promise<Signed<'snapshot'>>;
  snapshot(root: Signed<'root'>, timestamp: Signed<'timestamp'>, bytes: Bytes): Promise<Signed<'snapshot'>>;
  targets(root: Signed<'root'>, snapshot: Signed<'snapshot'>, bytes: Bytes): Promise<Signed<'targets'>>;
  bin(chain: Chain, name: string, bytes: Bytes): Promise<Signed<'targets'>>;
}

export function createLinks(verify: VerifyEd25519): Links {
  async function signedBy<K extends Kind>(root: Signed<'root'>, kind: K, bytes: Bytes): Promise<Signed<K>> {
    const metadata = parseMetadata(kind, bytes);
    await assertSigned(metadata, root.document.keys, root.document.roles[kind], kind, verify);
    return metadata;
  }

  return {
    async firstRoot(bytes) {
      const root = parseMetadata('root', bytes);
      return signedBy(root, 'root', bytes);
    },
    async nextRoot(last, bytes) {
      const next = await signedBy(last, 'root', bytes);
      // Exactly one more: skipping a version would skip the keys that it took away.
      assertVersion(next, last.document.version + 1, 'root');
      return signedBy(next, 'root', bytes);
    },
    timestamp: (root, bytes) => signedBy(root, 'timestamp', bytes),
    anySnapshot: (root, bytes) => signedBy(root, 'snapshot', bytes),
    async snapshot(root, timestamp, bytes) {
      const line = timestamp.document.snapshot;
      await assertIsFile(bytes, line, 'snapshot');
      const snapshot = await signedBy(root, 'snapshot', bytes);
      assertVersion(snapshot, line.version, 'snapshot');
      return snapshot;
    },
    async targets(root, snapshot, bytes) {
      const line = lineOf(snapshot, 'targets');
      await assertIsFile(bytes, line, 'targets');
      const targets = await signedBy(root, 'targets', bytes);
      assertVersion(targets, line.version, 'targets');
      return targets;
    },
    async bin({ snapshot, targets }, name, bytes) {
      const line = lineOf(snapshot, name);
      await assertIsFile(bytes, line, name);
      const { delegations } = targets.document;
      if (!delegations?.succinct) throw new PorticoError('ERR_TRUST_MALFORMED', { detail: 'There are no bins.' });
      const bin = parseMetadata('targets', bytes);
      await assertSigned(bin, delegations.keys, delegations.succinct, name, verify);
      assertVersion(bin, line.version, name);
      return bin;
    },
  };
}

/** The snapshot must name every role: what it does not name could be of any age (mix-and-match). */
export function lineOf(snapshot: Signed<'snapshot'>, role: string): FileLine {
  const line = snapshot.document.files.get(`${role}.json`);
  if (!line) throw new PorticoError('ERR_TRUST_MISMATCH', { detail: `The snapshot does not name ${role}.` });
  return line;
}

function assertVersion(metadata: Signed<Kind>, expected: number, name: string): void {
  const { version } = metadata.document;
  if (version !== expected) {
    throw new PorticoError('ERR_TRUST_MISMATCH', { detail: `${name} has version ${version}, not ${expected}.` });
  }
}

/** When the first link of the chain expires. */
export function expiryOf({ root, timestamp, snapshot, targets }: Chain): Date {
  return new Date(Math.min(...[root, timestamp, snapshot, targets].map((link) => link.document.expires.getTime())));
}
