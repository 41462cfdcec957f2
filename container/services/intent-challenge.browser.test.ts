import { assert } from 'chai';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { assertIntent, intentChallenge } from './intent-challenge.ts';
import { exampleOffer } from './registry/example-offer.ts';

const asker = { appId: 'com.cityparking.app', userId: exampleOffer.intent.userId };

async function refusal(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof PorticoError ? `${error.code} ${error.detail}` : String(error)),
  );
}

describe('the challenge of a payment', () => {
  it('is what the registry computes for the same intent', async () => {
    // Computed once with node:crypto from the JCS form of this intent.
    assert.equal(await intentChallenge(exampleOffer.intent), 'k-wQ7ZiKhWKWJrvYYGhENtuBFNNKYo-5QXmZicbbnwQ');
  });

  it('does not depend on the order of members', async () => {
    const turned = Object.fromEntries(Object.entries(exampleOffer.intent).reverse()) as typeof exampleOffer.intent;
    assert.equal(await intentChallenge(turned), exampleOffer.challenge);
  });

  it('is accepted for the intent that is shown', async () => {
    assert.equal(await refusal(assertIntent(exampleOffer.intent, exampleOffer, asker)), 'accepted');
  });

  for (const [what, changes] of Object.entries({
    amount: { amountMinor: '1501', fundingLines: [{ kind: 'account', label: 'x', amountMinor: '1501' }] },
    payee: { payeeName: '城市停车有限公司 ' },
    expiry: { expiresAt: '2027-01-01T00:00:00.000Z' },
    version: { orderVersion: 3 },
    nonce: { nonce: 'BBBB' },
  } as const)) {
    it(`refuses another ${what} under the same challenge`, async () => {
      const changed = { ...exampleOffer.intent, ...changes };
      assert.include(await refusal(assertIntent(changed, exampleOffer, asker)), 'ERR_CONTAINER_INTENT_MISMATCH');
    });
  }

  it('refuses an intent for another app or another customer', async () => {
    const { intent } = exampleOffer;
    assert.include(
      await refusal(assertIntent(intent, exampleOffer, { ...asker, appId: 'com.other.app' })),
      'another app',
    );
    assert.include(
      await refusal(assertIntent(intent, exampleOffer, { ...asker, userId: 'someone' })),
      'another customer',
    );
  });

  it('refuses funding that does not add up, even when it was hashed so', async () => {
    const intent = {
      ...exampleOffer.intent,
      fundingLines: [{ kind: 'account' as const, label: 'x', amountMinor: '1' }],
    };
    const challenge = await intentChallenge(intent);
    assert.include(await refusal(assertIntent(intent, { ...exampleOffer, challenge }, asker)), 'add up');
  });
});
