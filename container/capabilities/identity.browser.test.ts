import { assert } from 'chai';
import { createTrust } from '../state/trust.ts';
import { identityCapability } from './identity.ts';
import { appId, call, codeOf, digest, exampleApp } from './testing.ts';
import { trustBeing } from './testing-trust.ts';

const asked: unknown[] = [];
const registry = {
  identity: {
    loginCode: async (...args: unknown[]) => {
      asked.push(args.slice(0, 2));
      return { code: 'c'.repeat(32), expiresAt: new Date('2026-01-01T00:01:00Z') };
    },
    passkeyOptions: () => Promise.reject(new TypeError('not expected')),
    addPasskey: () => Promise.reject(new TypeError('not expected')),
  },
};

describe('identity.login', () => {
  it('asks for a code for the app and release that the port belongs to', async () => {
    const { app } = exampleApp();
    const trust = createTrust(
      async () => trustBeing('fresh'),
      () => new Date(0),
    );
    assert.deepEqual(await identityCapability(app, registry, trust)['identity.login']({}, call), {
      code: 'c'.repeat(32),
      expiresAt: '2026-01-01T00:01:00.000Z',
    });
    assert.deepEqual(asked, [[appId, digest]]);
  });

  it('is refused while the metadata is not fresh', async () => {
    const { app } = exampleApp();
    for (const freshness of ['usable', 'expired', 'none'] as const) {
      const trust = createTrust(
        async () => trustBeing(freshness),
        () => new Date(0),
      );
      const login = identityCapability(app, registry, trust)['identity.login']({}, call);
      assert.equal(await codeOf(Promise.resolve(login)), 'ERR_CONTAINER_OFFLINE', freshness);
    }
  });
});
