/** What a container makes of an app, on the metadata that a real registry serves over HTTP, honest or not. */
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createAppTrust } from '../../../container/services/tuf/create-app-trust.ts';
import { createMemoryTrustStore } from '../../../container/services/tuf/trust-store.ts';
import { createRollout } from '../../../registry/rollout/index.ts';
import { createTrustBench, testPerson } from '../../../registry/trust/testing/index.ts';
import type { AppId } from '../../../sandbox/contract/index.ts';
import { canonicalJson } from '../../../sandbox/contract/json/index.ts';
import { createTamperingProxy } from './tampering-proxy.ts';
import { publishAsThief } from './thief.ts';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

const newBench = () =>
  createTrustBench((platform, { trust, publishing }) => {
    createRollout(platform, { trust, publishing: { ...publishing, submissionsIn: async () => [] } });
  });
const bench = await newBench();
const proxy = await createTamperingProxy(bench.origin);
const { appId, digest } = await bench.publish();
const origin = bench.platform.config.publicOrigin;

after(async () => {
  await proxy.close();
  await bench.close();
});
beforeEach(() => {
  proxy.tamper = () => undefined;
});

const newContainer = (store = createMemoryTrustStore(), audience = origin) =>
  createAppTrust({ origin: audience, registryOrigin: proxy.origin, store });
const offline = () => {
  proxy.tamper = () => ({ status: 503 });
};

test('an approved app that is live is ready, with who made it and what it may do', async () => {
  const resolution = await newContainer().resolveApp(appId, new Date());
  assert.equal(resolution.status, 'ready');
  assert.equal(resolution.status === 'ready' && resolution.release.digest, digest);
  assert.equal(resolution.status === 'ready' && resolution.release.partnerName, '示例茶馆有限公司');
  assert.equal(resolution.status === 'ready' && resolution.release.manifest.entry, 'index.html');
});

test('what was found out is known without asking, until the metadata is looked at again or has expired', async () => {
  const container = newContainer();
  assert.equal(container.knownApp(appId, new Date()), undefined);
  const resolution = await container.resolveApp(appId, new Date());
  assert.deepEqual(container.knownApp(appId, new Date()), resolution);
  assert.equal(container.knownApp(appId, new Date(Date.now() + 11 * MINUTE)), undefined);
  await container.refresh(new Date());
  assert.equal(container.knownApp(appId, new Date()), undefined);
});

test('a release that was taken back is known as such after another stands in its place', async () => {
  const app = 'com.example.distrusted' as AppId;
  const { digest: first } = await bench.publish({ appId: app });
  const { digest: second } = await bench.publish({ appId: app, version: '1.0.1' });
  const container = newContainer();
  assert.equal(await container.hasRevoked(app, [first, second], new Date()), false);
  await bench.revoke({ digest: first, reason: 'It kept what it may not.' });
  await container.refresh(new Date());
  assert.equal((await container.resolveApp(app, new Date())).status, 'ready');
  assert.equal(await container.hasRevoked(app, [second], new Date()), false);
  assert.equal(await container.hasRevoked(app, [second, first], new Date()), true);
  assert.equal(await container.hasRevoked('com.example.other' as AppId, [second], new Date()), false);
  await bench.revoke({ appId: app, reason: 'It did so again.' });
  await container.refresh(new Date());
  assert.equal(await container.hasRevoked(app, [], new Date()), true);
});

test('an app nobody published is unknown', async () => {
  const resolution = await newContainer().resolveApp('com.example.none' as AppId, new Date());
  assert.deepEqual(resolution, { status: 'unknown' });
});

test('without network the next visit opens what the last one trusted', async () => {
  const store = createMemoryTrustStore();
  await newContainer(store).resolveApp(appId, new Date());
  offline();
  assert.equal((await newContainer(store).resolveApp(appId, new Date())).status, 'ready');
});

test('metadata that expired lets apps open for seven days, and money not at all', async () => {
  const store = createMemoryTrustStore();
  const container = newContainer(store);
  await container.resolveApp(appId, new Date());
  offline();
  const later = new Date(Date.now() + 11 * MINUTE);
  const resolution = await container.resolveApp(appId, later);
  assert.equal(resolution.status, 'expired-but-usable');
  assert.equal(container.freshness(later), 'usable', 'which is what payment and identity ask');
  const until = resolution.status === 'expired-but-usable' ? resolution.usableUntil : later;
  assert.equal((await container.resolveApp(appId, new Date(until.getTime() - 1))).status, 'expired-but-usable');
  assert.deepEqual(await newContainer(store).resolveApp(appId, until), {
    status: 'needs-network',
    code: 'ERR_TRUST_UNREACHABLE',
  });
});

test('a first visit without network needs the network', async () => {
  offline();
  assert.deepEqual(await newContainer().resolveApp(appId, new Date()), {
    status: 'needs-network',
    code: 'ERR_TRUST_UNREACHABLE',
  });
});

test('a frozen registry is the same as none: expired metadata is not made fresh by being served', async () => {
  const frozen = new Map<string, Uint8Array>();
  proxy.tamper = (path, honest) => {
    const body = frozen.get(path) ?? honest;
    frozen.set(path, body);
    return path.endsWith('root.json') ? undefined : { body };
  };
  const container = newContainer();
  await container.resolveApp(appId, new Date());
  const later = new Date(Date.now() + 11 * MINUTE);
  const { freshness, error } = await container.refresh(later);
  assert.deepEqual({ freshness, error }, { freshness: 'usable', error: 'ERR_TRUST_EXPIRED' });
});

test('a release is revoked for containers that had it ready, with the reason', async () => {
  const app = 'com.example.coffee' as AppId;
  const release = await bench.publish({ appId: app });
  const container = newContainer();
  assert.equal((await container.resolveApp(app, new Date())).status, 'ready');
  await bench.revoke({ digest: release.digest, reason: '此版本存在安全问题。' });
  await container.refresh(new Date());
  const resolution = await container.resolveApp(app, new Date());
  assert.equal(resolution.status, 'revoked');
  assert.equal(resolution.status === 'revoked' && resolution.reason, '此版本存在安全问题。');
});

test('a revoked app stays revoked without network', async () => {
  const app = 'com.example.soda' as AppId;
  await bench.publish({ appId: app });
  await bench.revoke({ appId: app, reason: '该小程序已停止服务。' });
  const store = createMemoryTrustStore();
  await newContainer(store).resolveApp(app, new Date());
  offline();
  assert.equal((await newContainer(store).resolveApp(app, new Date())).status, 'revoked');
});

test('an app used before opens offline after other apps were published and a refresh went by', async () => {
  const store = createMemoryTrustStore();
  const container = newContainer(store);
  await container.resolveApp(appId, new Date());
  for (let n = 0; n < 3; n += 1) await bench.publish({ appId: `com.example.other${n}` as AppId });
  await container.refresh(new Date());
  offline();
  assert.equal((await newContainer(store).resolveApp(appId, new Date())).status, 'ready');
});

test('a release signed for another bank is refused', async () => {
  const resolution = await newContainer(createMemoryTrustStore(), 'https://m.otherbank.example').resolveApp(
    appId,
    new Date(),
  );
  assert.deepEqual(resolution, { status: 'needs-network', code: 'ERR_TRUST_RELEASE_INVALID' });
});

test('the online keys alone ship nothing: without two reviewers’ signatures containers refuse', async () => {
  const app = 'com.example.forged' as AppId;
  await bench.publish({ appId: app });
  const release = bench.submit({ appId: app, version: '1.1.0' });
  const { lin } = bench.reviewers;
  const stranger = testPerson();
  const custom = {
    appId: app,
    audience: origin,
    epoch: 1,
    partnerId: 'teahouse',
    partnerSignature: { ...release.partnerSignature },
  };
  const honest = { ...bench.approval('lin', lin, release) };
  const pointer = Buffer.from(
    canonicalJson({ appId: app, epoch: 1, releases: [{ digest: release.digest, percent: 100 }] }),
  );
  const attempts = {
    'one person twice': [honest, honest],
    'one person under two names': [honest, { ...honest, staffId: 'zhao' }],
    'a stranger under a reviewer’s name': [honest, { ...bench.approval('zhao', stranger, release) }],
    nobody: [],
  };
  for (const [attempt, approvals] of Object.entries(attempts)) {
    await publishAsThief(bench, [
      { path: `apps/${app}.json`, bytes: pointer },
      {
        path: `releases/${app}/${release.digest}.json`,
        bytes: release.manifestBytes,
        custom: { ...custom, approvals: approvals.map((approval) => ({ ...approval })) },
      },
    ]);
    const resolution = await newContainer().resolveApp(app, new Date());
    assert.deepEqual(resolution, { status: 'needs-network', code: 'ERR_TRUST_RELEASE_INVALID' }, attempt);
  }
  const zhao = { ...bench.approval('zhao', bench.reviewers.zhao, release) };
  await publishAsThief(bench, [
    {
      path: `releases/${app}/${release.digest}.json`,
      bytes: release.manifestBytes,
      custom: { ...custom, approvals: [honest, zhao] },
    },
  ]);
  assert.equal((await newContainer().resolveApp(app, new Date())).status, 'ready', 'with both it opens');
});

test('one app’s release under another app’s name is refused', async () => {
  const app = 'com.example.swap' as AppId;
  const other = await bench.publish({ appId: 'com.example.swapped' as AppId });
  const pointer = canonicalJson({ appId: app, epoch: 1, releases: [{ digest: other.digest, percent: 100 }] });
  await publishAsThief(bench, [
    { path: `apps/${app}.json`, bytes: Buffer.from(pointer) },
    {
      path: `releases/${app}/${other.digest}.json`,
      bytes: other.manifestBytes,
      custom: { appId: app, audience: origin },
    },
  ]);
  const resolution = await newContainer().resolveApp(app, new Date());
  assert.deepEqual(resolution, { status: 'needs-network', code: 'ERR_TRUST_RELEASE_INVALID' });
});

test('another registry under the same address is named as such', async () => {
  const store = createMemoryTrustStore();
  await newContainer(store).resolveApp(appId, new Date());
  const other = await newBench();
  const impostor = await createTamperingProxy(other.origin);
  const container = createAppTrust({ origin, registryOrigin: impostor.origin, store });
  assert.equal((await container.refresh(new Date())).error, 'ERR_TRUST_ROOT_CHANGED');
  assert.equal((await container.resolveApp(appId, new Date())).status, 'ready', 'what was trusted stays in use');
  await container.forget();
  assert.equal((await container.refresh(new Date())).error, undefined);
  await impostor.close();
  await other.close();
});

test('every refresh looks for a next root, and no answer of an honest registry is an error in the page’s console', async () => {
  const seen: string[] = [];
  const listening: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    seen.push(`${answer.status} ${String(input).split('/tuf/')[1]}`);
    return answer;
  };
  const store = createMemoryTrustStore();
  const container = createAppTrust({ origin, registryOrigin: bench.origin, store, fetch: listening });
  assert.equal((await container.resolveApp(appId, new Date())).status, 'ready');
  for (const _again of [1, 2]) assert.equal((await container.refresh(new Date())).error, undefined);
  assert.equal(seen.filter((line) => line === '204 2.root.json').length, 3);
  assert.deepEqual(
    seen.filter((line) => !/^20[04] /.test(line)),
    [],
  );
});

test('however many ask for a refresh at once, two rounds are made: the one under way and one after it', async () => {
  let timestamps = 0;
  proxy.tamper = (path) => {
    if (path.endsWith('timestamp.json')) timestamps += 1;
    return undefined;
  };
  const container = newContainer();
  const now = new Date();
  await Promise.all([container.resolveApp(appId, now), ...Array.from({ length: 5 }, () => container.refresh(now))]);
  assert.equal(timestamps, 2);
});

test('a revocation told of during a round is known after the refresh', async () => {
  const app = 'com.example.race' as AppId;
  const { digest } = await bench.publish({ appId: app });
  const container = newContainer();
  await container.resolveApp(app, new Date());
  let passed: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    passed = resolve;
  });
  proxy.tamper = (path) => {
    if (path.endsWith('.snapshot.json')) passed?.();
    if (path.endsWith('timestamp.json')) passed?.();
    return undefined;
  };
  const early = container.refresh(new Date());
  await held;
  await bench.revoke({ digest, reason: 'while a round was under way' });
  await Promise.all([early, container.refresh(new Date())]);
  assert.equal((await container.resolveApp(app, new Date())).status, 'revoked');
});

test('a registry that is unreachable for eight days is needed again', async () => {
  const container = newContainer();
  await container.resolveApp(appId, new Date());
  offline();
  const later = new Date(Date.now() + 8 * DAY);
  assert.equal(container.freshness(later), 'expired');
  assert.equal((await container.resolveApp(appId, later)).status, 'needs-network');
});
