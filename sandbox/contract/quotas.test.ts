import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methods } from './capabilities/index.ts';
import { liveQuotas, netQuotas, packageQuotas, pictureQuotas, quotas, storageQuotas } from './quotas.ts';

const MB = 1024 * 1024;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What partners and customers were told; whoever changes a number changes it here as well, and tells them. */
test('the limits of the wall are what was agreed upon', () => {
  assert.equal(quotas.messagesPerSecond, 200);
  assert.equal(quotas.messageBurst, 2_000);
  assert.equal(quotas.messageSize, MB);
  assert.equal(quotas.callsInFlight, 128);
  assert.equal(quotas.chunkBytes, 256 * 1024);
  assert.equal(quotas.pingEveryMs, 5 * SECOND);
  assert.equal(quotas.pingEveryMs * quotas.pingsUnanswered, 15 * SECOND);
  assert.equal(quotas.readyMs, 10 * SECOND);
  assert.deepEqual(storageQuotas, { total: 10 * MB, key: MB, keys: 8_000 });
  assert.equal(packageQuotas.packed, 20 * MB);
  assert.equal(packageQuotas.firstLoad, 2 * MB);
  assert.equal(packageQuotas.files, 2_000);
  assert.equal(netQuotas.atOnce, 10);
  assert.equal(netQuotas.wholeAnswerMs, MINUTE);
  assert.deepEqual(pictureQuotas, { given: 40_000_000, card: 2_000_000, iconEdge: 1_024 });
  assert.equal(liveQuotas.apps, 5);
  assert.equal(liveQuotas.suspendAfterMs, 5 * MINUTE);
  assert.equal(liveQuotas.closeAfterMs, 30 * MINUTE);
});

test('a call waits thirty seconds unless its method says otherwise, and a call to a back end as long as that may take', () => {
  const waits = new Set(Object.values(methods).map(({ deadlineMs }) => deadlineMs));
  assert.deepEqual([...waits].sort(), [10 * SECOND, 30 * SECOND, MINUTE, null].sort());
  for (const name of ['net.request', 'net.stream', 'net.upload', 'net.download'] as const)
    assert.equal(methods[name].deadlineMs, netQuotas.wholeAnswerMs, name);
});
