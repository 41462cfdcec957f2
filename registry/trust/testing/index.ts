/**
 * A registry cut down to trust and rollout, for tests: real database, real outbox, real keys and signatures, real HTTP.
 * Submissions and people come from small tables in memory, so that a test can say exactly who approved what.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AppId,
  type PartnerId,
  PorticoError,
  type ReleaseDigest,
  type StaffId,
  type SubmissionId,
} from '../../../sandbox/contract/index.ts';
import { canonicalJson } from '../../../sandbox/contract/json/index.ts';
import { exampleRelease, type ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';
import type { Identity, PartnerKey, StaffKey } from '../../identity/index.ts';
import type { Config } from '../../platform/config.ts';
import { createTestPlatform, type TestPlatform } from '../../platform/testing/index.ts';
import type { ReleaseRecord, SubmissionState } from '../../publishing/index.ts';
import { approvalStatement, releaseStatement } from '../approvals.ts';
import { createTrust, migrations } from '../index.ts';
import { latestMetadata } from '../store.ts';
import type { Approval, Trust } from '../trust.ts';

export interface TestPerson {
  readonly keyId: string;
  readonly publicKey: string;
  sign(text: string): string;
}

export interface TrustBench extends TestPlatform {
  readonly trust: Trust;
  /** `http://127.0.0.1:<port>`; listening. */
  readonly origin: string;
  readonly reviewers: { readonly lin: TestPerson; readonly zhao: TestPerson };
  readonly partner: TestPerson;
  readonly states: ReadonlyMap<SubmissionId, SubmissionState>;
  /** Puts a release on record, as far as the second approval. */
  submit(changes?: Partial<ReleaseManifest>, signer?: Pick<TestPerson, 'keyId' | 'sign'>): ReleaseRecord;
  readonly partnerKeys: TestPartnerKeys;
  /** What the process does at its next start: another trust on the same database and folder. */
  startedAgain(): Promise<void>;
  approval(staffId: string, by: TestPerson, release: ReleaseRecord): Approval;
  /** Tells trust what review would, and waits until everything that follows from it has happened. */
  approved(release: ReleaseRecord, approvals?: readonly Approval[]): Promise<void>;
  /** `submit` and `approved` with both reviewers. */
  publish(changes?: Partial<ReleaseManifest>): Promise<ReleaseRecord>;
  revoke(body: { appId?: string; digest?: string; reason: string }): Promise<{ status: number; body: unknown }>;
}

/** Keys of `teahouse`, who owns `com.example.*`, and of `noodles`, who owns `com.noodles.*`. */
interface TestPartnerKeys {
  add(partnerId: 'teahouse' | 'noodles', person: TestPerson): void;
  retire(keyId: string): void;
  /** Also tells trust, as identity would, and waits for what follows. */
  steal(keyId: string): Promise<void>;
}

type Publishing = Parameters<typeof createTrust>[1]['publishing'];
/** More modules on the same bench, such as rollout; returns their routes. */
type Extend = (platform: TestPlatform['platform'], parts: { trust: Trust; publishing: Publishing }) => void;

export const testPerson = (): TestPerson => {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ed25519');
  const raw = String(publicKey.export({ format: 'jwk' }).x);
  return {
    publicKey: raw,
    keyId: createHash('sha256').update(Buffer.from(raw, 'base64url')).digest('hex').slice(0, 32),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
  };
};

const PARTNER = 'teahouse' as PartnerId;
const ownerOf = (appId: AppId): PartnerId | undefined => {
  if (appId.startsWith('com.noodles.')) return 'noodles' as PartnerId;
  return appId.startsWith('com.example.') ? PARTNER : undefined;
};

interface KeptKey {
  readonly key: PartnerKey;
  readonly state: 'active' | 'retired' | 'stolen';
}

export async function createTrustBench(extend?: Extend, config?: Partial<Config>): Promise<TrustBench> {
  const bench = await createTestPlatform({ migrations, ...(config && { config }) });
  const partner = testPerson();
  const reviewers = { lin: testPerson(), zhao: testPerson() };
  const releases = new Map<ReleaseDigest, ReleaseRecord>();
  const states = new Map<SubmissionId, SubmissionState>();

  const publishing: Publishing = {
    release: async (digest) => {
      const release = releases.get(digest);
      return release && { ...release, state: states.get(release.submissionId) ?? release.state };
    },
    transition: async (_tx, id, from, to) => {
      if (states.get(id) === to) return 'already';
      if (states.get(id) !== from) throw new PorticoError('ERR_TRUST_RELEASE_MISMATCH', { detail: `not in ${from}` });
      states.set(id, to);
      return 'moved';
    },
  };
  const keys = new Map<string, KeptKey>();
  const addKey: TestPartnerKeys['add'] = (id, { keyId, publicKey }) => {
    keys.set(keyId, { key: { partnerId: id as PartnerId, publicKey, uses: ['release'] }, state: 'active' });
  };
  addKey('teahouse', partner);
  const identity = testIdentity(keys, reviewers);
  const trust = createTrust(bench.platform, { identity, publishing });
  extend?.(bench.platform, { trust, publishing });
  const app = await bench.buildApp([trust.routes]);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;

  const submit: TrustBench['submit'] = (changes, signer = partner) => {
    const manifest = exampleRelease(changes);
    const manifestBytes = Buffer.from(canonicalJson(manifest), 'utf8');
    const digest = createHash('sha256').update(manifestBytes).digest('hex') as ReleaseDigest;
    const submissionId = bench.platform.random.uuid() as SubmissionId;
    const { appId, version } = manifest;
    const signature = signer.sign(releaseStatement(appId, digest));
    const partnerSignature = { keyId: signer.keyId, signature };
    const state = 'SECOND_APPROVAL';
    const record = {
      submissionId,
      appId,
      partnerId: ownerOf(appId) ?? PARTNER,
      version,
      digest,
      state,
      manifest,
    } as const;
    const release: ReleaseRecord = { ...record, manifestBytes, partnerSignature };
    releases.set(digest, release);
    states.set(submissionId, state);
    return release;
  };
  const approval: TrustBench['approval'] = (staffId, by, { appId, digest }) => {
    const signature = by.sign(approvalStatement(appId, digest));
    return { staffId: staffId as StaffId, keyId: by.keyId, signature };
  };
  const both = (release: ReleaseRecord) => [
    approval('lin', reviewers.lin, release),
    approval('zhao', reviewers.zhao, release),
  ];
  /** Replicas hear of a publication through a notice, a moment after its commit. */
  const settled = async () => {
    await bench.settled();
    for (let tries = 0; tries < 100; tries += 1) {
      // Asked again each time: the job may publish another one meanwhile.
      const published = (await latestMetadata(bench.platform.db, 'timestamp'))?.bytes.toString('utf8');
      if ((await (await fetch(`http://127.0.0.1:${port}/tuf/timestamp.json`)).text()) === published) return;
      await sleep(20);
    }
    throw new Error('the published timestamp is not served after 2 s');
  };
  const approved: TrustBench['approved'] = async (release, approvals = both(release)) => {
    const { submissionId, appId, digest } = release;
    const payload = { submissionId, appId, digest, approvals };
    await bench.platform.db
      .transaction()
      .execute((tx) => bench.platform.outbox.add(tx, { topic: 'review.approved', key: appId, payload }));
    await settled();
  };

  const setState = (keyId: string, state: KeptKey['state']) => {
    const kept = keys.get(keyId);
    if (kept) keys.set(keyId, { ...kept, state });
  };

  return {
    ...bench,
    settled,
    partnerKeys: {
      add: addKey,
      retire: (keyId) => setState(keyId, 'retired'),
      async steal(keyId) {
        setState(keyId, 'stolen');
        await bench.platform.db
          .transaction()
          .execute((tx) =>
            bench.platform.outbox.add(tx, { topic: 'identity.key-stolen', key: keyId, payload: { keyId } }),
          );
        await settled();
      },
    },
    async startedAgain() {
      const quiet = { ...bench.platform, outbox: { ...bench.platform.outbox, on: () => undefined } };
      const jobs = { ...bench.platform.jobs, every: () => undefined };
      await createTrust({ ...quiet, jobs }, { identity, publishing }).prepare();
      await settled();
    },
    trust,
    origin: `http://127.0.0.1:${port}`,
    reviewers,
    partner,
    states,
    submit,
    approval,
    approved,
    async publish(changes) {
      const release = submit(changes);
      await approved(release);
      return release;
    },
    async revoke(body) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/trust/revocations',
        headers: { host: `127.0.0.1:${port}`, authorization: 'Bearer st_wu' },
        payload: body,
      });
      await settled();
      return { status: answer.statusCode, body: answer.json() };
    },
  };
}

function testIdentity(keys: ReadonlyMap<string, KeptKey>, reviewers: TrustBench['reviewers']) {
  const staffKeys = async (): Promise<StaffKey[]> =>
    Object.entries(reviewers).map(([staffId, { keyId, publicKey }]) => ({
      staffId: staffId as StaffId,
      keyId,
      publicKey,
    }));
  const keyIn = async (keyId: string, states: readonly KeptKey['state'][]): Promise<PartnerKey | undefined> => {
    const kept = keys.get(keyId);
    return kept && states.includes(kept.state) ? kept.key : undefined;
  };
  const partners: Identity['partners'] = {
    get: async (id) => ({ id, name: '示例茶馆有限公司', webhookUrl: undefined, webhookSecrets: [] }),
    ownerOf: async (appId: AppId) => ownerOf(appId),
    claimApp: async () => undefined,
    key: (keyId) => keyIn(keyId, ['active']),
    keyOnRecord: (keyId) => keyIn(keyId, ['active', 'retired']),
  };
  const staff: Identity['staff'] = async (request) => {
    if (request.headers.authorization !== 'Bearer st_wu') throw new PorticoError('ERR_PLATFORM_NOT_FOUND');
    return { staffId: 'wu' as StaffId };
  };
  return { partners, staffKeys, staff };
}
