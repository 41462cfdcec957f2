/**
 * The container's verifier against tuf-js, an independent client, on the metadata that the registry really serves,
 * over HTTP. Every case asks both: they must agree, on what is honest and on every attack TUF is there to stop.
 */
import assert from 'node:assert/strict';
import { createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { Metadata, MetadataKind } from '@tufjs/models';
import { canonicalJson, type Json } from '../../../container/services/tuf/canonical-json.ts';
import { createRollout } from '../../../registry/rollout/index.ts';
import { signRoot } from '../../../registry/trust/metadata.ts';
import type { RoleSigners, Signer } from '../../../registry/trust/signer.ts';
import { createTrustBench, testPerson } from '../../../registry/trust/testing/index.ts';
import { createTamperingProxy, type Tamper } from './tampering-proxy.ts';
import { createTwoClients, type TwoClients, type Verdicts } from './two-clients.ts';

const bench = await createTrustBench((platform, { trust, publishing }) => {
  createRollout(platform, { trust, publishing: { ...publishing, submissionsIn: async () => [] } });
});
const proxy = await createTamperingProxy(bench.origin);
const release = await bench.publish();
const { appId, digest } = release;
const POINTER = `apps/${appId}.json`;
const RELEASE = `releases/${appId}/${digest}.json`;
const root = await tuf('1.root.json');
const before = await published();

const fresh = await createTwoClients(proxy.origin, root);
const established = await createTwoClients(proxy.origin, root);
assertBothAccept(await established.ask(RELEASE));
assertBothAccept(await established.ask(POINTER));
// What the established clients have seen is no longer the newest.
const newer = await bench.publish({ version: '1.1.0' });
const now = await published();

after(async () => {
  await Promise.all([fresh.dispose(), established.dispose(), proxy.close()]);
  await bench.close();
});
beforeEach(() => {
  proxy.tamper = () => undefined;
});

async function tuf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`${bench.origin}/tuf/${file}`)).arrayBuffer());
}

/** The three files every refresh starts with, as they are now. */
async function published() {
  const timestamp = await tuf('timestamp.json');
  const { version } = JSON.parse(text(timestamp)).signed.meta['snapshot.json'];
  const snapshot = await tuf(`${version}.snapshot.json`);
  return { timestamp, snapshot, version: Number(version) };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function assertBothAccept({ tufJs, container }: Verdicts): string | undefined {
  assert.deepEqual(
    [tufJs, container].filter((verdict) => !verdict.accepts),
    [],
  );
  assert.deepEqual(container, tufJs);
  return container.accepts ? container.bytes : undefined;
}

/** The code is the container's; tuf-js words its refusals in its own way. */
function assertBothRefuse({ tufJs, container }: Verdicts, code: string | RegExp): void {
  assert.equal(tufJs.accepts, false, 'tuf-js accepts');
  assert.equal(container.accepts, false, 'the container accepts');
  assert.match(container.accepts ? '' : container.why, typeof code === 'string' ? new RegExp(`^${code}$`) : code);
}

/** Asks new clients and such as have seen an earlier state. */
async function askAll(tamper: Tamper, path = RELEASE, at?: Date): Promise<Verdicts[]> {
  proxy.tamper = tamper;
  const pairs: TwoClients[] = [await fresh.copy(), await established.copy()];
  const verdicts = [];
  for (const pair of pairs) {
    verdicts.push(await pair.ask(path, at));
    await pair.dispose();
  }
  return verdicts;
}

const replace =
  (file: RegExp, change: (honest: Uint8Array) => Uint8Array): Tamper =>
  (path, honest) =>
    file.test(path) ? { body: change(honest) } : undefined;

const changeJson =
  (change: (whole: { signed: Record<string, Json>; signatures: Json[] }) => unknown) => (bytes: Uint8Array) =>
    Buffer.from(JSON.stringify(change(JSON.parse(text(bytes)))));

const TIMESTAMP = /timestamp\.json$/;
const SNAPSHOT = /\.snapshot\.json$/;
const BIN = /\.bin-[0-9a-f]{2}\.json$/;
const RELEASE_FILE = new RegExp(`/targets/releases/.*\\.${digest}\\.json$`);

test('both accept what the registry publishes, to the byte', async () => {
  const targets = [RELEASE, POINTER, 'reviewers.json', 'revocations.json', `releases/${appId}/${newer.digest}.json`];
  for (const path of targets) {
    for (const verdicts of await askAll(() => undefined, path)) assert.ok(assertBothAccept(verdicts), path);
  }
  const [first] = await askAll(() => undefined, RELEASE);
  assert.equal(first && assertBothAccept(first), text(release.manifestBytes));
});

test('both know that there is no app of a name nobody published', async () => {
  for (const verdicts of await askAll(() => undefined, 'apps/com.example.none.json')) {
    assert.equal(assertBothAccept(verdicts), undefined);
  }
});

test('both find names in two dozen bins: the hash of the path chooses the same one', async () => {
  const pair = await fresh.copy();
  const seen = new Set<string>();
  proxy.tamper = (path) => {
    if (BIN.test(path)) seen.add(path);
    return undefined;
  };
  for (let n = 0; n < 24; n += 1) assertBothAccept(await pair.ask(`apps/com.example.a${n}.json`));
  assert.ok(seen.size > 15, `${seen.size} bins`);
  await pair.dispose();
});

test('a changed byte in a target is refused', async () => {
  const flip = (bytes: Uint8Array) => bytes.map((byte, index) => (index === 100 ? byte ^ 1 : byte));
  const [newcomers] = await askAll(replace(RELEASE_FILE, flip));
  assert.ok(newcomers);
  assertBothRefuse(newcomers, 'ERR_TRUST_MISMATCH');
});

test('another release’s manifest in place of this one is refused', async () => {
  const [newcomers] = await askAll(replace(RELEASE_FILE, () => newer.manifestBytes));
  assert.ok(newcomers);
  assertBothRefuse(newcomers, 'ERR_TRUST_MISMATCH');
});

test('a truncated target is refused', async () => {
  const [newcomers] = await askAll(replace(RELEASE_FILE, (bytes) => bytes.slice(0, -1)));
  assert.ok(newcomers);
  assertBothRefuse(newcomers, 'ERR_TRUST_MISMATCH');
});

test('truncated metadata is refused', async () => {
  for (const [file, code] of [
    [TIMESTAMP, 'ERR_TRUST_MALFORMED'],
    [SNAPSHOT, 'ERR_TRUST_MISMATCH'],
    [BIN, 'ERR_TRUST_MISMATCH'],
  ] as const) {
    // The pointer's bin is new to those who came before, too.
    for (const verdicts of await askAll(
      replace(file, (bytes) => bytes.slice(0, -1)),
      POINTER,
    )) {
      assertBothRefuse(verdicts, code);
    }
  }
});

test('endless data is hung up on, wherever it comes', async () => {
  for (const file of [TIMESTAMP, SNAPSHOT, /\.targets\.json$/, BIN, RELEASE_FILE]) {
    const [newcomers] = await askAll((path) => (file.test(path) ? { endless: true } : undefined));
    assert.ok(newcomers);
    assertBothRefuse(newcomers, 'ERR_TRUST_TOO_LARGE');
  }
  // The largest limit of all is 5 MB; sockets buffer some more. tuf-js refuses too, but leaves the answer open.
  assert.ok(proxy.poured(/^node$/) > 0);
  assert.ok(proxy.poured(/^node$/) < 16 * 1024 * 1024, `${proxy.poured(/^node$/)} bytes were poured`);
});

test('an older snapshot than the timestamp names is refused', async () => {
  for (const verdicts of await askAll(replace(SNAPSHOT, () => before.snapshot))) {
    assertBothRefuse(verdicts, 'ERR_TRUST_MISMATCH');
  }
});

test('an older timestamp than was seen is refused, and not by newcomers, who cannot know', async () => {
  const pair = await fresh.copy();
  assertBothAccept(await pair.ask(RELEASE));
  proxy.tamper = replace(TIMESTAMP, () => before.timestamp);
  assertBothRefuse(await pair.ask(RELEASE), 'ERR_TRUST_ROLLBACK');
  const newcomers = await fresh.copy();
  assertBothAccept(await newcomers.ask(RELEASE));
});

test('an expired timestamp is refused: a registry cannot be frozen in the past', async () => {
  const later = new Date(Date.now() + 11 * 60 * 1000);
  for (const verdicts of await askAll(
    replace(TIMESTAMP, () => now.timestamp),
    RELEASE,
    later,
  )) {
    assertBothRefuse(verdicts, 'ERR_TRUST_EXPIRED');
  }
});

test('a timestamp signed by another key under the right key’s name is refused', async () => {
  const stranger = testPerson();
  const forge = changeJson(({ signed, signatures: [signature] }) => {
    const forged = Buffer.from(stranger.sign(canonicalJson(signed) ?? ''), 'base64url').toString('hex');
    return { signed, signatures: [{ ...(signature as object), sig: forged }] };
  });
  for (const verdicts of await askAll(replace(TIMESTAMP, forge))) assertBothRefuse(verdicts, 'ERR_TRUST_SIGNATURE');
});

test('a role’s key signs for no other role', async () => {
  const snapshotKey = await signerOf('snapshot');
  const { keyid } = JSON.parse(text(now.snapshot)).signatures[0];
  const forge = async (bytes: Uint8Array) => {
    const { signed } = JSON.parse(text(bytes));
    const sig = Buffer.from(await snapshotKey.sign(Buffer.from(canonicalJson(signed) ?? ''))).toString('hex');
    return Buffer.from(JSON.stringify({ signed, signatures: [{ keyid, sig }] }));
  };
  const forged = await forge(now.timestamp);
  for (const verdicts of await askAll(replace(TIMESTAMP, () => forged))) {
    assertBothRefuse(verdicts, 'ERR_TRUST_SIGNATURE');
  }
});

test('an older bin under the new one’s address is refused (mix-and-match)', async () => {
  const bin = Object.keys(JSON.parse(text(now.snapshot)).signed.meta).find(
    (name) =>
      name.startsWith('bin-') &&
      JSON.parse(text(now.snapshot)).signed.meta[name].version > before.version &&
      JSON.parse(text(before.snapshot)).signed.meta[name].version > 1,
  );
  assert.ok(bin, 'a bin changed in between');
  const oldVersion = JSON.parse(text(before.snapshot)).signed.meta[bin].version;
  const old = await tuf(`${oldVersion}.${bin}`);
  // The pointer of the app changed in between, so its bin is one of those.
  const [newcomers] = await askAll(
    replace(BIN, () => old),
    POINTER,
  );
  assert.ok(newcomers);
  assertBothRefuse(newcomers, /ERR_TRUST_(MISMATCH|SIGNATURE)/);
});

test('members that were added or changed after signing are refused; text around them is not', async () => {
  const added = changeJson(({ signed, signatures }) => ({ signed: { ...signed, extra: 1 }, signatures }));
  for (const verdicts of await askAll(replace(TIMESTAMP, added))) assertBothRefuse(verdicts, 'ERR_TRUST_SIGNATURE');
  const twice = changeJson(({ signed, signatures }) => ({ signed, signatures: [...signatures, ...signatures] }));
  for (const verdicts of await askAll(replace(TIMESTAMP, twice))) assertBothRefuse(verdicts, 'ERR_TRUST_MALFORMED');
  const spaced = (bytes: Uint8Array) => Buffer.from(JSON.stringify(JSON.parse(text(bytes)), null, 2));
  const outside = changeJson(({ signed, signatures }) => ({ note: 'unsigned', signatures, signed }));
  const unknownSigner = changeJson(({ signed, signatures }) => ({
    signed,
    signatures: [...signatures, { keyid: 'someone', sig: '00' }],
  }));
  for (const harmless of [spaced, outside, unknownSigner]) {
    for (const verdicts of await askAll(replace(TIMESTAMP, harmless))) assertBothAccept(verdicts);
  }
});

test('a fraction among integers, another specification, another type: refused', async () => {
  for (const change of [{ version: 1.5 }, { spec_version: '2.0.0' }, { _type: 'snapshot' }, { version: '9' }]) {
    const altered = changeJson(({ signed, signatures }) => ({ signed: { ...signed, ...change }, signatures }));
    for (const verdicts of await askAll(replace(TIMESTAMP, altered))) assertBothRefuse(verdicts, 'ERR_TRUST_MALFORMED');
  }
});

test('a new root counts when two of three old keys and its own sign it, and not otherwise', async () => {
  const roles: RoleSigners = {
    targets: await signerOf('targets'),
    releases: await signerOf('releases'),
    snapshot: await signerOf('snapshot'),
    timestamp: await signerOf('timestamp'),
  };
  const keys = [await signerOf('root-1'), await signerOf('root-2'), await signerOf('root-3')];
  const rootOf = async (version: number, signers: readonly Signer[]) => {
    const { bytes } = await signRoot({ keys, threshold: 2 }, roles, version, new Date());
    const metadata = JSON.parse(text(bytes));
    const allowed = new Set(await Promise.all(signers.map(keyIdIn(metadata))));
    metadata.signatures = metadata.signatures.filter(({ keyid }: { keyid: string }) => allowed.has(keyid));
    return Buffer.from(JSON.stringify(metadata));
  };
  const serve =
    (bytes: Uint8Array): Tamper =>
    (path) =>
      path.endsWith('/2.root.json') ? { body: bytes } : undefined;
  for (const verdicts of await askAll(serve(await rootOf(2, keys.slice(1))))) assertBothAccept(verdicts);
  for (const verdicts of await askAll(serve(await rootOf(2, keys.slice(2))))) {
    assertBothRefuse(verdicts, 'ERR_TRUST_SIGNATURE');
  }
  for (const verdicts of await askAll(serve(await rootOf(3, keys)))) assertBothRefuse(verdicts, 'ERR_TRUST_MISMATCH');
});

test('with random bytes changed in any file the two never disagree', async () => {
  const random = seeded(20_260_101);
  let refused = 0;
  for (const file of [TIMESTAMP, SNAPSHOT, /\.targets\.json$/, BIN]) {
    for (let n = 0; n < 15; n += 1) {
      const change = (bytes: Uint8Array) => {
        const at = random(bytes.length);
        return bytes.map((byte, index) => (index === at ? byte ^ (1 << random(8)) : byte));
      };
      const tampered = new Map<string, Uint8Array>();
      const [verdicts] = await askAll((path, honest) => {
        if (!file.test(path)) return undefined;
        // Both clients are shown the same change.
        const body = tampered.get(path) ?? change(honest);
        tampered.set(path, body);
        return { body };
      });
      assert.equal(verdicts?.container.accepts, verdicts?.tufJs.accepts, JSON.stringify({ verdicts, n }));
      if (!verdicts?.container.accepts) refused += 1;
    }
  }
  assert.ok(refused > 54, `${refused} of 60 were refused`);
});

async function signerOf(name: string): Promise<Signer> {
  const file = join(bench.platform.config.dataDir, 'keys', 'trust', `${name}.json`);
  const jwk = JSON.parse(await readFile(file, 'utf8'));
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { publicKey: Buffer.from(jwk.x, 'base64url'), sign: async (bytes) => sign(null, bytes, key) };
}

function keyIdIn(metadata: { signed: { keys: Record<string, { keyval: { public: string } }> } }) {
  Metadata.fromJSON(MetadataKind.Root, metadata as never);
  return async (signer: Signer) => {
    const hex = Buffer.from(signer.publicKey).toString('hex');
    return Object.entries(metadata.signed.keys).find(([, key]) => key.keyval.public === hex)?.[0];
  };
}

/** A small linear congruential generator (Numerical Recipes' constants): the same changes on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
