import { assert } from 'chai';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Session } from '../services/registry/index.ts';
import type { PaymentsApi } from '../services/registry/payments.ts';
import type { Sheets } from '../state/sheets.ts';
import { createTrust } from '../state/trust.ts';
import { paymentCapability } from './payment.ts';
import { call, codeOf, exampleApp, sessionOf, sheetsAnswering, signedIn } from './testing.ts';
import { trustBeing } from './testing-trust.ts';

const payments = { query: async () => 'maybe_paid' } as unknown as PaymentsApi;

function paying(session: Session, answers: Partial<Sheets>, freshness: 'fresh' | 'usable' = 'fresh') {
  const { app, done } = exampleApp();
  const asked: string[] = [];
  const handlers = paymentCapability(app, {
    registry: { payments },
    session: sessionOf(session),
    sheets: sheetsAnswering(answers, asked),
    trust: createTrust(
      async () => trustBeing(freshness),
      () => new Date(0),
    ),
  });
  return { app, done, asked, pay: async () => handlers['payment.request']({ orderToken: 't' }, call), handlers };
}

describe('payment.request', () => {
  it('opens the cashier for a customer with a passkey, and hands back its hint', async () => {
    const { pay, done } = paying(signedIn, {
      cashier: async ({ orderToken }) => (orderToken === 't' ? 'processing' : 'cancelled'),
    });
    assert.deepEqual(await pay(), { hint: 'processing' });
    assert.deepEqual(done, ['cover', 'uncover']);
  });

  it('keeps the frame covered until the cashier has closed, even when it fails', async () => {
    const { pay, done } = paying(signedIn, {});
    await codeOf(pay());
    assert.deepEqual(done, ['cover', 'uncover']);
  });

  it('shows nothing of an app that the customer left while the registry was asked', async () => {
    for (const session of [signedIn, { ...signedIn, passkeys: 0 }, { signedIn: false } as const]) {
      const { pay, asked, app } = paying(session, {});
      app.assertShown = () => {
        throw new PorticoError('ERR_BRIDGE_HIDDEN');
      };
      assert.equal(await codeOf(pay()), 'ERR_BRIDGE_HIDDEN');
      assert.deepEqual(asked, []);
    }
  });

  it('asks a signed-out customer to sign in, and remembers what for', async () => {
    let pending: unknown;
    const { pay } = paying(
      { signedIn: false },
      {
        signIn: async (why) => {
          pending = why.pending;
          return false;
        },
      },
    );
    assert.deepEqual(await pay(), { hint: 'cancelled' });
    assert.deepEqual(pending, { appId: 'com.example.tea', path: '/menu', method: 'payment.request', orderToken: 't' });
  });

  it('makes a passkey first when there is none, and pays only with it', async () => {
    const asked: string[] = [];
    const answers = (made: boolean): Partial<Sheets> => ({
      enrolPasskey: async () => {
        asked.push('enrol');
        return made;
      },
      cashier: async () => {
        asked.push('cashier');
        return 'processing';
      },
    });
    assert.deepEqual(await paying({ ...signedIn, passkeys: 0 }, answers(false)).pay(), { hint: 'cancelled' });
    assert.deepEqual(asked, ['enrol']);
    assert.deepEqual(await paying({ ...signedIn, passkeys: 0 }, answers(true)).pay(), { hint: 'processing' });
    assert.deepEqual(asked, ['enrol', 'enrol', 'cashier']);
  });

  it('does not even begin while the metadata is not fresh', async () => {
    const { pay, asked } = paying(signedIn, {}, 'usable');
    assert.equal(await codeOf(pay()), 'ERR_CONTAINER_OFFLINE');
    assert.deepEqual(asked, []);
  });
});

describe('payment.query', () => {
  it('gives the registry’s hint and never more', async () => {
    assert.deepEqual(await paying(signedIn, {}).handlers['payment.query']({ orderToken: 't' }, call), {
      hint: 'maybe_paid',
    });
  });
});
