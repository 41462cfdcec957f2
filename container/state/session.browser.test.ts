import { assert } from 'chai';
import { PorticoError, type UserId } from '../../sandbox/contract/index.ts';
import type { Session, SignedIn } from '../services/registry/index.ts';
import { createSessionStore } from '../services/session-store.ts';
import { createSession } from './session.ts';

const customer: SignedIn = {
  signedIn: true,
  userId: 'c3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f609' as UserId,
  phone: '138****0001',
  level: 3,
  authenticatedAt: new Date(0),
  passkeys: 1,
};

function sessionAnswering(get: () => Promise<Session>) {
  const api = { get, signOut: async () => undefined, handoff: async () => undefined, loginAddress: () => '/' };
  return createSession(api, createSessionStore(localStorage));
}
const away = async (): Promise<Session> => {
  throw new PorticoError('ERR_CONTAINER_OFFLINE');
};

describe('who the customer is', () => {
  beforeEach(() => localStorage.clear());

  it('is still known offline, on the next start', async () => {
    await sessionAnswering(async () => customer).refresh();
    const later = sessionAnswering(away);
    assert.deepEqual(await later.refresh(), customer);
    assert.deepEqual(later.value, { known: true, ...customer });
  });

  it('is nobody offline after signing out, and after the registry said so', async () => {
    const session = sessionAnswering(async () => customer);
    await session.refresh();
    await session.signOut();
    assert.equal(
      await sessionAnswering(away)
        .refresh()
        .catch(() => 'unknown'),
      'unknown',
    );
    await sessionAnswering(async () => customer).refresh();
    await sessionAnswering(async () => ({ signedIn: false })).refresh();
    assert.equal(
      await sessionAnswering(away)
        .refresh()
        .catch(() => 'unknown'),
      'unknown',
    );
  });

  it('is not taken from the device when the registry answers with a fault', async () => {
    await sessionAnswering(async () => customer).refresh();
    const faulty = sessionAnswering(async () => {
      throw new PorticoError('ERR_PLATFORM_INTERNAL');
    });
    assert.equal(await faulty.refresh().catch((error: { code: string }) => error.code), 'ERR_PLATFORM_INTERNAL');
    assert.isFalse(faulty.value.known);
  });

  it('is not who the cookie says while the bank’s app is handing somebody else over', async () => {
    const next: SignedIn = { ...customer, userId: 'd4f1c2d4-5b6e-4f70-8a91-b2c3d4e5f609' as UserId };
    let cookie = customer;
    let handOver = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      handOver = () => {
        cookie = next;
        resolve();
      };
    });
    const api = {
      get: async () => cookie,
      signOut: async () => undefined,
      handoff: async () => undefined,
      loginAddress: () => '/',
    };
    const session = createSession(api, createSessionStore(localStorage), arrived);
    const asked = session.refresh();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.isFalse(session.value.known);
    handOver();
    assert.deepEqual(await asked, next);
  });

  it('is asked once when several want to know at a time', async () => {
    let asked = 0;
    const session = sessionAnswering(async () => {
      asked += 1;
      return customer;
    });
    await Promise.all([session.refresh(), session.refresh(), session.refresh()]);
    assert.equal(asked, 1);
  });
});
