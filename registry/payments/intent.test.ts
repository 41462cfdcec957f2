import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalIntent, type Intent, intentChallenge } from './intent.ts';

const intent: Intent = {
  orderId: '0b9c3c1e-6f0e-4c51-9a5e-000000000001',
  orderVersion: 2,
  attemptId: '0b9c3c1e-6f0e-4c51-9a5e-000000000002',
  appId: 'com.cityparking.app',
  payeeId: 'cityparking',
  payeeName: '城市停车有限公司',
  currency: 'CNY',
  exponent: 2,
  amountMinor: '1500',
  fundingLines: [{ kind: 'account', label: '储蓄卡', amountMinor: '1500' }],
  userId: '0b9c3c1e-6f0e-4c51-9a5e-000000000003',
  nonce: 'A'.repeat(43),
  expiresAt: '2030-01-01T00:00:00.000Z',
};

test('the canonical text does not depend on the order in which members were written', () => {
  const reversed = Object.fromEntries(Object.entries(intent).reverse()) as unknown as Intent;
  assert.equal(canonicalIntent(reversed), canonicalIntent(intent));
});

test('the challenge of a known intent never changes', () => {
  // Computed once with another implementation (Python’s json with sorted keys, then SHA-256).
  assert.equal(
    Buffer.from(intentChallenge(canonicalIntent(intent))).toString('hex'),
    'b9c697761ae0278669d76fd80e71ccae2b2867e87574321c7ea83f7bac50adb0',
  );
});

test('a change of any member changes the challenge', () => {
  const before = Buffer.from(intentChallenge(canonicalIntent(intent))).toString('hex');
  const changes: { [K in keyof Intent]: Intent[K] } = {
    orderId: 'x',
    orderVersion: 3,
    attemptId: 'x',
    appId: 'com.other.app',
    payeeId: 'other',
    payeeName: '别人',
    currency: 'JPY',
    exponent: 0,
    amountMinor: '1501',
    fundingLines: [],
    userId: 'x',
    nonce: 'B'.repeat(43),
    expiresAt: '2030-01-01T00:00:00.001Z',
  };
  for (const [member, value] of Object.entries(changes)) {
    const changed = { ...intent, [member]: value } as Intent;
    assert.notEqual(Buffer.from(intentChallenge(canonicalIntent(changed))).toString('hex'), before, member);
  }
});
